import { type Part, splitCommas, splitParts } from './split-parts.ts';

/** Says whether a part of a heading is a date or hours, and nothing else. */
export type IsDate = (text: string) => boolean;

/** The parts of a heading without its dates, and the dates as written. */
export interface Parted {
  readonly kept: readonly Part[];
  readonly dates: readonly string[];
}

/** Takes the dates out of the parts of a heading, wherever they stand: « Lieu – 9h-12h : titre », « Titre, 14h, lieu ». */
export function takeDates(parts: readonly Part[], isDate: IsDate): Parted {
  const kept: Part[] = [];
  const dates: string[] = [];
  for (const part of parts) {
    for (const piece of piecesOf(part, isDate)) {
      if (isDate(piece.text)) dates.push(piece.text);
      else {
        const { text, date } = trailingDate(piece.text, isDate);
        if (date !== null) dates.push(date);
        kept.push({ ...piece, text });
      }
    }
  }
  return { kept, dates };
}

/** A part cut at the colons and commas that stand beside a date; a part without a date stays whole. */
function piecesOf(part: Part, isDate: IsDate): Part[] {
  if (isDate(part.text)) return [part];
  const byColon = aroundDates(splitParts(part.text, { colons: true }), ' : ', isDate) ?? [part.text];
  return byColon.flatMap((piece, at) => {
    const byComma = (isDate(piece) ? null : aroundDates(splitCommas(piece), ', ', isDate)) ?? [piece];
    return byComma.map((text, rank): Part => ({ text, before: rank > 0 ? ',' : at > 0 ? ':' : part.before }));
  });
}

/** The dates among some pieces, each the longest that reads as one, and the others joined again; null without a date. */
function aroundDates(pieces: readonly Part[], mark: string, isDate: IsDate): string[] | null {
  const texts = pieces.map(({ text }) => text);
  const found: { readonly text: string; readonly isDate: boolean }[] = [];
  for (let at = 0; at < texts.length; ) {
    const length = longestDate(texts.slice(at), mark, isDate);
    const text = texts.slice(at, at + Math.max(1, length)).join(mark);
    const last = found.at(-1);
    if (length === 0 && last?.isDate === false)
      found[found.length - 1] = { text: `${last.text}${mark}${text}`, isDate: false };
    else found.push({ text, isDate: length > 0 });
    at += Math.max(1, length);
  }
  return found.some((each) => each.isDate) ? found.map(({ text }) => text) : null;
}

/** No date has more pieces than this. */
const MAX_PIECES = 6;

function longestDate(texts: readonly string[], mark: string, isDate: IsDate): number {
  for (let length = Math.min(texts.length, MAX_PIECES); length > 0; length--) {
    if (isDate(texts.slice(0, length).join(mark))) return length;
  }
  return 0;
}

/** « Forum (14h-17h) », « Forum, de 14h à 17h », « Forum à 14h ». */
export function trailingDate(text: string, isDate: IsDate): { text: string; date: string | null } {
  for (const pattern of [
    /^(.+?)\s*\(([^()]+)\)$/,
    /^(.+),\s*([^,]+)$/,
    /^(.+?)\s+((?:de|dès|à partir de|à)\s+\d{1,2}\s*[h:].*)$/i,
  ]) {
    const [, before, date] = pattern.exec(text) ?? [];
    if (before !== undefined && date !== undefined && isDate(date)) return { text: before.trim(), date };
  }
  return { text, date: null };
}
