import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isoOfNumber, numberOfDay } from '../../../main/when/day-number.ts';
import { withHours } from '../../../main/when/french/hours.ts';
import { labelled } from '../../../main/when/french/label.ts';
import { parseWhen } from '../../../main/when/french/parse-when.ts';
import { isActive, nextOccurrence, occursOn, periodAround, windowsOn } from '../../../main/when/occurrence.ts';
import { boundariesToday } from '../../../main/when/today.ts';
import { instantOfWall, minutesPerDay } from '../../../main/when/wall-time.ts';
import type { HourWindow, When, WhenRule } from '../../../main/when/when.ts';
import { rule } from '../../support/items.ts';
import { brokenDays, brokenInstants, brokenWindows, dayNumbers, rules, timedRules } from './arbitrary-when.ts';

const zone = 'Europe/Paris';
const instants = fc
  .tuple(
    dayNumbers,
    fc.oneof(fc.integer({ min: 0, max: 24 * 60 * 60 - 1 }), fc.constantFrom(0, 3600, 7199, 7200, 9000, 10_800)),
  )
  .map(([day, seconds]) => Temporal.PlainDate.from(isoOfNumber(day)).toZonedDateTime(zone).add({ seconds }));

/** What a wall needs to know of a When at an instant. */
const stateAt = (when: When, at: Temporal.ZonedDateTime) => `${occursOn(when, at.toPlainDate())} ${isActive(when, at)}`;

/** The next instant at which a wall looks again: an hour of the day of `at` at which something begins or ends, or midnight. */
function nextBoundary(when: When, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const midnight = at.toPlainDate().add({ days: 1 }).toZonedDateTime(at.timeZoneId);
  const hours = boundariesToday(when, at).map((boundary) =>
    Temporal.Instant.fromEpochMilliseconds(boundary).toZonedDateTimeISO(at.timeZoneId),
  );
  return hours.reduce((first, hour) => (Temporal.ZonedDateTime.compare(hour, first) < 0 ? hour : first), midnight);
}

/** What is told of hours that end before they start, in the middle of a day: « 16 h – 14 h ». A night, « 20 h – 2 h », is none. */
const doubts = ({ hours }: WhenRule) =>
  hours
    .filter(
      ({ from, to }) => from !== null && to !== null && to < from && to > '06:00' && (from < '18:00' || to > '12:00'),
    )
    .map(() => expect.objectContaining({ code: 'hour-next-day', about: 'guessed' }));

describe('a When, said in French', () => {
  it('reads back as the same When', () => {
    fc.assert(
      fc.property(rules, ({ when, reference }) => {
        expect(parseWhen(when.label, { zone, reference })).toEqual({
          ok: true,
          when,
          warnings: doubts(when),
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('reads back as the same When where it begins or ends within a day', () => {
    fc.assert(
      fc.property(timedRules, ({ when, reference }) => {
        expect(parseWhen(when.label, { zone, reference })).toEqual({
          ok: true,
          when,
          warnings: doubts(when),
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('takes other hours and loses them again', () => {
    fc.assert(
      fc.property(rules, rules, ({ when }, other) => {
        expect(withHours(withHours(when, other.when.hours), when.hours)).toEqual(when);
      }),
      { numRuns: 300 },
    );
  });

  it('takes other hours where its own stand before its days', () => {
    const from = { from: '2026-01-02', to: null };
    const when = labelled(
      {
        ...{ ranges: [{ from: '2026-01-01', to: '2026-01-01' }, from], weekdays: [], months: [] },
        except: { ranges: [], weekdays: [] },
        hours: [{ from: '00:30', to: null, startOnly: true }],
      },
      Temporal.PlainDate.from('2026-01-01'),
    );
    expect(when.label.replaceAll('\u00a0', ' ')).toBe('à 0 h 30, le 1er janvier et à partir du 2 janvier');
    expect(withHours(when, []).label).toBe('le 1er janvier et à partir du 2 janvier');
    expect(withHours(withHours(when, []), when.hours)).toEqual(when);
  });
});

describe('a When at an instant', () => {
  it('is never active outside the windows of its days', () => {
    fc.assert(
      fc.property(fc.oneof(rules, timedRules), instants, ({ when }, at) => {
        const today = at.toPlainDate();
        const yesterday = today.subtract({ days: 1 });
        if (isActive(when, at)) {
          const over = windowsOn(when, yesterday).some(({ from, to }) => to !== null && to <= (from ?? '00:00'));
          expect(occursOn(when, today) || over).toBe(true);
        }
        expect(occursOn(when, today)).toBe(windowsOn(when, today).length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays the same until its next boundary, which is exact', () => {
    fc.assert(
      fc.property(fc.oneof(rules, timedRules), fc.oneof(instants, brokenInstants), ({ when }, at) => {
        const next = nextBoundary(when, at);
        const before = stateAt(when, at);
        const span = next.epochMilliseconds - at.epochMilliseconds;
        expect(span).toBeGreaterThan(0);
        for (const part of [0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999]) {
          const between = at.add({ milliseconds: Math.floor(span * part) });
          expect(stateAt(when, between)).toBe(before);
        }
        expect(stateAt(when, next.subtract({ nanoseconds: 1 }))).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });

  it('is active from the first instant whose clock shows its hour, around the nights that break clocks', () => {
    /** By walking on from midnight, by half hours. */
    const walk = (day: string, minutes: number) => {
      const start = Temporal.PlainDate.from(day).toZonedDateTime(zone);
      for (let passed = 0; ; passed += 30) {
        const at = start.add({ minutes: passed });
        const days = at.toPlainDate().since(start.toPlainDate(), { largestUnit: 'days' }).days;
        if (days * 1440 + at.hour * 60 + at.minute >= minutes) return at.epochNanoseconds;
      }
    };
    const walked = new Map<string, bigint>();
    const first = (day: string, minutes: number) => {
      const known = walked.get(`${day} ${minutes}`) ?? walk(day, minutes);
      walked.set(`${day} ${minutes}`, known);
      return known;
    };
    const minutesOf = (time: string | null) => (time ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : null);
    const isIn = ({ from, to }: HourWindow, day: string, at: Temporal.ZonedDateTime) => {
      const start = minutesOf(from) ?? 0;
      const end = minutesOf(to) ?? 1440;
      const last = first(day, end <= start ? end + 1440 : end);
      return first(day, start) <= at.epochNanoseconds && at.epochNanoseconds < last;
    };
    fc.assert(
      fc.property(fc.constantFrom(...brokenDays), brokenWindows, brokenInstants, (day, window, at) => {
        fc.pre(window.from !== null || window.to !== null);
        expect(isActive(rule(day, day, [window]), at)).toBe(isIn(window, day, at));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the day that a search day by day finds', () => {
    fc.assert(
      fc.property(rules, dayNumbers, ({ when }, number) => {
        const from = Temporal.PlainDate.from(isoOfNumber(number));
        let day: Temporal.PlainDate | null = null;
        for (let ahead = 0; ahead <= 400 && !day; ahead += 1) {
          if (occursOn(when, from.add({ days: ahead }))) day = from.add({ days: ahead });
        }
        expect(nextOccurrence(when, from, 400)?.toString()).toBe(day?.toString());
      }),
      { numRuns: 300 },
    );
  });

  it('is on, on each day of its period, and off beside it', () => {
    fc.assert(
      fc.property(rules, dayNumbers, ({ when }, number) => {
        const day = Temporal.PlainDate.from(isoOfNumber(number));
        const { from, to } = periodAround(when, day);
        for (const [end, step] of [
          [from, -1],
          [to, 1],
        ] as const) {
          if (end === null) continue;
          const last = Temporal.PlainDate.from(end);
          expect(occursOn(when, last)).toBe(true);
          expect(occursOn(when, last.add({ days: step }))).toBe(false);
        }
        if (occursOn(when, day)) {
          expect(from === null || from <= day.toString()).toBe(true);
          expect(to === null || to >= day.toString()).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a time of the clock as an instant', () => {
  it.each([
    ['2026-03-29', 90, '2026-03-29T01:30:00+01:00'],
    ['2026-03-29', 119, '2026-03-29T01:59:00+01:00'],
    ['2026-03-29', 120, '2026-03-29T03:00:00+02:00'],
    ['2026-03-29', 121, '2026-03-29T03:00:00+02:00'],
    ['2026-03-29', 150, '2026-03-29T03:00:00+02:00'],
    ['2026-03-29', 180, '2026-03-29T03:00:00+02:00'],
    ['2026-03-29', 210, '2026-03-29T03:30:00+02:00'],
    ['2026-10-25', 120, '2026-10-25T02:00:00+02:00'],
    ['2026-10-25', 150, '2026-10-25T02:30:00+02:00'],
    ['2026-10-25', 180, '2026-10-25T03:00:00+01:00'],
  ])('%s, minute %i, is %s', (day, minutes, expected) => {
    const number = numberOfDay(Temporal.PlainDate.from(day));
    expect(instantOfWall(number * minutesPerDay + minutes, zone).toString({ timeZoneName: 'never' })).toBe(expected);
  });
});

describe('every hour around the nights that break clocks', () => {
  const texts = [
    'tous les jours, 22h-4h',
    'tous les jours, 1h30-2h30 et 2h45-3h30',
    'tous les dimanches',
    'du 28 mars 2026 au 29 mars 2026, 2h-3h',
    'le 29 février 2028',
    'du 31 décembre 2026 au 1er janvier 2027, 23h-1h',
    'du 25 au 25 octobre 2026',
  ];
  it.each(['2026-03-28', '2026-10-24', '2026-12-30', '2028-02-28'])(
    'from %s on, each step from boundary to boundary is whole',
    (start) => {
      for (const text of texts) {
        const read = parseWhen(text, { zone, reference: Temporal.PlainDate.from('2026-01-01') });
        if (!read.ok) throw new Error(read.fault.message);
        let at = Temporal.PlainDate.from(start).toZonedDateTime(zone);
        const end = at.add({ days: 4 });
        let next = nextBoundary(read.when, at);
        let state = stateAt(read.when, at);
        while (at.epochNanoseconds < end.epochNanoseconds) {
          if (at.epochNanoseconds >= next.epochNanoseconds) {
            state = stateAt(read.when, next);
            next = nextBoundary(read.when, next);
            continue;
          }
          expect(`${text} ${at} ${stateAt(read.when, at)}`).toBe(`${text} ${at} ${state}`);
          at = at.add({ minutes: 15 });
        }
      }
    },
  );
});
