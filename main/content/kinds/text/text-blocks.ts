import type { Block } from '../../documents/block.ts';
import { BULLETS } from '../../documents/bullets.ts';
import { plainInline } from '../../documents/inline.ts';
import { type TextLine, unwrapLines, wrapColumn } from './unwrap.ts';

const BULLET = new RegExp(`^\\s*(?:[-*+${BULLETS}–—]|\\d{1,2}[.)])\\s+(?=\\S)`, 'u');

/** Tabulators, or spaces that line words up with those of another line. */
const GAP = /\t+| {2,}/u;
/** So many columns are no accident, and no cell of one is longer. */
const MIN_COLUMNS = 3;
const MAX_CELL = 60;

/** Lines of columns, « 4 mai   Ville   CIO   14h », with a dash between their cells: it would be gone with the spaces. */
function withColumns(lines: readonly string[]): string[] {
  const cells = lines.map((line) => line.trim().split(GAP));
  const areColumns = (each: readonly string[] | undefined): boolean =>
    each !== undefined && each.length >= MIN_COLUMNS && each.every(({ length }) => length <= MAX_CELL);
  const isListed = cells.filter(areColumns).length > 1;
  return lines.map((line, at) => (isListed && areColumns(cells[at]) ? (cells[at] ?? []).join(' – ') : line));
}

/**
 * Blocks of plain text: one for each line, or for each paragraph where an editor wrapped the lines. Bullets make list
 * items; marks of Markdown are removed, since staff paste texts from anywhere.
 */
export function textBlocks(text: string, firstLine = 1): Block[] {
  const lines = withColumns(text.split('\n'));
  const column = wrapColumn(lines);
  const blocks: Block[] = [];
  let group: TextLine[] = [];
  const flush = (): void => {
    for (const { text: joined, line } of unwrapLines(group, column)) blocks.push(...lineBlock(joined, line));
    group = [];
  };
  lines.forEach((text, at) => {
    const opens = text.trim() === '' || BULLET.test(text) || /^#{1,6}\s/.test(text);
    if (opens) flush();
    if (text.trim() !== '') group.push({ text: text.trim(), line: firstLine + at });
  });
  flush();
  return blocks;
}

function lineBlock(raw: string, line: number): Block[] {
  if (/^([-*_=]\s*){3,}$/.test(raw)) return [];
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(raw);
  const bullet = heading === null && BULLET.test(raw);
  const text = plainInline(heading?.[2] ?? (bullet ? raw.replace(BULLET, '') : raw));
  if (text === '') return [];
  if (heading !== null) return [{ kind: 'heading', level: heading[1]?.length ?? 1, text, line }];
  const bold = /^\*\*[^*]+\*\*\s*:?$/.test(raw.replace(BULLET, '').trim());
  return [{ kind: bullet ? 'list-item' : 'paragraph', level: 0, text, line, ...(bold ? { bold } : {}) }];
}
