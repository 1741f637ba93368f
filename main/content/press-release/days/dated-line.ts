import { beginsAsEvent } from '../event/category.ts';
import { splitCommas, splitParts } from '../outline/split-parts.ts';
import { isTown, withBrackets } from '../places/brackets.ts';
import { isNamedVenue } from '../places/places.ts';
import type { DaysWithin } from './days-within.ts';
import { leadingDays } from './leading-days.ts';
import { mayHoldDate, mayHoldPeriod } from './may-hold-date.ts';
import type { DateReader, DateReading } from './read-dates.ts';
import { takeDates } from './take-dates.ts';

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

/** « Mardi 5 mai, de 10 h à 12 h, au lycée X (Ville) : forum »: nothing but when and where before the colon. */
export function readDateAndPlace(text: string, dates: DateReader): DatedLine | null {
  const found = leadingDays(text, dates);
  const rest = found?.after.replace(/^[\s,]+/, '') ?? '';
  const [head, title] = splitParts(rest, { colons: true });
  if (found === null || head === undefined || title?.before !== ':') return null;
  const { kept } = takeDates([head], dates.isDate);
  const isKnown = kept
    .flatMap((part) => splitCommas(part.text))
    .flatMap((part) => withBrackets(part, dates.isDate))
    .every(({ text: piece }) => isNamedVenue(piece) || isTown(piece.replace(/^(?:à|À|A)\s+(?=\p{Lu})/u, '')));
  return isKnown ? { reading: found.reading, daysText: found.daysText, rest } : null;
}

/** A word for a whole day behind its date. */
const WHOLE_DAY = /^(?:toute la )?journée\s+(?=[\p{Lu}«"“])/u;

/** « 07/05 18h Soirée jeux »: a capital begins the name of the event. */
const NAMES_EVENT = /\s(Soirée|Matinée|Journée|Semaine)$/u;

/** « 04/05 14h00 Réunion d’équipe (salle 12) », « 6 mai journée Sortie »: a line of a list without signs between its parts. */
export function readUnparted(text: string, dates: DateReader): DatedLine | null {
  const found = /^le\s/iu.test(text) ? null : leadingDays(text, dates);
  if (found === null || !/^\s/.test(found.after)) return null;
  const [, named = ''] = NAMES_EVENT.exec(found.daysText) ?? [];
  const daysText = found.daysText.slice(0, found.daysText.length - named.length).trim();
  const reading = named === '' ? found.reading : dates.days(daysText);
  const rest = `${named}${found.after}`.trim().replace(WHOLE_DAY, '');
  if (reading === null) return null;
  return /^[\p{Lu}«"“]/u.test(rest) || beginsAsEvent(rest) ? { reading, daysText, rest } : null;
}

function afterParts(text: string, parts: readonly string[]): string {
  let at = 0;
  for (const part of parts) at = text.indexOf(part, at) + part.length;
  return text
    .slice(at)
    .replace(/^\s*[:|‐‑‒–—―−-]\s*/, '')
    .trim();
}
