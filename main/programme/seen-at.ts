import { Temporal } from 'temporal-polyfill';
import type { SlideWhen } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { daysTold } from '../when/days-told.ts';
import { daysLabel, hoursLabel, timeLabel, weekdayName } from '../when/french/label.ts';
import { memoByDay } from '../when/memo-by-day.ts';
import { windowsOn } from '../when/occurrence.ts';
import { dayOf, type Moment, momentOf } from '../when/today.ts';
import type { When } from '../when/when.ts';
import type { CatalogueItem } from './catalogue.ts';
import { type Left, leftUntil } from './countdown.ts';
import { seenFrom } from './menu-at.ts';

/**
 * All that the slides of an item show of the instant at which they are seen. Slides are made from the item, the place and
 * this value, and are given no instant: what a slide shows of the time has to be a field here, so that the slides that are
 * remembered are made anew when it changes.
 */
export interface SeenAt {
  /** Dates, hours and moment of an event or an exhibition that has dates. */
  readonly when?: SlideWhen;
  /** Of a menu: « Aujourd’hui », « Demain », « Lundi ». */
  readonly label?: string;
  /** Of an alert: « 9 h 41 », « hier, 9 h 41 ». */
  readonly since?: string;
  /** Of a countdown: what is left. */
  readonly left?: Left;
}

const NOTHING: SeenAt = {};

/** An alert whose file is more days old says no time: the name of a day would be ambiguous, and the file is a copy. */
const MAX_ALERT_DAYS = 6;

/** What the slides of an item show of `at`. A new kind of item does not compile before it is answered for here. */
export function seenAt(item: CatalogueItem, at: Temporal.ZonedDateTime): SeenAt {
  switch (item.kind) {
    case 'event':
    case 'exhibition':
      return item.when === null ? NOTHING : { when: slideWhen(item.when, at) };
    case 'alert': {
      const written = Temporal.Instant.fromEpochMilliseconds(Math.round(item.modifiedMs));
      return compact({ since: sinceLabel(written.toZonedDateTimeISO(at.timeZoneId), at) });
    }
    case 'countdown':
      return { left: leftUntil(item.target, at) };
    case 'menu':
      return { label: seenFrom(item.day, at.toPlainDate()) };
    case 'absence':
    case 'tree':
    case 'image':
    case 'video':
    case 'text':
    case 'logo':
    case 'holidays':
      return NOTHING;
  }
}

/** « 14 h – 17 h »: the hours of a day; empty for the whole day, and where it is none of the days. */
export const hoursTold = memoByDay((when, day) => {
  const windows = windowsOn(when, day).filter((window) => window.from !== null || window.to !== null);
  return windows.length > 0 ? hoursLabel(windows) : '';
});

/** What is said of the days on one day, with the values made so far: one for each moment of the day. */
const seenOnDay = memoByDay((when, day) => {
  const { recurrence, ...period } = daysTold(when, day);
  const words = {
    ...period,
    label: recurrence ?? daysLabel(period, day),
    ...compact({ recurrence: recurrence ?? undefined, hours: hoursTold(when, day) || undefined }),
  };
  return { words, made: new Map<Moment, SlideWhen>() };
});

/** What a slide says of the days and hours of its item, seen from `at`: the same object while it is the same. */
export function slideWhen(when: When, at: Temporal.ZonedDateTime): SlideWhen {
  const { words, made } = seenOnDay(when, dayOf(at));
  const moment = momentOf(when, at);
  const known = made.get(moment);
  if (known) return known;
  const seen = { ...words, ...compact({ moment: moment.label, phase: moment.phase }) };
  made.set(moment, seen);
  return seen;
}

/** « 9 h 41 », « hier, 9 h 41 », « lundi, 9 h 41 »; undefined where the time of the file says nothing of the alert. */
function sinceLabel(written: Temporal.ZonedDateTime, at: Temporal.ZonedDateTime): string | undefined {
  const day = written.toPlainDate();
  const { days } = day.until(at.toPlainDate());
  if (days > MAX_ALERT_DAYS) return undefined;
  const time = timeLabel(written.toPlainTime().toString({ smallestUnit: 'minute' }));
  // Not above 0: written on the same day, or after `at`, by a clock that is ahead or because `--at` shows an earlier day.
  return days <= 0 ? time : `${days === 1 ? 'hier' : weekdayName(day.dayOfWeek)}, ${time}`;
}
