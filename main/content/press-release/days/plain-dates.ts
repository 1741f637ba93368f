import type { Temporal } from 'temporal-polyfill';
import { monthDayOfNumber, numberOfDate, numberOfDay, yearOfNumber } from '../../../when/day-number.ts';
import { numberedDay } from '../../../when/french/relative-days.ts';
import { MONTH, monthName, WEEKDAY, weekdayNamed } from '../../../when/french/words.ts';
import type { Block } from '../../documents/block.ts';
import { type Fault, guessed, quotedList } from '../../faults/fault.ts';

/** Where days without their months are looked for. */
interface Near {
  readonly reference: Temporal.PlainDate;
}

/** Lines whose days are written as the readers of dates know them, and what of that is a guess. */
interface PlainDates {
  readonly blocks: readonly Block[];
  readonly told: readonly Fault[];
}

/** A longer line is a paragraph. */
const MAX_LINE = 200;
/** Days before and after the day on which a text was written, in which a day is looked for. */
const [BEFORE, AFTER] = [31, 184];
/** Two dates of a list that lie further apart are rather hours: « 8.05 : accueil », « 9.10 : atelier ». */
const MAX_GAP = 62;
const HINT = /^[^\p{L}\d]{0,6}(?:le\s)?\d{1,2}[.-]\d\d(?!\d)/iu;
const SLASHED = /^[^\p{L}\d]{0,6}(?:le\s)?\d{1,2}\/\d{1,2}(?!\d)/iu;
const DOTTED =
  /^([^\p{L}\d]{0,6}(?:le\s)?)(\d{1,2})[.-](0[1-9]|1[0-2])(?=\s*(?::|[–—-]\s|$)|\s+\p{L}|\s+\d{1,2}\s?h)/iu;

/** Makes « 05/05 » of « 05.05 » and « 05-05 » that begin the lines of a list, and « lundi 4 mai » of « lundi 4 » in a text that names no month. */
export function withPlainDates(blocks: readonly Block[], near: Near): PlainDates {
  const dotted = withSlashes(blocks, near);
  const named = withMonths(dotted.blocks, near);
  return { blocks: named.blocks, told: [...dotted.told, ...named.told] };
}

function withSlashes(blocks: readonly Block[], { reference }: Near): PlainDates {
  const written = blocks.filter(({ text }) => HINT.test(text.slice(0, 20)));
  // « 28.05 : cross » below « 26/05 : bulletins » is a day as well.
  const isBesideDays = written.length > 0 && blocks.some(({ text }) => SLASHED.test(text.slice(0, 20)));
  if (written.length < 2 && !isBesideDays) return { blocks, told: [] };
  const found = written.map(({ text }) => DOTTED.exec(text.slice(0, MAX_LINE)));
  const days = found.map((match) => (match === null ? null : nextDay(Number(match[2]), Number(match[3]), reference)));
  const isList = days.every((day, at) => {
    const before = days[at - 1];
    return (
      day !== null &&
      (at === 0 || (before !== null && before !== undefined && day >= before && day - before <= MAX_GAP))
    );
  });
  if (!isList) return { blocks, told: [] };
  const lines = new Set(written);
  return {
    blocks: blocks.map((block) =>
      lines.has(block) ? { ...block, text: block.text.replace(DOTTED, '$1$2/$3') } : block,
    ),
    told: [dottedTold(found.flatMap((match) => (match ? `${match[2]}.${match[3]}` : [])))],
  };
}

/** The number of the day with this number and month that is near; null where there is none. */
function nextDay(day: number, month: number, reference: Temporal.PlainDate): number | null {
  const today = numberOfDay(reference);
  const numbers = [-1, 0, 1].map((more) => numberOfDate(reference.year + more, month, day));
  const near = numbers.find((number) => number >= today - BEFORE && number <= today + AFTER);
  return near !== undefined && monthDayOfNumber(near).day === day ? near : null;
}

/** « lundi 4 », « mardi 12 à 18h », but not « lundi 4 mai », « lundi 4/05 », « mardi 14h » and « mardi 4 élèves ». */
const NUMBERED = new RegExp(
  `(?<!\\p{L})(${WEEKDAY})\\s(\\d{1,2})(er)?(?!\\d|\\p{L}|\\s?(?:[/.:h]\\s?\\d|h\\b|heures?\\b|[-–]\\s?\\d{1,2}\\s?h|%|€|ans\\b|[ée]l[èe]ves|classes|places|groupes|points|km))`,
  'giu',
);
const NAMES_MONTH = new RegExp(
  `(?<!\\p{L})(?:${MONTH}|janv|f[ée]vr?|avr|juil|sept|oct|nov|d[ée]c)(?!\\p{L})|\\d\\s?/\\s?\\d|20\\d\\d-\\d\\d`,
  'iu',
);

function withMonths(blocks: readonly Block[], { reference }: Near): PlainDates {
  const has = (pattern: RegExp) => blocks.some(({ text }) => text.slice(0, 2_000).search(pattern) >= 0);
  if (!has(NUMBERED) || has(NAMES_MONTH)) return { blocks, told: [] };
  const guesses = new Set<string>();
  const dated = blocks.map((block) => {
    const text = block.text.replace(NUMBERED, (whole: string, weekday: string, number: string) => {
      const day = numberedDay({ weekday: weekdayNamed(weekday), day: Number(number) }, numberOfDay(reference));
      if (day === null) return whole;
      guesses.add(whole);
      return `${whole} ${monthName(monthDayOfNumber(day).month)} ${yearOfNumber(day)}`;
    });
    return text === block.text ? block : { ...block, text };
  });
  return { blocks: dated, told: guesses.size === 0 ? [] : [monthTold([...guesses])] };
}

const dottedTold = (texts: readonly string[]): Fault =>
  guessed(
    'text-dotted-days',
    `${quotedList(texts.slice(0, 3))} en début de ligne sont compris comme des jours et des mois.`,
    'Écrivez le mois en lettres, par exemple « 5 mai ».',
  );

const monthTold = (texts: readonly string[]): Fault =>
  guessed(
    'text-month-guessed',
    `Ce texte ne nomme pas de mois : ${quotedList(texts.slice(0, 3))} ${texts.length > 1 ? 'sont compris comme les prochains jours' : 'est compris comme le prochain jour'} qui ont ce nom et ce numéro.`,
    'Écrivez le mois derrière le jour, par exemple « lundi 4 mai ».',
  );
