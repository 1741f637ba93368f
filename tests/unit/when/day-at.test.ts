import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayAt } from '../../../main/when/day-at.ts';

/** Of Paris; a half hour, three quarters, clocks changed a minute after midnight, a day left out, and one lived twice. */
const ZONES = [
  'Europe/Paris',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'UTC',
];

const byTemporal = (ms: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(zone).toPlainDate().toString();

test('a file is of the day on which clocks stood when it was written, whichever files were asked of before it', () => {
  const zone = fc.constantFrom(...ZONES);
  const start = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2040, 0, 1) });
  const steps = fc.array(fc.double({ min: -2 * 86_400_000, max: 2 * 86_400_000, noNaN: true }), { maxLength: 30 });
  fc.assert(
    fc.property(zone, start, steps, (zone, start, steps) => {
      for (const step of steps) expect(dayAt(start + step, zone).toString()).toBe(byTemporal(start + step, zone));
    }),
  );
});

test.each([
  ['America/St_Johns', Date.UTC(2005, 9, 30, 2, 0)],
  ['Pacific/Apia', Date.UTC(2011, 11, 30, 9, 0)],
  ['Europe/Paris', Date.UTC(2026, 2, 29, 1, 0)],
])('around the change of the clocks of %s each quarter of an hour is of its day', (zone, change) => {
  for (let ms = change - 3 * 86_400_000; ms < change + 3 * 86_400_000; ms += 900_000) {
    expect(dayAt(ms, zone).toString()).toBe(byTemporal(ms, zone));
    expect(dayAt(ms - 1, zone).toString()).toBe(byTemporal(ms - 1, zone));
  }
});
