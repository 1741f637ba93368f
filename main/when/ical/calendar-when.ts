import type { Temporal } from 'temporal-polyfill';
import { dayOfNumber, isoOfNumber } from '../day-number.ts';
import { daysLabel, hoursLabel } from '../french/label.ts';
import { minutesPerDay } from '../wall-time.ts';
import type { HourWindow, When, WhenCalendar } from '../when.ts';
import { calendarDays } from './calendar-days.ts';
import { hoursOf } from './hours-of.ts';
import { plainRule } from './plain-rule.ts';
import { recurrenceWords } from './recurrence/recurrence-words.ts';
import type { SeriesPart } from './series-days.ts';
import type { Strand } from './strand.ts';
import { boundsOf } from './strand-occurrences.ts';

type Days = Pick<SeriesPart, 'strands' | 'once'>;

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);
/** Days within which every rule that comes back with gaps shows one. */
const MAX_GAP_SEARCH_DAYS = 400;

/** Whether the days of a calendar event are more than one run of days: then they are told by their rule, and not as a range. */
function hasGaps(when: WhenCalendar): boolean {
  const days = calendarDays(when);
  const on = days.find(boundDays(when, when.place).first, 1, true);
  const off = on === null ? null : days.find(on, 1, false);
  return off !== null && days.find(off, 1, true, MAX_GAP_SEARCH_DAYS) !== null;
}

/** The first and the last day, the last one infinite where there is no end. */
function boundDays({ strands, once }: Days, place: string): { first: number; last: number } {
  const bounds = [
    ...strands.map((strand) => boundsOf(strand, place)),
    ...once.map(({ from, to }) => ({ first: from, last: Math.max(from, to - 1) })),
  ];
  return {
    first: dayOf(Math.min(...bounds.map(({ first }) => first))),
    last: dayOf(Math.max(...bounds.map(({ last }) => last))),
  };
}

/** Whether all its occurrences have the same hours: not « every hour », and not at 10 h and 14 h. */
const hasOneTime = ({ rules }: Strand): boolean =>
  rules.every(({ frequency, hours, minutes }) => !/^(?:MINUTE|HOUR)LY$/u.test(frequency) && !hours && !minutes);

/** Its hours, moved with all of them. */
function hoursOfStrand({ start, minutes, shift = 0 }: Strand): HourWindow {
  const from = start + shift;
  return hoursOf({ from, to: from + minutes, allDay: false });
}

/** The label of days that no plain rule says: « toutes les deux semaines, le mardi, du 5 mai au 30 juin 2026, 14 h – 15 h ». */
function labelOf(when: WhenCalendar, words: string | null, reference: Temporal.PlainDate | null): string {
  const { strands, once, place } = when;
  const { first, last } = boundDays(when, place);
  // The end of a rule may lie after the last day that it gives.
  const end = Number.isFinite(last) ? (calendarDays(when).find(last, -1, true) ?? last) : null;
  const range = { from: isoOfNumber(first), to: end === null ? null : isoOfNumber(end) };
  const days = daysLabel(range, reference ?? dayOfNumber(first).subtract({ years: 5 }));
  const [strand] = strands;
  // In another zone the hours at the place change with the clocks.
  const isOne = strand && strands.length === 1 && once.length === 0 && !strand.allDay && strand.zone === undefined;
  const hours = isOne && hasOneTime(strand) ? hoursLabel([hoursOfStrand(strand)]) : '';
  return [words, days, hours].filter((part) => part !== null && part !== '').join(', ');
}

/** Whether something lasts for days at a time: it is told by those days, and not by its rule. */
const lastsDays = ({ strands, once }: Days) =>
  strands.some(({ minutes }) => minutes > minutesPerDay) || once.some(({ from, to }) => to - from > minutesPerDay);

/** The When of the days of a calendar event: a plain rule where one says the same. */
export function calendarWhen(days: Days, place: string, reference: Temporal.PlainDate | null): When {
  const plain = plainRule(days.strands, days.once, reference);
  if (plain) return plain;
  const bare: WhenCalendar = {
    type: 'calendar',
    place,
    strands: days.strands,
    once: days.once,
    recurrence: null,
    label: '',
  };
  const words = hasGaps(bare) ? recurrenceWords(days.strands, place) : null;
  return { ...bare, recurrence: lastsDays(days) ? null : words, label: labelOf(bare, words, reference) };
}
