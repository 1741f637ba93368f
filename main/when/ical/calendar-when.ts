import type { Temporal } from 'temporal-polyfill';
import { dayOfNumber, isoOfNumber } from '../day-number.ts';
import { daysLabel, hoursLabel } from '../french/label.ts';
import { minutesPerDay } from '../wall-time.ts';
import type { When, WhenCalendar } from '../when.ts';
import type { SeriesPart } from './event-series.ts';
import { hoursOf } from './occurrence-hours.ts';
import { plainRule } from './plain-rule.ts';
import { recurrenceWords } from './recurrence-words.ts';
import { boundsOf, occurrencesOf, steadyRun } from './strand-occurrences.ts';

type Days = Pick<SeriesPart, 'strands' | 'once'>;

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);
/** Days within which every rule that comes back with gaps shows one. */
const MAX_GAP_SEARCH_DAYS = 400;

/** The last day of something that may end at midnight. */
const lastDayOf = (from: number, to: number) => dayOf(Math.max(from, to - 1));

/** Whether the days of a calendar event are more than one run of days: then they are told by their rule, and not as a range. */
function hasGaps({ strands, once }: Days, place: string): boolean {
  const first = Math.min(...strands.map((strand) => boundsOf(strand, place).first), ...once.map(({ from }) => from));
  const window = first + MAX_GAP_SEARCH_DAYS * minutesPerDay;
  const found = [...strands.flatMap((strand) => occurrencesOf(strand, place, first, window)), ...once].toSorted(
    (a, b) => a.from - b.from,
  );
  let reached = found[0] ? lastDayOf(found[0].from, found[0].to) : 0;
  for (const { from, to } of found) {
    if (dayOf(from) > reached + 1) return true;
    reached = Math.max(reached, lastDayOf(from, to));
  }
  return false;
}

/** The label of days that no plain rule says: « toutes les deux semaines, le mardi, du 5 mai au 30 juin 2026, 14 h – 15 h ». */
function labelOf(
  { strands, once }: Days,
  place: string,
  words: string | null,
  reference: Temporal.PlainDate | null,
): string {
  const bounds = [
    ...strands.map((strand) => boundsOf(strand, place)),
    ...once.map(({ from, to }) => ({ first: from, last: Math.max(from, to - 1) })),
  ];
  const start = dayOf(Math.min(...bounds.map(({ first }) => first)));
  const end = dayOf(Math.max(...bounds.map(({ last }) => last)));
  const range = { from: isoOfNumber(start), to: Number.isFinite(end) ? isoOfNumber(end) : null };
  const days = daysLabel(range, reference ?? dayOfNumber(start).subtract({ years: 5 }));
  const [strand] = strands;
  const isOne = strand && strands.length === 1 && once.length === 0 && !strand.allDay && strand.zone === undefined;
  const hours = isOne
    ? hoursLabel([hoursOf({ from: strand.start, to: strand.start + strand.minutes, allDay: false })])
    : '';
  return [words, days, hours].filter((part) => part !== null && part !== '').join(', ');
}

/** The When of the days of a calendar event: a plain rule where one says the same. */
export function calendarWhen(days: Days, place: string, reference: Temporal.PlainDate | null): When {
  const plain = plainRule(days.strands, days.once, reference);
  if (plain) return plain;
  const isSteady =
    days.once.length === 0 && days.strands.every((strand) => steadyRun(strand, place)?.gaps.length === 0);
  const words = !isSteady && hasGaps(days, place) ? recurrenceWords(days.strands, place) : null;
  // What lasts for days at a time is told by those days.
  const isLong = [...days.strands.map(({ minutes }) => minutes), ...days.once.map(({ from, to }) => to - from)].some(
    (minutes) => minutes > minutesPerDay,
  );
  const when: WhenCalendar = {
    type: 'calendar',
    place,
    strands: days.strands,
    once: days.once,
    recurrence: isLong ? null : words,
    label: labelOf(days, place, words, reference),
  };
  return when;
}
