import { isLength } from '../outline/lengths.ts';
import { type Part, splitCommas, splitParts } from '../outline/split-parts.ts';
import { cutAtHours, isOfAnother } from './inner-hours.ts';
import type { IsDate } from './is-date.ts';
import { mayHoldDate, mayHoldPeriod } from './may-hold-date.ts';

/** The parts of a heading without its dates, and the dates as written. */
export interface Parted {
  readonly kept: readonly Part[];
  readonly dates: readonly string[];
}

/** « mardi », « 10 mars », « 10/03 »: a day, and not hours alone. */
const NAMES_DAY =
  /^(?:le\s+)?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|\d{1,2}(?:er)?\s+(?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c)|\d{1,2}\/\d)/iu;

/** Takes the dates out of the parts of a heading, wherever they stand: « Lieu – 9h-12h : titre », « Titre, 14h, lieu ». */
export function takeDates(parts: readonly Part[], isDate: IsDate): Parted {
  const taken = datesTaken(parts, isDate);
  return isOfSeveral(taken) ? leadingAlone(parts, taken.dates) : taken;
}

/** « 10h », « à 14 h 30 »: when something begins, and no more. */
const START = /^(?:à\s+)?\d{1,2}\s?(?:h(?:\s?\d\d)?|:\d\d)$/iu;
/** An hour of the day, and no length. */
const HOUR = /(?<![\d,.:])(?:0?[7-9]|1\d|2[0-3])\s?(?:h(?![\p{L}])|:\d\d)/iu;
const outsideBrackets = (text: string): string => text.replace(/\([^()]*\)|«[^»]*»|"[^"]*"/gu, '');

/** « 10h : vaccinations – 14h : dépistage », « 6e : 9h ; 5e : 10h »: each of several has its hour, and none is that of all. */
function isOfSeveral({ kept, dates }: Parted): boolean {
  // « Ville (mairie), 9h30-12h30 ; Ville (gare), 14h-17h »
  if (kept.some(({ text }) => /\d.*;/u.test(text) && HOUR.test(outsideBrackets(text)))) return true;
  const starts = dates.filter((text) => START.test(text));
  if (starts.length === 0 || starts.length < dates.length) return false;
  return starts.length > 1 || kept.some(({ text }) => HOUR.test(outsideBrackets(text)));
}

/** The parts as they are written, but for an hour that they begin with. */
function leadingAlone(parts: readonly Part[], [first = '']: readonly string[]): Parted {
  const [head, ...others] = parts;
  if (head === undefined || first === '' || !head.text.startsWith(first)) return { kept: parts, dates: [] };
  const rest = head.text.slice(first.length).replace(/^[\s,:–—-]+/u, '');
  return { kept: rest === '' ? others : [{ ...head, text: rest }, ...others], dates: [first] };
}

function datesTaken(parts: readonly Part[], isAnyDate: IsDate): Parted {
  const kept: Part[] = [];
  const dates: string[] = [];
  // « 5h30 – Départ » begins at its hour; « Philosophie – 4 h » lasts that long.
  const isDate: IsDate = (text) => isAnyDate(text) && (!isLength(text) || parts[0]?.text.startsWith(text) === true);
  for (const part of parts) {
    if (!mayHoldDate(part.text) && !mayHoldPeriod(part.text)) {
      kept.push(part);
      continue;
    }
    const pieces = piecesOf(part, isDate).map((piece, at, all) =>
      NAMES_DAY.test(all[at - 1]?.text ?? '') ? { ...piece, afterDay: true as const } : piece,
    );
    for (const piece of pieces) {
      if (isDate(piece.text)) {
        const [date, remark] = withoutRemark(piece.text, isDate);
        dates.push(date);
        if (remark !== null) kept.push({ text: remark, before: '(' });
      } else {
        const { text, date } = trailingDate(piece.text, isDate);
        const timed = date === null ? cutAtHours(text, isDate) : null;
        if (date !== null) dates.push(date);
        if (timed === null) kept.push({ ...piece, text });
        else {
          dates.push(timed.hours);
          kept.push(
            { ...piece, text: timed.title },
            ...(timed.venue === null ? [] : [{ text: timed.venue, before: ',' as const }]),
          );
        }
      }
    }
  }
  return { kept, dates };
}

/** « 18h (sous réserve) »: a remark in words that is none of the date. */
function withoutRemark(text: string, isDate: IsDate): readonly [date: string, remark: string | null] {
  const [, date, remark] = /^(.+?)\s*\(([^()\d]*\p{L}[^()\d]*)\)$/u.exec(text) ?? [];
  if (date === undefined || remark === undefined || !isDate(date) || isDate(remark)) return [text, null];
  return /^(?:sauf|hors|except)/iu.test(remark) ? [text, null] : [date, remark];
}

/** A part cut at the colons and commas that stand beside a date; a part without a date stays whole. */
function piecesOf(part: Part, isDate: IsDate): Part[] {
  if (isDate(part.text)) return [part];
  const atoms = splitCommas(part.text).flatMap((piece) =>
    splitParts(piece.text, { colons: true, dashes: false }).map((atom, at) =>
      at === 0 ? { ...atom, before: piece.before } : atom,
    ),
  );
  const pieces = aroundDates(atoms, isDate);
  return pieces.length === 1
    ? [part]
    : pieces.map((piece, at) => (at === 0 ? { ...piece, before: part.before } : piece));
}

/** The dates among some pieces, each the longest that reads as one, and the others joined again. */
function aroundDates(atoms: readonly Part[], isDate: IsDate): Part[] {
  const pieces: { readonly part: Part; readonly isDate: boolean }[] = [];
  for (let at = 0; at < atoms.length; ) {
    const length = longestDate(atoms.slice(at), isDate);
    const part = together(atoms.slice(at, at + Math.max(1, length)));
    const last = pieces.at(-1);
    if (length === 0 && last?.isDate === false)
      pieces[pieces.length - 1] = { part: together([last.part, part]), isDate: false };
    else pieces.push({ part, isDate: length > 0 });
    at += Math.max(1, length);
  }
  return pieces.map(({ part }) => part);
}

/** Pieces as one, with the commas and colons that parted them. */
function together(parts: readonly Part[]): Part {
  const text = parts.map((part, at) => (at === 0 ? '' : part.before === ':' ? ' : ' : ', ') + part.text).join('');
  return { text, before: parts[0]?.before ?? '' };
}

/** No date has more pieces than this. */
const MAX_PIECES = 6;

function longestDate(atoms: readonly Part[], isDate: IsDate): number {
  for (let length = Math.min(atoms.length, MAX_PIECES); length > 0; length--) {
    if (isDate(together(atoms.slice(0, length)).text)) return length;
  }
  return 0;
}

/** « Forum 15h », « Forum 14h-16h »; « Formation 8h » and « Les 24h » may say how long it takes. */
const BARE_HOURS =
  /^(.*[\p{L}»)](?<!(?<!\p{L})(?:de|des|du|les|en|la|le|un|une|à|a|au|dès|vers|avant|après|entre|et|ou|sous|pendant|durant|plus|moins|départ|rdv|rendez-vous)))\s+((?:1[3-9]|2[0-2])\s?h|\d{1,2}\s?h\s?\d\d|\d{1,2}\s?h(?:\s?\d\d)?\s?(?:[-–/]|à)\s?\d{1,2}\s?h(?:\s?\d\d)?)$/iu;

/** « Ciné-club 20h30 (2h05) », « Conférence à 14h, durée 1h30 » */
const WITH_LENGTH =
  /^(.+?)(\s*\((?:durée\s*:?\s*)?[0-6]\s?h(?:\s?[0-5]\d)?\)|,\s*durée\s*:?\s*[0-6]\s?h(?:\s?[0-5]\d)?)$/iu;

/** « Forum (14h-17h) », « Forum, de 14h à 17h », « Forum à 14h », « Forum 14h ». */
export function trailingDate(text: string, isDate: IsDate): { text: string; date: string | null } {
  const [, head, length] = WITH_LENGTH.exec(text) ?? [];
  if (head !== undefined && length !== undefined) {
    const before = trailingDate(head, isDate);
    return { text: `${before.text}${length}`, date: before.date };
  }
  for (const pattern of [
    /^(.+?)\s*\(([^()]+)\)$/,
    /^(.+),\s*([^,]+)$/,
    /^(.+?)\s+((?:de|dès|à partir de|jusqu['’]à|à|vers)\s+\d{1,2}\s*[h:].*|(?:de|entre)\s+(?:midi|\d{1,2})\s+(?:à|et)\s+\d{1,2}\s*h.*|à\s+midi)$/i,
    BARE_HOURS,
  ]) {
    const [, before, date] = pattern.exec(text) ?? [];
    if (before === undefined || date === undefined || !isDate(date) || isLength(date) || isOfAnother(before)) continue;
    // « (Ville, 14h) »: the bracket that closes after the date opened before it.
    if (/\)$/.test(date) && !date.includes('(')) continue;
    return { text: before.trim(), date };
  }
  return { text, date: null };
}
