/**
 * The largest whole number between `min` and `max` for which `fits` holds (it must be monotonous); null if none. What
 * `fits` sets is left as the number found asks for.
 */
export function largestThatFits(min: number, max: number, fits: (size: number) => boolean): number | null {
  if (fits(max)) return max;
  if (!fits(min)) return null;
  let low = min;
  let high = max;
  let last = min;
  while (high - low > 1) {
    last = (low + high) >> 1;
    if (fits(last)) low = last;
    else high = last;
  }
  if (last !== low) fits(low);
  return low;
}

/**
 * Whether all that an element holds is inside it; one pixel is left to rounding. Heights are those of the boxes of its
 * children: `scrollHeight` counts the font's own ascent and descent, which a tight line height lets out of the last line.
 */
export function isWhole(element: HTMLElement): boolean {
  if (element.scrollWidth > element.clientWidth + 1) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return [...element.children].every((child) => {
    const box = child.getBoundingClientRect();
    return box.height === 0 || (box.bottom <= bottom + 1 && box.top >= top - 1);
  });
}

/** Sets a length of the stage's unit on an element: `--NAME: calc(size * var(--u))` in its styles. */
export function setSize(element: HTMLElement, name: string, size: number): void {
  element.style.setProperty(name, String(size));
}

/**
 * The largest size at which an element of one or a few words stands on at most `lines` lines without cutting a word;
 * `null` if even `min` cuts one. The size is set as the custom property `name`, in stage units.
 */
export function fitWords(element: HTMLElement, name: string, min: number, max: number, lines: number): number | null {
  const size = largestThatFits(min, max, (candidate) => {
    setSize(element, name, candidate);
    return keepsWords(element) && lineCount(element) <= lines;
  });
  setSize(element, name, size ?? min);
  return size;
}

/** Lines of text in an element, by its line height. */
export function lineCount(element: HTMLElement): number {
  const style = getComputedStyle(element);
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
  const lineHeight = Number.parseFloat(style.lineHeight);
  return Math.round((element.offsetHeight - padding) / lineHeight);
}

/** Whether the widest word has room on a line; to a fraction of a pixel, for a word that lacks one is cut all the same. */
export function keepsWords(element: HTMLElement): boolean {
  const room = element.getBoundingClientRect().width;
  return measuringWords(element, () => element.getBoundingClientRect().width) <= room + 0.02;
}

/** Width of the widest word, in CSS pixels. */
export function widestWord(element: HTMLElement): number {
  return measuringWords(element, () => element.scrollWidth);
}

function measuringWords(element: HTMLElement, measure: () => number): number {
  const { style } = element;
  style.setProperty('width', 'min-content');
  style.setProperty('overflow-wrap', 'normal');
  style.setProperty('hyphens', 'manual');
  const width = measure();
  style.removeProperty('width');
  style.removeProperty('overflow-wrap');
  style.removeProperty('hyphens');
  return width;
}

/** Paragraphs of more lines than this are not balanced, but narrowed until they end on no stub. */
const BALANCED_LINES = 5;
/** A last line shorter than this share of the others is a stub. */
const STUB = 0.3;
/** Widths to try, in percent. */
const NARROWER = [97, 94, 91, 88, 85, 82];

/** Paragraphs end on no stub, in as many lines as they have. */
export function balanceShort(flow: HTMLElement): void {
  for (const text of flow.querySelectorAll<HTMLElement>('p:not(.running), li')) {
    const lines = lineCount(text);
    text.classList.toggle('balanced', lines <= BALANCED_LINES);
    if (lines <= BALANCED_LINES || text.localName !== 'p' || lastLine(text) >= STUB) continue;
    const narrower = NARROWER.find((percent) => {
      text.style.setProperty('max-inline-size', `${percent}%`);
      return lineCount(text) === lines && lastLine(text) >= STUB;
    });
    if (narrower === undefined) text.style.removeProperty('max-inline-size');
  }
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
