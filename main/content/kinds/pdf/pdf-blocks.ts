import type { Block } from '../../documents/block.ts';
import { plainInline } from '../../documents/inline.ts';
import { ranked } from '../../documents/paragraph.ts';
import type { DocumentBlock } from '../../documents/table.ts';
import { tableBlocks, type WrittenCell } from '../../documents/written-table.ts';
import { BULLET, beginsItem, fillsLine, isBelow, type Rooms, roomsOf, usualStepAt } from './line-ends.ts';
import { joinedTables, type OpenBlock, type OpenTable } from './open-tables.ts';
import { goesOverPage, type Setting } from './over-page.ts';
import { pageFurniture } from './page-furniture.ts';
import type { PdfLine } from './pdf-lines.ts';
import { type PagePart, pageParts } from './pdf-parts.ts';
import type { TextPage } from './pdf-text.ts';

type Open = OpenBlock | OpenTable;

/**
 * Blocks of a PDF from its text runs: lines in reading order, joined to paragraphs, tables by the lines between their cells,
 * hyphenation mended, headings by their size, repeated headers, footers and page numbers left out.
 */
export function runsToBlocks(pages: readonly TextPage[]): DocumentBlock[] {
  const parted = pages.map((page) => ({ page, parts: pageParts(page) }));
  const lined = parted.map(({ page, parts }) => ({ page, lines: parts.flatMap(linesOfPart) }));
  const furniture = pageFurniture(lined);
  const isKept = (line: PdfLine): boolean => !furniture.has(line);
  const kept = lined.flatMap(({ lines }) => lines.filter(isKept));
  const words = knownWords(kept);
  const opened: Open[] = [];
  for (const { page, parts } of parted) {
    const onPage = parts.flatMap((part): Open[] =>
      part.kind === 'lines' ? paragraphs(part.lines.filter(isKept), words) : [openTable(part, words)],
    );
    const [last, first] = [opened.at(-1), onPage[0]];
    const joined = last && first ? joinedOverPage(last, first, words, () => setting(page, kept, opened)) : null;
    if (joined !== null) {
      opened[opened.length - 1] = joined;
      onPage.shift();
    }
    opened.push(...onPage);
  }
  const levels = headingLevels(opened.flatMap(openBlocksOf));
  return ranked(
    opened.flatMap((each) =>
      'rows' in each ? tableBlocks({ rows: closedRows(each, levels), heads: 0 }) : asBlock(each, levels),
    ),
  );
}

const linesOfPart = (part: PagePart): readonly PdfLine[] =>
  part.kind === 'lines' ? part.lines : part.rows.flatMap((row) => row.flatMap(({ lines }) => lines));

const openBlocksOf = (open: Open): readonly OpenBlock[] =>
  'rows' in open ? open.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks)) : [open];

function setting(page: TextPage, lines: readonly PdfLine[], opened: readonly Open[]): Setting {
  return { page, lines, blocks: opened.flatMap(openBlocksOf) };
}

function openTable({ rows }: Extract<PagePart, { kind: 'table' }>, words: ReadonlySet<string>): OpenTable {
  return { rows: rows.map((row) => row.map(({ lines, ...span }) => ({ ...span, blocks: paragraphs(lines, words) }))) };
}

const closedRows = ({ rows }: OpenTable, levels: Levels): WrittenCell[][] =>
  rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.flatMap((each) => asBlock(each, levels)) })));

/** What goes on from one page to the next as one; null where nothing does. */
function joinedOverPage(last: Open, first: Open, words: ReadonlySet<string>, set: () => Setting): Open | null {
  if ('rows' in last) return 'rows' in first ? joinedTables(last, first) : null;
  if ('rows' in first || !goesOverPage(last, first, set())) return null;
  return { lines: [...last.lines, ...first.lines], text: joinLine(last.text, first.text, words) };
}

function paragraphs(lines: readonly PdfLine[], words: ReadonlySet<string>): OpenBlock[] {
  const groups: OpenBlock[] = [];
  const rooms = roomsOf(lines);
  for (const line of lines) {
    const open = groups.at(-1);
    const previous = open?.lines.at(-1);
    if (open !== undefined && previous !== undefined && wraps(previous, line, open, rooms)) {
      groups[groups.length - 1] = { lines: [...open.lines, line], text: joinLine(open.text, line.text, words) };
    } else groups.push({ lines: [line], text: line.text });
  }
  return groups;
}

/** True where a line goes on in the next: same look, no wider space between them, and no room left for its first word. */
function wraps(previous: PdfLine, line: PdfLine, open: OpenBlock, rooms: Rooms): boolean {
  if (Math.abs(previous.size - line.size) > 0.06 * previous.size || previous.bold !== line.bold) {
    // All of one line of a paragraph may be bold by chance: then the sentence goes on in the next line.
    const isWithin = Math.abs(previous.size - line.size) < 0.06 * previous.size && /^\p{Ll}/u.test(line.text);
    if (!isWithin) return false;
  }
  if (!isBelow(previous, line, usualStep(open, previous)) || beginsItem(line.text, open.text)) return false;
  return previous.column === line.column && fillsLine(previous, line, rooms.get(previous.column) ?? 0);
}

/** The distance between the lines that are joined already, or the usual one. */
function usualStep(open: OpenBlock, previous: PdfLine): number {
  const before = open.lines.at(-2);
  return before === undefined ? usualStepAt(previous.size) : Math.max(previous.y - before.y, previous.size);
}

/** First halves of French compounds, which keep their hyphen at the end of a line. */
const COMPOUND =
  /(?:^|\s)(?:[\p{L}'’]+-){2,}$|(?:^|[\s'’(])(?:après|avant|demi|mi|semi|non|quasi|ex|vice|sous|celui|celle|ceux|celles|ci|là|peut|est|rendez|porte|portes|savoir|quelques|grand|grande|arc|chef|mot|bien|nord|sud|est|ouest|vingt|trente|quarante|cinquante|soixante|dix|quatre)-$/iu;

function joinLine(text: string, next: string, words: ReadonlySet<string>): string {
  const start = /[\p{L}\d]*/u.exec(next)?.[0] ?? '';
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  // « 14h30- » and « 17h »: a line may end behind the dash between two numbers.
  if (/\d[-‐–]$/u.test(text) && /^\d/u.test(next)) return text + next;
  if (!/\p{L}[-‐]$/u.test(text)) return `${text} ${next}`;
  const half = /([\p{L}]+)[-‐]$/u.exec(text)?.[1] ?? '';
  const compound = `${half}-${start}`.toLowerCase();
  const keeps =
    !/^\p{Ll}/u.test(next) || words.has(compound) || (COMPOUND.test(text) && !words.has((half + start).toLowerCase()));
  return keeps ? text + next : text.slice(0, -1) + next;
}

/** Words written in full within lines, which tell a compound from a word that was cut. */
function knownWords(lines: readonly PdfLine[]): Set<string> {
  return new Set(lines.flatMap((line) => line.text.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*(?!-?$)/gu) ?? []));
}

/** Levels by size: what is larger than the body, the largest first. */
interface Levels {
  readonly sizes: readonly number[];
}

function headingLevels(groups: readonly OpenBlock[]): Levels {
  const weights = new Map<number, number>();
  for (const group of groups) {
    const size = rounded(group.lines[0]?.size ?? 0);
    weights.set(size, (weights.get(size) ?? 0) + group.text.length);
  }
  const body = [...weights].reduce((longest, each) => (each[1] > longest[1] ? each : longest), [0, 0])[0];
  const sizes = [...weights.keys()].filter((size) => size > body * 1.08).sort((a, b) => b - a);
  return { sizes };
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

function asBlock(group: OpenBlock, { sizes }: Levels): Omit<Block, 'line'>[] {
  const bold = group.lines.every((line) => line.bold);
  const isItem = BULLET.test(group.text);
  const text = plainInline(group.text.replace(BULLET, ''));
  if (text === '') return [];
  const rank = sizes.indexOf(rounded(group.lines[0]?.size ?? 0));
  const base = { text, ...(bold ? { bold } : {}) };
  // Only a short text is a heading: a long text in large letters is still a text.
  if (rank >= 0 && text.length < 320 && !isItem) return [{ kind: 'heading', level: Math.min(6, rank + 1), ...base }];
  return [{ kind: isItem ? 'list-item' : 'paragraph', level: 0, ...base }];
}
