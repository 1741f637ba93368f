import { Temporal } from 'temporal-polyfill';
import { fold } from '../../../lib/fold.ts';
import { withHours } from '../../../when/french/hours.ts';
import { parseWhen } from '../../../when/french/parse-when.ts';
import type { WhenRule } from '../../../when/when.ts';
import { type Fault, fault } from '../../faults/fault.ts';
import { splitStatus, type ToldStatus } from '../../status.ts';
import { clockFirst, lastsUntil } from './joined-dates.ts';
import { mayHoldDate } from './may-hold-date.ts';

/** Where a release is read: the zone of the place and the day the file was last written. */
export interface ReleaseContext {
  readonly zone: string;
  readonly reference: Temporal.PlainDate;
  /** Staff wrote that the contacts of the file are public: only its press contact is left out. */
  readonly keepsContacts?: boolean;
  /** Name of the file, for the sentence that says how contacts are kept. */
  readonly fileName?: string;
  /** First year of the school year that its titles name. */
  readonly schoolYear?: number | undefined;
}

/** What a text that should be a date turned out to be. */
export type DateReading =
  | { readonly ok: true; readonly when: WhenRule; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly fault: Fault };

/** Reads dates as a release of one day means them. */
export interface DateReader {
  /** Days, with or without hours, and nothing else in the text; null where it is no such thing. */
  readonly days: (text: string) => DateReading | null;
  /** Days or hours alone. */
  readonly isDate: (text: string) => boolean;
  /** The days of one text with the hours (or days) of others; null where they do not go together. */
  readonly combine: (days: string, others: readonly string[]) => DateReading | null;
  /** « Annulé : … », « … reporté au 12 mai »: what does not take place as announced; null where a text says no such thing. */
  readonly status: (text: string) => ToldStatus | null;
}

/** A longer text is no date. */
const MAX_LENGTH = 140;
/** Nor with what announces it. */
const MAX_ANNOUNCED = 2 * MAX_LENGTH;
const HINT =
  /\d|\btoute la journee\b|\b(?:lun|mar|mer|jeu|ven|sam|dim)(?:di|credi|dredi|edi|anche)?s?\b|\bmatin|\bmidi|\bapres|\bsoir|\b(?:debut|mi|fin)[ -](?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)/;

/** A number that is no date of eight figures, and nothing else. */
const SHORT_NUMBER = /^\d{1,3}$/;

/** Between a date and what takes place on it */
const BEFORE_TITLE = /\s*(?::|\s[–—-])\s+/u;
/** Every word that a date is made of; a text with another word is a sentence, whatever a grammar makes of it. */
const WORD_OF_DATES =
  /^(?:(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|lun|mar|mer|merc|jeu|ven|vend|sam|dim|lu|ma|me|je|ve|sa|di|janvier|janv|jan|fevrier|fevr|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec|er|ere|h|heures?|mn|min|du|au|aux|le|les|la|l|de|des|d|a|et|ou|en|entre|jusqu|partir|compter|tous|toutes|chaque|semaines?|mois|jours?|sauf|hors|excepte|premiers?|deuxieme|second|troisieme|quatrieme|derniers?|matins?|matinees?|midi|apres|minuit|vers|precises?|pile|demie?|quart|soirs?|soirees?|journees?|toute|puis|avant|fin|debut|mi|week|end|vacances|scolaires|feries?|inclus)$/;

/** Whatever announces the date of a section: « Programme du … », « Journée du … ». */
const ANNOUNCE =
  /^(?:au\s+)?(?:programme|agenda|calendrier|(?:la\s+)?(?:journée|semaine)|(?:les\s+)?événements?|(?:les\s+)?rendez-vous|(?:les\s+)?actions?)(?:\s+de\s+la\s+(?:journée|semaine))?\s*(?:[:–-]\s*)?(?=(?:du|de|des|le)\s)(?:de\s+)?/iu;

/** A reader for a release dated `released`, which gives the year; without one, `context.reference` does. */
export function createDateReader(context: ReleaseContext, released: Temporal.PlainDate | null): DateReader {
  const seen = new Map<string, DateReading | null>();
  const read = (text: string): DateReading | null => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const reading = readOnce(text, context, released);
    seen.set(text, reading);
    return reading;
  };
  const days = (text: string): DateReading | null => {
    if (!mayHoldDate(text)) return null;
    const reading = read(withoutRemark(bare(text)));
    return reading?.ok === false || (reading?.ok && hasDays(reading.when, text)) ? reading : null;
  };
  return {
    days,
    isDate: (text) => mayHoldDate(text) && read(withoutRemark(bare(text)))?.ok === true,
    status: (text) => splitStatus(text, released === null ? context : { ...context, year: released.year }),
    combine: (text, others) => {
      const ownDays = others.find((other) => days(other)?.ok === true) ?? text;
      const hours = clockFirst(others.filter((other) => days(other) === null)).map((each) => withoutRemark(bare(each)));
      const own = days(text);
      const all = read([ownDays, ...hours].map((each) => withoutRemark(bare(each))).join(', '));
      const reading = own?.ok && all?.ok ? { ...all, when: lastsUntil(own.when, all.when) } : all;
      return hours.length === 0 ? reading : withOwnHours(reading, days(ownDays), read(hours.join(', ')));
    },
  };
}

/** Days that come with hours, at the other hours of one event: « samedi 14 mars, 9h-13h », of which one part is at 10h. */
function withOwnHours(
  reading: DateReading | null,
  days: DateReading | null,
  hours: DateReading | null,
): DateReading | null {
  if (reading?.ok !== true || days?.ok !== true || hours?.ok !== true || days.when.hours.length === 0) return reading;
  return { ...reading, when: withHours(days.when, hours.when.hours) };
}

/** « Semaine du 4 mai », but not « semaine du 4 au 7 mai »: one day names its week. */
const WEEK_OF = /(?<!\p{L})semaine\s+(?=du\s(?!.*(?:\sau\s|\s?[-–—]\s?\p{L}*\s?\d)))/iu;

/** The date without what announces it and without final punctuation. */
function bare(text: string): string {
  if (text.length > MAX_ANNOUNCED) return text;
  const announced = ANNOUNCE.exec(text)?.[0] ?? '';
  const ofWeek = WEEK_OF.exec(text);
  const isWeek = ofWeek !== null && ofWeek.index < announced.length;
  return (isWeek ? text.slice(ofWeek.index) : text.slice(announced.length))
    .replace(/^du\s+(?!.*\sau\s)/i, '')
    .replace(/^\(([^()]*)\)$|^\[([^[\]]*)\]$/u, '$1$2')
    .replace(/^[([]+(?=[^)\]]*$)|(?<=^[^([]*)[)\]]+$/g, '')
    .replace(/[\s:;.,–—-]+$/u, '')
    .trim();
}

/** « Vendredi 8 mai (férié) »: a remark in words says nothing of the days, unless it takes some away. */
function withoutRemark(text: string): string {
  return text.replace(
    /\s*\((?!sauf|hors|except|annul|supprim|report|\p{L}*\s*(?:matin|midi|soir|apr))[^()\d]*\)?$/iu,
    '',
  );
}

/** True for a word that dates are made of, a number or a dash. */
export function isDateWord(word: string): boolean {
  return isAllDates(fold(word)) && /[\p{L}\p{N}]/u.test(word);
}

function readOnce(text: string, context: ReleaseContext, released: Temporal.PlainDate | null): DateReading | null {
  // « Ville (60) »: what stands in brackets is often the number of a department.
  if (SHORT_NUMBER.test(text)) return null;
  const folded = fold(text);
  if (text.length < 2 || text.length > MAX_LENGTH || !HINT.test(folded) || !isAllDates(folded)) return null;
  const result = parseIn(text, context, released);
  if (result.ok) return { ok: true, when: result.when, warnings: result.warnings.map(asFault) };
  // « Jeudi 14 mai : férié », « vendredi 3 juillet : dernier jour »: what stands behind the date is no part of it.
  const [head = ''] = text.split(BEFORE_TITLE);
  if (head !== text && parseIn(head, context, released).ok) return null;
  return looksLikeDays(folded) ? { ok: false, fault: asFault(result.fault) } : null;
}

function isAllDates(folded: string): boolean {
  const words = folded.match(/[a-z]+/g) ?? [];
  return words.every((word) => WORD_OF_DATES.test(word)) && !/[^a-z\d\s.,:;/()'\u2010-\u2015-]/.test(folded);
}

/** Released from August on, a date in spring is of the next year, as the school year is. */
function parseIn(
  text: string,
  context: ReleaseContext,
  released: Temporal.PlainDate | null,
): ReturnType<typeof parseWhen> {
  if (released === null) return parseWhen(text, context);
  if (context.schoolYear !== undefined) return parseWhen(text, { ...context, reference: released });
  const { year } = released;
  const inYear = parseWhen(text, { ...context, year });
  if (!inYear.ok || released.month < 8) return inYear;
  const last = lastDay(inYear.when);
  const isPast = last !== null && Temporal.PlainDate.compare(last, released) < 0 && last.month < 8;
  if (!isPast) return inYear;
  const inNextYear = parseWhen(text, { ...context, year: year + 1 });
  return inNextYear.ok ? inNextYear : inYear;
}

function lastDay(when: WhenRule): Temporal.PlainDate | null {
  const end = when.ranges.at(-1)?.to ?? when.ranges.at(-1)?.from ?? null;
  return end === null ? null : Temporal.PlainDate.from(end);
}

/** « Mardi » alone is the heading of a menu or of a timetable; « tous les mardis » is meant. */
function hasDays(when: WhenRule, text: string): boolean {
  const bounded = when.ranges.some((range) => range.from !== null || range.to !== null);
  return bounded || ((when.weekdays.length > 0 || when.months.length > 0) && /\b(?:tous|toutes|chaque)\b/i.test(text));
}

/** A text that begins as a date does, so that one that is impossible is told to staff instead of passed over. */
function looksLikeDays(folded: string): boolean {
  return /^(?:du |le |les )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?\d{1,2}(?:er)?(?: [a-z]{3,9}\b|\s?\/\s?\d{1,2}\b)/.test(
    folded,
  );
}

function asFault({ code, message, advice }: { code: string; message: string; advice: string }): Fault {
  return fault(code, message, advice);
}

const MONTHS =
  'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre';
const FULL_DATE = new RegExp(
  `\\b\\d{1,2}(?:er)?\\s+(?:${MONTHS})\\s+\\d{4}\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b`,
  'i',
);

const PLACE_AND_DATE = /^(?:fait\s+)?(?:à\s+)?\p{Lu}[\p{L} '’‐‑-]{1,40},\s*(?:le\s+)?(?:\p{L}+\.?\s+)?DATE\W*$/iu;
const ABOUT_ITSELF =
  /^\W*(?:communiqu|dossier de presse|invitation|publi|mis[e]? (?:à jour|en ligne)|rédigé|diffus|embargo|fait (?:à|le)|sous embargo|document)/iu;

/** « Ville, le 20 avril 2026 »: where and when a text was written. */
export function isPlaceAndDate(text: string): boolean {
  return text.length <= MAX_LENGTH && PLACE_AND_DATE.test(text.replace(FULL_DATE, 'DATE'));
}

/** « Communiqué de presse – Ville, le 21 avril 2026 » */
const ITSELF_DATED =
  /^\W*(?:communiqu[ée]|dossier|note)(?:\s+de\s+presse)?\W*(?:\p{Lu}[\p{L} '’‐‑-]{1,40},\s*)?(?:(?:le|du)\s+)?(?:\p{L}+\.?\s+)?DATE\W*$/iu;

/** True for a line that says nothing but what a text is, and where and when it was written. */
export function isOnlyReleaseDate(text: string): boolean {
  return isPlaceAndDate(text) || (text.length <= MAX_LENGTH && ITSELF_DATED.test(text.replace(FULL_DATE, 'DATE')));
}

/** True for a line that dates the release itself: « Ville, le … », « Communiqué du … ». */
export function datesTheRelease(text: string): boolean {
  return isPlaceAndDate(text) || ABOUT_ITSELF.test(text);
}

/** No line that dates a release is longer. */
const MAX_DATE_LINE = 90;

/**
 * The day on which a release was written, from the lines before its first event: a date with its year that stands alone,
 * else one at the end of a short line that is no sentence (« Communiqué du … »), else one among other dates (« du 4 au
 * 7 mai 2026 »); elsewhere only « Ville, le … ». Null where there is none.
 */
export function releaseDay(
  { opening, others }: { readonly opening: readonly string[]; readonly others: readonly string[] },
  context: ReleaseContext,
): Temporal.PlainDate | null {
  const dated = opening.flatMap((text) => {
    const date = text.length > MAX_DATE_LINE ? undefined : FULL_DATE.exec(text)?.[0];
    return date === undefined ? [] : [{ text, date, frame: text.replace(date, 'DATE') }];
  });
  const best =
    dated.find(({ frame }) => /^\W*(?:\p{L}+\.?\s+)?DATE\W*$/u.test(frame))?.date ??
    dated.find(({ text }) => isPlaceAndDate(text))?.date ??
    dated.find(({ frame }) => /(?:[,–—-]|\ble|\bdu)\s+(?:\p{L}+\s+)?DATE[^\p{L}.!?]*$/u.test(frame))?.date ??
    FULL_DATE.exec(others.find(isPlaceAndDate) ?? '')?.[0] ??
    dated.find(({ text }) => isAllDates(fold(text)))?.date;
  const result = best === undefined ? null : parseWhen(best, context);
  const from = result?.ok === true ? result.when.ranges[0]?.from : null;
  return from ? Temporal.PlainDate.from(from) : null;
}
