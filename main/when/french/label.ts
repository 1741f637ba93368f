import type { Temporal } from 'temporal-polyfill';
import { dayNumber, weekdayOfNumber } from '../day-number.ts';
import type { DayRange, WeekdayRule, WhenRule } from '../when.ts';
import { hoursLabel, listed, timeLabel } from './hours-label.ts';
import type { LooseDay, LooseRange } from './loose-range.ts';
import { resolveDays, resolveExceptions } from './resolve-days.ts';
import { type BareRule, normaliseRule } from './rule.ts';
import { monthName, ordinalName, shortWeekdayName, weekdayName } from './words.ts';

export { hoursLabel, timeLabel } from './hours-label.ts';
export { monthName, weekdayName } from './words.ts';

const ordinalDay = (day: number) => (day === 1 ? '1er' : String(day));
const elided = (word: string) => (/^[aàâeéèiouy]/u.test(word) ? `d’${word}` : `de ${word}`);

interface IsoParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

function partsOf(iso: string): IsoParts {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day, weekday: weekdayOfNumber(dayNumber(iso)) };
}

/** « mardi 5 mai », « vendredi 1er mai » */
export function dayLabel(day: Temporal.PlainDate): string {
  return `${weekdayName(day.dayOfWeek)} ${ordinalDay(day.day)} ${monthName(day.month)}`;
}

/** « mar. 5 » */
export function shortDayLabel(day: Temporal.PlainDate): string {
  return `${shortWeekdayName(day.dayOfWeek)} ${ordinalDay(day.day)}`;
}

/** How much is written: the years, and the month of each day, only where they are not clear without. */
interface Style {
  readonly years: boolean;
}

function dayText(parts: IsoParts, style: Style, weekday: boolean): string {
  const name = weekday ? `${weekdayName(parts.weekday)} ` : '';
  return `${name}${ordinalDay(parts.day)} ${monthName(parts.month)}${style.years ? ` ${parts.year}` : ''}`;
}

const atTime = (time: string | undefined) => (time === undefined ? '' : ` à ${timeLabel(time)}`);

/** « du 4 au 7 mai », « du 28 avril au 3 mai », « du 4 mai à 14 h au 7 mai », « du 4 mai jusqu’au 7 mai à 12 h » */
function closedText(from: IsoParts, to: IsoParts, { begins, ends }: DayRange, style: Style): string {
  const sameYear = from.year === to.year;
  const timed = begins !== undefined || ends !== undefined;
  const start =
    sameYear && from.month === to.month && !timed
      ? ordinalDay(from.day)
      : dayText(from, { years: style.years && !sameYear }, false);
  // « du 4 au 7 mai à 12 h » would be the hour of each day.
  const joint = ends !== undefined && begins === undefined ? 'jusqu’au' : 'au';
  return `du ${start}${atTime(begins)} ${joint} ${dayText(to, style, false)}${atTime(ends)}`;
}

const isSingle = ({ from, to, begins, ends }: DayRange) =>
  from !== null && from === to && begins === undefined && ends === undefined;

function rangeText(range: DayRange, style: Style, singleAsRange: boolean): string {
  if (range.from === null)
    return range.to === null
      ? 'tous les jours'
      : `jusqu’au ${dayText(partsOf(range.to), style, false)}${atTime(range.ends)}`;
  const from = partsOf(range.from);
  if (range.to === null) return `à partir du ${dayText(from, style, false)}${atTime(range.begins)}`;
  if (isSingle(range) && !singleAsRange) return `le ${dayText(from, style, false)}`;
  return closedText(from, partsOf(range.to), range, style);
}

/** « mardi 5 mai », « mardi 5 et jeudi 7 mai », « les 4, 5 et 7 mai » */
function singlesText(ranges: readonly DayRange[], style: Style, articles: boolean): string {
  const days = ranges.map((range) => partsOf(range.from ?? ''));
  const weekdays = days.length < 3 && !articles;
  const texts = days.map((day, index) => {
    const next = days[index + 1];
    if (next && next.month === day.month && next.year === day.year) {
      return `${weekdays ? `${weekdayName(day.weekday)} ` : ''}${ordinalDay(day.day)}`;
    }
    return dayText(day, { years: style.years && next?.year !== day.year }, weekdays);
  });
  return `${weekdays ? '' : texts.length > 1 ? 'les ' : 'le '}${listed(texts)}`;
}

function rangesText(ranges: readonly DayRange[], style: Style, singleAsRange: boolean, articles: boolean): string {
  if (!singleAsRange && ranges.every(isSingle)) return singlesText(ranges, style, articles);
  return listed(ranges.map((range) => rangeText(range, style, singleAsRange)));
}

/** Whether weekdays stand beside each other, three at least: « du lundi au vendredi ». */
function isRun(weekdays: readonly WeekdayRule[]): boolean {
  const inOrder = weekdays.every(
    ({ weekday }, index) => index === 0 || weekday === (weekdays[index - 1]?.weekday ?? 0) + 1,
  );
  return inOrder && weekdays.length > 2;
}

/** « tous les lundis et mardis », « du lundi au vendredi de mai », « chaque premier mardi du mois »; « tous les jours » for no weekdays. */
export function weekdaysLabel(weekdays: readonly WeekdayRule[], months: readonly number[]): string {
  const months_ = months.length > 0 ? ` ${elided(listed(months.map(monthName)))}` : '';
  const plain = weekdays.filter((rule) => rule.nth === undefined);
  const nths = weekdays.filter((rule) => rule.nth !== undefined);
  if (weekdays.length === 0) return `tous les jours${months_}`;
  const names = plain.map((rule) => weekdayName(rule.weekday));
  if (nths.length === 0) {
    return isRun(plain)
      ? `du ${names[0]} au ${names.at(-1)}${months_}`
      : `tous les ${listed(names.map((name) => `${name}s`))}${months_}`;
  }
  const each = weekdays.map(({ weekday, nth }) =>
    nth === undefined ? `chaque ${weekdayName(weekday)}` : `chaque ${ordinalName(nth)} ${weekdayName(weekday)}`,
  );
  return `${listed(each)}${months_ || (weekdays.at(-1)?.nth === undefined ? '' : ' du mois')}`;
}

const isAlways = (ranges: readonly DayRange[]) =>
  ranges.length === 1 && ranges[0]?.from === null && ranges[0].to === null;

function daysText(rule: BareRule, style: Style): string {
  const recurs = rule.weekdays.length > 0 || rule.months.length > 0;
  if (!recurs) return rangesText(rule.ranges, style, false, false);
  const recurrence = weekdaysLabel(rule.weekdays, rule.months);
  return isAlways(rule.ranges) ? recurrence : `${recurrence}, ${rangesText(rule.ranges, style, true, false)}`;
}

const CLOSED_WORDS = { school: 'vacances', public: 'jours fériés' } as const;

function exceptText({ except }: BareRule, style: Style): string {
  const parts = [
    ...except.weekdays.map((weekday) => `le ${weekdayName(weekday)}`),
    ...(except.ranges.length > 0 ? [rangesText(except.ranges, style, false, true)] : []),
    ...(except.closed ?? []).map((each) => CLOSED_WORDS[each]),
  ];
  return parts.length > 0 ? ` sauf ${listed(parts)}` : '';
}

function loose(iso: string | null): LooseDay | null {
  if (iso === null) return null;
  const { day, month } = partsOf(iso);
  return { day, month };
}

function withoutYears(ranges: readonly DayRange[]): LooseRange[] {
  return ranges.map((range) => {
    const from = loose(range.from);
    return { ...range, from, to: isSingle(range) ? from : loose(range.to) };
  });
}

/** Whether ranges have the same days. */
const same = (a: readonly DayRange[], b: readonly DayRange[]) =>
  a.length === b.length && a.every(({ from, to }, index) => from === b[index]?.from && to === b[index]?.to);

/** Whether a reader with the same reference finds the same years when they are not written. */
function clearWithoutYears(
  ranges: readonly DayRange[],
  main: readonly DayRange[] | null,
  reference: Temporal.PlainDate | null,
): boolean {
  if (reference === null) return false;
  const context = { zone: 'UTC', reference };
  const bare = withoutYears(ranges);
  const read = main ? resolveExceptions(bare, main, context) : resolveDays(bare, context);
  return read.faults.length === 0 && same(read.ranges, ranges);
}

/** Whether years must be written: where a reader would find others, and where they are not the one that is expected. */
function needsYears(
  ranges: readonly DayRange[],
  main: readonly DayRange[] | null,
  reference: Temporal.PlainDate | null,
): boolean {
  if (isAlways(ranges)) return false;
  const ends = ranges.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null);
  return ends.some((end) => partsOf(end).year !== reference?.year) || !clearWithoutYears(ranges, main, reference);
}

/** The days of a range, without hours: « du 4 au 7 mai », « jusqu’au 12 juin »; « tous les jours » where it has no end. */
export function daysLabel(range: DayRange, reference: Temporal.PlainDate): string {
  const years = needsYears([range], null, reference);
  return rangesText([range], { years }, false, false);
}

/** « jusqu’au 8 mai, à 12 h » would be the time at which the range ends. */
function saysEachDay({ weekdays, months, hours, except }: BareRule, ranges: readonly DayRange[]): boolean {
  const recurs = weekdays.length > 0 || months.length > 0 || except.weekdays.length > 0 || except.ranges.length > 0;
  const last = ranges.at(-1);
  const isOpen = (last?.from === null) !== (last?.to === null);
  return !recurs && isOpen && hours.length === 1 && hours[0]?.startOnly === true;
}

/**
 * The French label of a rule in its one form: « mardi 5 mai, 14 h – 17 h », « tous les mardis sauf le 8 mai ». It reads back as the same
 * rule for the same reference, so years are written where that reader would find others, and where they are not the
 * reference's own: « mardi 16 février 2027 » says that it is not the one just past. Without a reference, always.
 */
function labelOf(rule: BareRule, reference: Temporal.PlainDate | null): string {
  const { ranges, except } = rule;
  const years = needsYears(ranges, null, reference);
  const exceptYears = except.ranges.length > 0 && (years || needsYears(except.ranges, ranges, reference));
  const days = `${daysText(rule, { years })}${exceptText(rule, { years: exceptYears })}`;
  return joined(withHoursOf(rule), days);
}

/** What the hours of a rule put before and behind the words of its days. */
function withHoursOf(rule: BareRule): readonly [before: string, behind: string] {
  const hours = hoursLabel(rule.hours);
  if (hours === '') return ['', ''];
  if (!saysEachDay(rule, rule.ranges)) return ['', `, ${hours}`];
  return rule.ranges.some(isSingle) ? [`${hours}, `, ''] : ['tous les jours, ', `, ${hours}`];
}

const joined = ([before, behind]: ReturnType<typeof withHoursOf>, days: string): string => `${before}${days}${behind}`;

const TIME_OF_RANGE = / à \d{1,2}\u00a0h(?:\u00a0\d\d)?/gu;

/** The label of a rule for other hours, and for whole days where a range began or ended at an hour. */
export function labelWithHours(when: WhenRule, other: BareRule): string {
  const [before, behind] = withHoursOf(when);
  const { label } = when;
  const isOwn = label.startsWith(before) && label.endsWith(behind);
  const days = isOwn ? label.slice(before.length, label.length - behind.length) : label;
  return joined(withHoursOf(other), other.hours.length === 0 ? days : days.replace(TIME_OF_RANGE, ''));
}

/**
 * On which days a rule comes back, without its ends and hours: « tous les lundis et mardis », « tous les jours sauf le dimanche »;
 * null for one that has days without a pattern.
 */
export function recurrenceLabel(rule: BareRule): string | null {
  const { weekdays, months, except } = normaliseRule(rule);
  if (weekdays.length === 0 && except.weekdays.length === 0) return null;
  const days = weekdaysLabel(weekdays, months);
  return except.weekdays.length === 0
    ? days
    : `${days} sauf ${listed(except.weekdays.map((weekday) => `le ${weekdayName(weekday)}`))}`;
}

/** A rule with its label, in its one form. */
export function labelled(rule: BareRule, reference: Temporal.PlainDate | null): WhenRule {
  const normal = normaliseRule(rule);
  return { type: 'rule', ...normal, label: labelOf(normal, reference) };
}
