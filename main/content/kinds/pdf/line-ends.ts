import { grouped } from '../../../lib/grouped.ts';
import { BULLETS } from '../../documents/bullets.ts';
import type { Column, PdfLine } from './pdf-lines.ts';

/** What begins an item of a list. */
export const BULLET = new RegExp(`^[${BULLETS}–—-]\\s+(?=\\S)`, 'u');
const DASH = /^[–—-]\s/u;
/** « 2. », « b) » */
const NUMBERED = /^(?:\d{1,2}|\p{Ll})[.)]\s/u;
/** « 9 h : », « de 9 h à 12 h : » begin another entry, as no rest of a sentence does. */
const HOURS_FIRST = /^(?:(?:de|à|dès|vers)\s)?\d{1,2}\s?h[^:]{0,20}\s:\s/iu;

/**
 * A dash begins a list item only where one before did: otherwise it stands between a title and its venue. Before a time it
 * stands between the two ends of some hours.
 */
export function beginsItem(text: string, open: string): boolean {
  if (HOURS_FIRST.test(text) || (NUMBERED.test(text) && NUMBERED.test(open))) return true;
  if (/^[–—-]\s+(?:de\s|à\s)?\d{1,2}\s?(?:h|:)/iu.test(text)) return false;
  return BULLET.test(text) && (!DASH.test(text) || DASH.test(open));
}

/** The share of the width of a column that a full line takes: edges are ragged, and headings centred. */
const FULL = 0.96;

/** True where the first word of the next line would not have fitted on this one, or is cut in two. */
export function fillsLine(previous: PdfLine, line: PdfLine, width: number): boolean {
  if (/\p{L}[-‐\u00ad]$/u.test(previous.text) && /^\p{Ll}/u.test(line.text)) return true;
  const firstWord = /^\S+/.exec(line.text)?.[0] ?? '';
  const perCharacter = (line.x2 - line.x) / Math.max(1, line.text.length);
  return previous.x2 - previous.x + (firstWord.length + 1) * perCharacter > width * FULL;
}

/** Points: the usual distance between two lines of letters of a size, up to one and a half times the size. */
export const usualStepAt = (size: number): number => size * 1.5;

/** Whether a line stands under another with no more space between them than between the lines of a paragraph. */
export function isBelow(previous: PdfLine, line: PdfLine, usualStep: number): boolean {
  const step = line.y - previous.y;
  return step > 0 && step <= usualStep * 1.25;
}

/** How wide a line of each column may be, in points. */
export type Rooms = ReadonlyMap<Column, number>;

/** The share of a column that lines may take, where none of them goes on in the next: centred ones, and others. */
const [CENTRED, RAGGED] = [0.85, 0.88];

/** The share of its room below which a line ended because its writer ended it, wherever the next word begins. */
export const SHORT = 0.6;
/**
 * The room of the lines of each column: the widest, where such lines go on in the next with a small letter. Elsewhere none may
 * be full, as in a list of short lines: then the right margin is taken to be hardly wider than the left one.
 */
export function roomsOf(lines: readonly PdfLine[]): Rooms {
  return new Map([...grouped(lines, ({ column }) => column)].map(([column, own]) => [column, roomOf(own, column)]));
}

function roomOf(lines: readonly PdfLine[], column: Column): number {
  const widest = lines.reduce((most, line) => Math.max(most, line.x2 - line.x), 0);
  const pairs = lines.flatMap((line, at): [PdfLine, PdfLine][] => {
    const next = lines[at + 1];
    return next !== undefined && isBelow(line, next, usualStepAt(line.size)) ? [[line, next]] : [];
  });
  const small = pairs.filter(([, next]) => /^\p{Ll}/u.test(next.text));
  const room = Math.max(widest, roomByMargins(lines, column));
  const full = small.filter(([line, next]) => fillsLine(line, next, widest)).length;
  const isKnown = widest > room * SHORT && full > 0 && full * 2 >= small.length;
  return isKnown ? widest : room;
}

function roomByMargins(lines: readonly PdfLine[], { left, right }: Column): number {
  const first = Math.min(...lines.map(({ x }) => x));
  const isCentred =
    lines.some(({ x, size }) => x - first > size) &&
    lines.every(({ x, x2, size }) => Math.abs(x - left - (right - x2)) < size * 2);
  return isCentred ? (right - left) * CENTRED : (right - left - 2 * (first - left)) * RAGGED;
}
