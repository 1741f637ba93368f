import type { Temporal } from 'temporal-polyfill';
import type { AgendaEntry, SlideOf } from '../contract.ts';
import { capitalised } from '../lib/capitalised.ts';
import { compact } from '../lib/compact.ts';
import { addTo, grouped } from '../lib/grouped.ts';
import { mapped } from '../lib/in-turns.ts';
import type { Steps } from '../lib/steps.ts';
import { dayOfNumber, numberOfDay } from '../when/day-number.ts';
import { daysTold } from '../when/days-told.ts';
import { dayLabel, daysLabel, weekdayName } from '../when/french/label.ts';
import { memoByDay } from '../when/memo-by-day.ts';
import { nextOccurrence } from '../when/occurrence.ts';
import { dayOf, isOnToday, momentOf } from '../when/today.ts';
import type { When } from '../when/when.ts';
import { agendaSlide, identified, type Line, sectionOf } from './agenda-slide.ts';
import { hasOwnSlide, isAnnouncement, type Listed, linesOn, listedTitle, townOf, venueOf } from './listed.ts';
import { hourOn, inOrderOn } from './listed-order.ts';
import { hoursTold } from './seen-at.ts';

/** No « Bientôt » looks further. */
export const MAX_COMING_DAYS = 30;

/** The lines of an item on a day: thousands of them are the same from one programme to the next. */
const lineNow = memoByDay((item: Listed, day) => makeLine(item, day, true));
const lineThen = memoByDay((item: Listed, day) => makeLine(item, day, false));

/** One line for what is on that day; `at` only where that day is today. */
function lineOf(item: Listed, day: Temporal.PlainDate, at: Temporal.ZonedDateTime | null): AgendaEntry {
  const isNow = at !== null && item.status === undefined && momentOf(item.when, at).phase === 'now';
  return isNow ? lineNow(item, day) : lineThen(item, day);
}

function makeLine(item: Listed, day: Temporal.PlainDate, isNow: boolean): AgendaEntry {
  const { status } = item;
  return {
    town: townOf(item),
    title: listedTitle(item),
    ...compact({
      venue: venueOf(item),
      hours: (item.when && hoursTold(item.when, day)) || undefined,
      now: isNow ? true : undefined,
      status: status && { kind: status.kind, label: status.label },
      item: item.id,
    }),
  };
}

const NO_DAYS = { from: null, to: null };
/** The days of an item that are told together on one of them. */
const toldOn = ({ when }: Listed, day: Temporal.PlainDate) => (when === null ? NO_DAYS : daysTold(when, day));

const isoMonday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });

/** Heading for what lasts several days: the whole week where it stays within this one, or else simply these days. */
function severalDaysHeading(items: readonly Listed[], day: Temporal.PlainDate): string {
  const monday = isoMonday(day).toString();
  const sunday = isoMonday(day).add({ days: 6 }).toString();
  const thisWeek = items.every((item) => {
    const { from, to } = toldOn(item, day);
    return from !== null && to !== null && from >= monday && to <= sunday;
  });
  return thisWeek ? 'Toute la semaine' : 'Ces jours-ci';
}

/** What the agenda of a day says of an item that is on; thousands of items themselves need not be looked at again. */
export interface LineToday extends Line {
  readonly item: Listed;
  readonly isDated: boolean;
  readonly isAnnouncement: boolean;
  /** It lasts longer than this day. */
  readonly isLong: boolean;
}

/** The line of an item in the agenda of the day of `at`. */
export function lineToday(item: Listed, at: Temporal.ZonedDateTime): LineToday {
  const day = dayOf(at);
  const { from, to } = toldOn(item, day);
  return {
    ...identified(lineOf(item, day, at)),
    item,
    isDated: item.when !== null,
    isAnnouncement: isAnnouncement(item),
    isLong: from === null || to === null || from !== to,
  };
}

/**
 * « Aujourd’hui »: what takes place on the day of `at`, in the order of that day, one day's events first, then what lasts; null
 * where all is a single slide.
 */
export function todayAgenda(lines: readonly LineToday[], at: Temporal.ZonedDateTime) {
  const day = dayOf(at);
  const said = lines.some((line) => line.isAnnouncement) ? linesOn(lines, ({ item }) => item, day) : lines;
  const dated = said.filter(({ isDated }) => isDated);
  if (dated.length < 2 && dated.every(({ item }) => hasOwnSlide(item, at))) return null;
  const byLength = grouped(dated, ({ isLong }) => isLong);
  const [single, long] = [byLength.get(false) ?? [], byLength.get(true) ?? []];
  const heading = severalDaysHeading(
    long.map(({ item }) => item),
    day,
  );
  const sections = [sectionOf(`Ce ${weekdayName(day.dayOfWeek)}`, day, single), sectionOf(heading, null, long)].filter(
    ({ ids }) => ids.length > 0,
  );
  return agendaSlide('Aujourd’hui', day.toString(), sections);
}

const soonest = memoByDay((when, from) => ({ first: nextOccurrence(when, from, MAX_COMING_DAYS - 1) }));

/** The first day after one, as far as any « Bientôt » looks; null for none. */
export const soonestAfter = (when: When, day: Temporal.PlainDate): Temporal.PlainDate | null =>
  soonest(when, dayOfNumber(numberOfDay(day) + 1)).first;

/** Works out what agendas of the day of `at` say of an item. */
export function prepareLine(item: Listed, at: Temporal.ZonedDateTime): void {
  const day = dayOf(at);
  const first = item.when && soonestAfter(item.when, day);
  if (isOnToday(item.when, at)) lineOf(item, day, at);
  else if (first) {
    identified(lineOf(item, first, null));
    hourOn(item, first);
  }
  if (item.when !== null) daysTold(item.when, isOnToday(item.when, at) ? day : (first ?? day));
}

/** What begins in the `days` days after one, by its first day. */
function* firstDays(items: readonly Listed[], today: Temporal.PlainDate, days: number) {
  const last = numberOfDay(today) + days;
  const byDay = new Map<number, Listed[]>();
  for (const item of items) {
    const first = item.when && soonestAfter(item.when, today);
    addTo(byDay, first === null ? Number.POSITIVE_INFINITY : numberOfDay(first), item);
    yield;
  }
  return [...byDay].filter(([number]) => number <= last);
}

/** What begins on one day and has one heading. */
interface Beginning {
  readonly first: Temporal.PlainDate;
  readonly heading: string;
  /** The heading names that day alone. */
  readonly isOneDay: boolean;
  /** In the order of that day. */
  readonly items: readonly Listed[];
}

/** What begins on a day, by the days that are told of it. `lines` are in the order of that day. */
function* beginningsOn(
  first: Temporal.PlainDate,
  lines: readonly Listed[],
  today: Temporal.PlainDate,
): Steps<Beginning[]> {
  const isTomorrow = numberOfDay(first) === numberOfDay(today) + 1;
  const dayHeading = isTomorrow ? `Demain, ${dayLabel(first)}` : capitalised(dayLabel(first));
  const periods = new Map<string, Listed[]>();
  for (const item of lines) {
    const { from, to } = toldOn(item, first);
    addTo(periods, from === to ? '' : `${from} ${to}`, item);
    yield;
  }
  return [...periods.values()].flatMap((items): Beginning[] => {
    if (items[0] === undefined) return [];
    const { from, to } = toldOn(items[0], first);
    const isOneDay = from === to;
    return [{ first, heading: isOneDay ? dayHeading : capitalised(daysLabel({ from, to }, today)), isOneDay, items }];
  });
}

/**
 * « Bientôt »: what begins in the next `days` days, by first day; null where there is nothing. `items` are those that are not on
 * today, by town and title.
 */
export function* comingAgenda(
  items: readonly Listed[],
  at: Temporal.ZonedDateTime,
  days: number,
  ownTown: string | null,
): Steps<SlideOf<'agenda'> | null> {
  const today = dayOf(at);
  const beginnings: Beginning[] = [];
  for (const [number, beginning] of yield* firstDays(items, today, days)) {
    const first = dayOfNumber(number);
    const inOrder = inOrderOn(beginning, first, ownTown);
    yield;
    const lines = linesOn(inOrder, (item) => item, first);
    beginnings.push(...(yield* beginningsOn(first, lines, today)));
  }
  if (beginnings.length === 0) return null;
  const sections: ReturnType<typeof sectionOf>[] = [];
  for (const each of beginnings.toSorted(byDayThenHeading)) {
    const lines = yield* mapped(each.items, (item) => identified(lineOf(item, each.first, null)));
    sections.push(sectionOf(each.heading, each.isOneDay ? each.first : null, lines));
  }
  return agendaSlide('Bientôt', null, sections);
}

const byDayThenHeading = (a: Beginning, b: Beginning): number =>
  numberOfDay(a.first) - numberOfDay(b.first) || (a.heading < b.heading ? -1 : 1);
