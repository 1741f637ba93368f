import type { DaysWithin } from './days-within.ts';
import { mayHoldDate, mayHoldPeriod } from './may-hold-date.ts';
import type { DateReader, DateReading } from './read-dates.ts';
import { splitParts } from './split-parts.ts';

/** A line that begins with its date: « Lundi 16/02 : … ». */
export interface DatedLine {
  readonly reading: DateReading;
  /** The part the days were read from. */
  readonly daysText: string;
  readonly rest: string;
}

/** No days at the front of a line are longer. */
const MAX_DAYS = 140;

/** « 26 mai (reporté au 28 mai) – Sortie »: what stands in brackets behind the date. */
const REMARK = /^([^()]{3,60}?)\s*\(([^()]{0,60}\p{L}[^()]{0,60})\)(?=\s*[:|‐‑‒–—―−-])/u;

/** Such a line with the remark behind its title, « 26 mai – Sortie (reporté au 28 mai) », where it would be passed over. */
function withRemarkBehind(text: string, dates: DateReader): string {
  const [whole = '', before = '', remark = ''] = REMARK.exec(text) ?? [];
  if (whole === '' || dates.days(before) === null || dates.isDate(remark)) return text;
  const takesAway = /^(?:sauf|hors|except)/iu.test(remark) && dates.days(whole)?.ok === true;
  return takesAway ? text : `${before}${text.slice(whole.length)} (${remark})`;
}

/** Splits a date from the front of a line, the longest that reads as one; null where the line begins otherwise. */
export function readDatedLine(written: string, dates: DateReader): DatedLine | null {
  if (!mayHoldDate(written.slice(0, MAX_DAYS)) && !mayHoldPeriod(written.slice(0, MAX_DAYS))) return null;
  const text = withRemarkBehind(written, dates);
  const parts = splitParts(text.slice(0, 400), { colons: true });
  let best: DatedLine | null = null;
  for (let count = 1; count < Math.min(parts.length, 5); count++) {
    const rest = afterParts(
      text,
      parts.slice(0, count).map((part) => part.text),
    );
    const daysText = text
      .slice(0, text.length - rest.length)
      .replace(/[\s:|‐‑‒–—―−-]+$/, '')
      .replaceAll('|', ',');
    const reading = dates.days(daysText);
    if (reading !== null && rest !== '') best = { reading, daysText, rest };
  }
  return best;
}

/** « Le 8 mai à Ville (60), … », « Mardi 5 mai, 9h-12h, lieu : … »: a date and what it goes with, no dash between them. */
export function readDateInSentence(found: DaysWithin | null): DatedLine | null {
  const rest = /^(?:,\s*|(?:à|a)\s+(?=\p{Lu})|(?=[«"“]))(.+)$/u.exec(found?.after ?? '')?.[1];
  return found === null || found.before !== '' || rest === undefined
    ? null
    : { reading: found.reading, daysText: found.daysText, rest };
}

function afterParts(text: string, parts: readonly string[]): string {
  let at = 0;
  for (const part of parts) at = text.indexOf(part, at) + part.length;
  return text
    .slice(at)
    .replace(/^\s*[:|‐‑‒–—―−-]\s*/, '')
    .trim();
}
