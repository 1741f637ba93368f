import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isoOfNumber } from '../../../main/when/day-number.ts';
import { labelled } from '../../../main/when/french/label.ts';
import type { DayRange, HourWindow, WeekdayRule, WhenRule } from '../../../main/when/when.ts';

const firstDay = Date.UTC(2026, 0, 1) / 86_400_000;

/** A day of 2026 to 2028, now and then one of those where calendars break. */
export const dayNumbers = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: firstDay, max: firstDay + 1090 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['2026-03-29', '2026-10-25', '2026-12-31', '2027-01-01', '2028-02-29'].map(
        (iso) => Date.parse(`${iso}T00:00Z`) / 86_400_000,
      ),
    ),
  },
);

const references = dayNumbers.map((day) => Temporal.PlainDate.from(isoOfNumber(day)));

const closed = fc
  .tuple(dayNumbers, fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 500 })))
  .map(([from, length]): DayRange => ({ from: isoOfNumber(from), to: isoOfNumber(from + length) }));
const open = fc
  .tuple(dayNumbers, fc.boolean())
  .map(
    ([day, begins]): DayRange => (begins ? { from: isoOfNumber(day), to: null } : { from: null, to: isoOfNumber(day) }),
  );
const ranges = fc.oneof(
  { weight: 4, arbitrary: fc.array(closed, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.tuple(open, fc.array(closed, { maxLength: 2 })).map(([one, more]) => [one, ...more]) },
  { weight: 1, arbitrary: fc.constant([{ from: null, to: null }]) },
);

const weekdays = fc.oneof(
  { weight: 3, arbitrary: fc.constant<WeekdayRule[]>([]) },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 })
      .map((days) => days.map((weekday) => ({ weekday }))),
  },
  {
    weight: 1,
    arbitrary: fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom(1, 2, 3, 4, 5, -1))
        .map(([weekday, nth]) => ({ weekday, nth })),
      { minLength: 1, maxLength: 3 },
    ),
  },
);

const months = fc.oneof(
  { weight: 3, arbitrary: fc.constant<number[]>([]) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }) },
);

/** Nights on which a day is not 24 hours long, or a year or a leap day begins or ends. */
export const brokenDays = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-12-31', '2028-02-29'];
/** Times at, inside and around the hour that is skipped or lived twice, and midnight. */
const brokenTimes = ['00:00', '01:00', '01:30', '02:00', '02:30', '03:00', '03:30', '20:00', '23:30'];

/** Instants from the evening before to the morning after such a night, and the milliseconds beside them. */
export const brokenInstants = fc
  .record({
    day: fc.constantFrom('2026-03-29', '2026-10-25', '2027-01-01', '2028-02-29', '2028-03-01'),
    quarters: fc.integer({ min: -18, max: 18 }),
    beside: fc.constantFrom(-1, 0, 0, 1),
  })
  .map(({ day, quarters, beside }) =>
    Temporal.PlainDate.from(day)
      .toZonedDateTime('Europe/Paris')
      .add({ milliseconds: quarters * 15 * 60_000 + beside }),
  );

/** A window over, into or out of such an hour; null is the start or the end of the day. */
export const brokenWindows: fc.Arbitrary<HourWindow> = fc
  .record({
    from: fc.option(fc.constantFrom(...brokenTimes.slice(1)), { freq: 8 }),
    to: fc.option(fc.constantFrom(...brokenTimes.slice(1)), { freq: 8 }),
  })
  .filter(({ from, to }) => from === null || from !== to);
/** The same, or a start alone. */
export const brokenHours: fc.Arbitrary<HourWindow> = fc.oneof(
  { weight: 4, arbitrary: brokenWindows },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...brokenTimes.slice(1)).map((from) => ({ from, to: null, startOnly: true as const })),
  },
);

const minutes = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(90, 120, 150, 180) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 47 }).map((half) => half * 30) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1439 }) },
);
const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const timed = fc.tuple(fc.option(minutes, { freq: 6 }), fc.option(minutes, { freq: 6 }), fc.boolean()).map(
  ([from, to, startOnly]): HourWindow => ({
    from: from === null ? null : time(from),
    to: to === null || to === from ? null : time(to),
    ...(startOnly && from !== null && (to === null || to === from) ? { startOnly } : {}),
  }),
);
const hours = fc.oneof(
  { weight: 1, arbitrary: fc.constant<HourWindow[]>([]) },
  { weight: 1, arbitrary: fc.array(timed, { minLength: 1, maxLength: 3 }) },
);

const except = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ ranges: [], weekdays: [] }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ranges: fc.array(closed, { maxLength: 2 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 2 }),
    }),
  },
);

/** A range that begins or ends within a day, or both. */
const timedRanges = fc
  .record({ range: fc.oneof(closed, open), begins: fc.option(minutes), ends: fc.option(minutes) })
  .map(
    ({ range, begins, ends }): DayRange => ({
      ...range,
      ...(range.from !== null && range.from !== range.to && begins !== null ? { begins: time(begins) } : {}),
      ...(range.to !== null && range.from !== range.to && ends !== null ? { ends: time(ends) } : {}),
    }),
  );

/** Rules without hours of each day, some of whose ranges begin or end within a day. */
export const timedRules: fc.Arbitrary<{ when: WhenRule; reference: Temporal.PlainDate }> = fc
  .record({ ranges: fc.array(timedRanges, { minLength: 1, maxLength: 3 }), except, reference: references })
  .map(({ reference, ranges, except }) => ({
    when: labelled({ ranges, except, weekdays: [], months: [], hours: [] }, reference),
    reference,
  }));

/** Any rule that staff could write, in its one form, with the reference its label is read from. */
export const rules: fc.Arbitrary<{ when: WhenRule; reference: Temporal.PlainDate }> = fc
  .record({ ranges, weekdays, months, except, hours, reference: references })
  .map(({ reference, ...rule }) => ({ when: labelled(rule, reference), reference }));
