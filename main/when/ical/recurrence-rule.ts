import type { Temporal } from 'temporal-polyfill';
import { isoOfNumber, weekdayOfNumber } from '../day-number.ts';
import { labelled } from '../french/label.ts';
import type { BareRule } from '../french/rule.ts';
import { minutesPerDay } from '../wall-time.ts';
import type { DayRange, HourWindow, WeekdayRule, WhenRule } from '../when.ts';
import { type CalendarEvent, type Occurrence, propertyOf } from './event.ts';

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);
const pad = (value: number) => String(value).padStart(2, '0');

function timeOf(wall: number): string {
  const minute = ((wall % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** Hours of an occurrence of 24 hours at most. One without an end lasts for the rest of the day. */
function hoursOf({ from, to }: Occurrence): HourWindow[] {
  const start = timeOf(from) === '00:00' ? null : timeOf(from);
  if (to === from && start !== null) return [{ from: start, to: null, startOnly: true }];
  const end = to === from || timeOf(to) === '00:00' ? null : timeOf(to);
  return [{ from: start, to: end }];
}

/** The rule of one occurrence; null where it takes more than 24 hours and no two of its days have the same hours. */
function ruleOfOccurrence(occurrence: Occurrence): BareRule | null {
  const { from, to, allDay } = occurrence;
  if (!allDay && to - from > minutesPerDay) return null;
  const range = { from: isoOfNumber(dayOf(from)), to: isoOfNumber(allDay ? dayOf(to - 1) : dayOf(from)) };
  const hours = allDay ? [] : hoursOf(occurrence);
  return { ranges: [range], weekdays: [], months: [], except: { ranges: [], weekdays: [] }, hours };
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const followed = new Set(['freq', 'interval', 'until', 'byday', 'bymonth', 'wkst']);

/** Weekdays of a plain rule: `MO,TH` weekly or daily, `1MO,-1FR` monthly; null for anything else. */
function weekdaysOf(rule: Record<string, unknown>, first: Occurrence): WeekdayRule[] | null {
  const { freq, byday } = rule;
  const list = byday === undefined ? [] : [byday].flat().map(String);
  if (list.length === 0) {
    if (freq === 'DAILY') return [];
    return freq === 'WEEKLY' ? [{ weekday: weekdayOfNumber(dayOf(first.from)) }] : null;
  }
  const read = list.map((code): WeekdayRule | null => {
    const match = /^([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)$/u.exec(code);
    if (!match) return null;
    const weekday = codes.indexOf(match[2] ?? '') + 1;
    const nth = match[1] === undefined ? undefined : Number(match[1]);
    if (nth === undefined) return freq === 'MONTHLY' ? null : { weekday };
    return freq === 'MONTHLY' && ((nth >= 1 && nth <= 5) || nth === -1) ? { weekday, nth } : null;
  });
  return read.some((one) => one === null) ? null : read.filter((one) => one !== null);
}

/** Last day of a recurrence with an UNTIL; undefined where it cannot be told, null where there is none. */
function lastDayOf(until: unknown, event: CalendarEvent): string | null | undefined {
  if (until === undefined || until === null) return null;
  if (typeof until !== 'string') return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):\d{2}(Z?))?$/u.exec(until);
  if (!match?.[1]) return undefined;
  if (match[2] === undefined) return match[1];
  const own = Date.parse(`${match[1]}T${match[2]}:${match[3]}:00Z`) / 60_000;
  const wall = match[4] === 'Z' ? event.utcToPlace(own) : own;
  const startInDay = event.first.from - dayOf(event.first.from) * minutesPerDay;
  return isoOfNumber(dayOf(wall - startInDay));
}

function ruleOfRecurrence(event: CalendarEvent): BareRule | null {
  const [rule, another] = event.rules;
  if (another !== undefined || typeof rule !== 'object' || rule === null || event.added.length > 0) return null;
  const parts = rule as Record<string, unknown>;
  const plain = Object.keys(parts).every((name) => followed.has(name)) && Number(parts.interval ?? 1) === 1;
  const base = ruleOfOccurrence(event.first);
  const [range] = base?.ranges ?? [];
  if (!plain || !event.placeTime || !base || !range || range.from !== range.to) return null;
  const weekdays = weekdaysOf(parts, event.first);
  const to = lastDayOf(parts.until, event);
  const months = parts.bymonth === undefined ? [] : [parts.bymonth].flat().map(Number);
  if (weekdays === null || to === undefined || months.some((month) => !(month >= 1 && month <= 12))) return null;
  const except: DayRange[] = [];
  for (const key of event.excluded) {
    const [kind, number] = key.split(' ');
    const wall = kind === 'day' ? Number(number) * minutesPerDay : Number(number);
    if (kind === 'at' && timeOf(wall) !== timeOf(event.first.from)) continue;
    except.push({ from: isoOfNumber(dayOf(wall)), to: isoOfNumber(dayOf(wall)) });
  }
  return { ...base, ranges: [{ from: range.from, to }], weekdays, months, except: { ranges: except, weekdays: [] } };
}

/**
 * The rule that says the same as an event of a calendar: once, or daily, weekly, monthly in the time of the place without
 * anything unusual. Null for the others. Rules cost next to nothing to ask.
 */
export function ruleOfEvent(event: CalendarEvent, reference: Temporal.PlainDate | null): WhenRule | null {
  if (propertyOf(event.component, 'rdate') !== undefined) return null;
  const bare = event.rules.length > 0 ? ruleOfRecurrence(event) : ruleOfOccurrence(event.first);
  return bare && labelled(bare, reference);
}
