import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { daysTold } from '../../../../main/when/days-told.ts';
import { readCalendarFile } from '../../../../main/when/ical/read-calendar-file.ts';
import { nextOccurrence, occursOn, periodAround, windowsOn } from '../../../../main/when/occurrence.ts';
import type { When } from '../../../../main/when/when.ts';
import { basicDay, isoDay, type NaiveRule, naiveDays, naiveRules, ruleText } from './naive-recurrence.ts';

const place = 'Europe/Paris';
const FIRST = Date.UTC(2025, 0, 1) / 86_400_000;
/** How long after its start a series is looked at: over both changes of the clocks, and a leap year now and then. */
const SEEN_DAYS = 500;

interface Series {
  readonly start: number;
  readonly rule: NaiveRule;
}

const series: fc.Arbitrary<Series> = fc
  .integer({ min: FIRST, max: FIRST + 1200 })
  .chain((start) => naiveRules(start).map((rule) => ({ start, rule })));

/** The event of a file; null where the reader says that it cannot follow the rule. A start that the rule does not give is told. */
function read(lines: readonly string[], givesStart: boolean): When | null {
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Atelier', ...lines, 'END:VEVENT', 'END:VCALENDAR'];
  const { events, faults } = readCalendarFile(text.join('\r\n'), place);
  if (faults.some(({ code }) => code === 'calendar-recurrence')) return null;
  expect(faults.map(({ code }) => code)).toEqual(givesStart ? [] : ['calendar-start-odd']);
  const [event] = events;
  if (!event) throw new Error('no event was read');
  return event.when;
}

/** Each window of a When: « 2026-05-05 14:00-15:00 ». */
function seen(when: When, from: number, to: number): string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day += 1) {
    const iso = isoDay(day);
    for (const window of windowsOn(when, Temporal.PlainDate.from(iso)))
      found.push(`${iso} ${window.from}-${window.to}`);
  }
  return found;
}

describe('a series of a calendar, compared with one that tries day by day', () => {
  it('is on on the same days', () => {
    let followed = 0;
    fc.assert(
      fc.property(series, ({ start, rule }) => {
        const { days, givesStart } = naiveDays(rule, start, start + SEEN_DAYS);
        // What COUNT counts when the rule does not give the first day is open, and tested apart.
        fc.pre(rule.count === undefined || givesStart);
        const when = read([`DTSTART;VALUE=DATE:${basicDay(start)}`, `RRULE:${ruleText(rule, basicDay)}`], givesStart);
        // Refused is only what never comes back.
        if (when === null) return expect(naiveDays(rule, start, start + 3000).days).toEqual([start]);
        followed += 1;
        expect(seen(when, start - 40, start + SEEN_DAYS)).toEqual(days.map((day) => `${isoDay(day)} null-null`));
      }),
      { numRuns: 500 },
    );
    expect(followed).toBeGreaterThan(300);
  }, 90_000);

  it('is on at the same hours at the place, whatever its zone, over the changes of the clocks', () => {
    const zones = fc.constantFrom(
      'Europe/Paris',
      'UTC',
      'America/New_York',
      'Europe/London',
      'America/Cayenne',
      'Asia/Tokyo',
      'Europe/Madrid',
    );
    const minutes = fc.constantFrom(0, 30, 90, 150, 480, 840, 1410);
    fc.assert(
      fc.property(series, zones, minutes, ({ start, rule }, zone, minute) => {
        const { days, givesStart } = naiveDays(rule, start, start + SEEN_DAYS + 2);
        fc.pre(rule.count === undefined || givesStart);
        const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
        const atOwn = (day: number) => Temporal.PlainDate.from(isoDay(day)).toPlainDateTime(time);
        const basic = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/gu, '');
        const utc = (at: Temporal.PlainDateTime) =>
          basic(at.toZonedDateTime(zone).withTimeZone('UTC').toPlainDateTime());
        const when = read(
          [
            zone === 'UTC' ? `DTSTART:${basic(atOwn(start))}Z` : `DTSTART;TZID=${zone}:${basic(atOwn(start))}`,
            'DURATION:PT45M',
            `RRULE:${ruleText(rule, (day) => `${utc(atOwn(day))}Z`)}`,
          ],
          givesStart,
        );
        if (when === null) return;
        const expected = days
          .map((day) => atOwn(day).toZonedDateTime(zone))
          // An hour that is skipped or lived twice on one of the two clocks has more than one right answer.
          .map((at) => at.withTimeZone(place).toPlainDateTime())
          .filter((at) => !isOdd(at))
          .map((at) => `${at.toPlainDate()} ${window(at)}`)
          .filter((line) => line.slice(0, 10) >= isoDay(start + 1) && line.slice(0, 10) < isoDay(start + SEEN_DAYS));
        const shown = seen(when, start + 1, start + SEEN_DAYS - 1).filter((line) => {
          const hour = line.slice(11, 16) === 'null-' ? '00:00' : line.slice(11, 16);
          return !isOdd(Temporal.PlainDateTime.from(`${line.slice(0, 10)}T${hour}`));
        });
        expect(shown).toEqual([...new Set(expected)].toSorted());
      }),
      { numRuns: 250 },
    );
  }, 90_000);
});

/** Whether a time lies in the night in which some clocks are changed. */
function isOdd(at: Temporal.PlainDateTime): boolean {
  const isSpring = at.month === 3 && at.dayOfWeek === 7;
  const isAutumn = (at.month === 10 || at.month === 11) && at.dayOfWeek === 7;
  return isSpring || isAutumn;
}

function window(at: Temporal.PlainDateTime): string {
  const time = (each: Temporal.PlainDateTime) => {
    const text = each.toPlainTime().toString({ smallestUnit: 'minute' });
    return text === '00:00' ? 'null' : text;
  };
  return `${time(at)}-${time(at.add({ minutes: 45 }))}`;
}

describe('a series of a calendar, asked in several ways, answers the same', () => {
  it('the next day and the days told together are days on which it is on', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -30, max: 400 }), ({ start, rule }, offset) => {
        const { givesStart } = naiveDays(rule, start, start);
        const when = read([`DTSTART;VALUE=DATE:${basicDay(start)}`, `RRULE:${ruleText(rule, basicDay)}`], givesStart);
        if (when === null) return;
        const day = Temporal.PlainDate.from(isoDay(start + offset));
        let walked: Temporal.PlainDate | null = null;
        for (let ahead = 0; ahead <= 90 && walked === null; ahead += 1) {
          if (occursOn(when, day.add({ days: ahead }))) walked = day.add({ days: ahead });
        }
        expect(nextOccurrence(when, day, 90)?.toString()).toBe(walked?.toString());
        const told = daysTold(when, day);
        if (occursOn(when, day) && told.recurrence !== null) {
          expect([told.from, told.to]).toEqual([day.toString(), day.toString()]);
        }
        for (const end of [told.from, told.to])
          if (end !== null) expect(occursOn(when, Temporal.PlainDate.from(end))).toBe(true);
        const { from, to } = periodAround(when, day);
        if (from !== null) expect(occursOn(when, Temporal.PlainDate.from(from).subtract({ days: 1 }))).toBe(false);
        if (to !== null) expect(occursOn(when, Temporal.PlainDate.from(to).add({ days: 1 }))).toBe(false);
      }),
      { numRuns: 400 },
    );
  }, 90_000);
});
