import { lineCount } from './fit.ts';

/** Longer paragraphs are not balanced, but narrowed until their last line is not too short. */
const MAX_BALANCED_LINES = 5;
/** A last line is too short below this share of the widest line. */
const MIN_LAST_LINE = 0.3;
/** Widths to try, percent. */
const WIDTHS = [97, 94, 91, 88, 85, 82];

/** Avoids last lines of one short word in the paragraphs and lists of a text, without adding a line. */
export function balanceParagraphs(flow: HTMLElement): void {
  for (const text of flow.querySelectorAll<HTMLElement>('p:not(.running), li')) {
    const lines = lineCount(text);
    text.classList.toggle('balanced', lines <= MAX_BALANCED_LINES);
    if (lines > MAX_BALANCED_LINES && text.localName === 'p') narrow(text, lines);
  }
}

/** Narrows a paragraph until its last line is long enough, as long as it keeps its number of lines. */
function narrow(text: HTMLElement, lines: number): void {
  if (lastLine(text) >= MIN_LAST_LINE) return;
  const width = WIDTHS.find((percent) => {
    text.style.setProperty('max-inline-size', `${percent}%`);
    return lineCount(text) === lines && lastLine(text) >= MIN_LAST_LINE;
  });
  if (width === undefined) text.style.removeProperty('max-inline-size');
}

/** Width of the last line of a paragraph, as a share of the widest. */
function lastLine(text: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(text);
  const lines = new Map<number, { left: number; right: number }>();
  for (const { bottom, left, right } of range.getClientRects()) {
    const key = [...lines.keys()].find((known) => Math.abs(known - bottom) < 8) ?? bottom;
    const line = lines.get(key) ?? { left, right };
    lines.set(key, { left: Math.min(left, line.left), right: Math.max(right, line.right) });
  }
  const widths = [...lines.entries()].sort(([a], [b]) => a - b).map(([, { left, right }]) => right - left);
  return (widths.at(-1) ?? 0) / Math.max(...widths, 1);
}
