import { describe, expect, it } from 'vitest';
import { parseAt } from '../../../main/settings/at.ts';
import { clockOf } from '../../../main/settings/clock-of.ts';
import type { Settings } from '../../../main/settings/settings.ts';

describe('an instant on the command line', () => {
  it('is the school’s time where it names no zone, in summer and in winter', () => {
    expect(parseAt('2026-05-05')?.toString()).toBe('2026-05-04T22:00:00Z');
    expect(parseAt('2026-05-05T09:00')?.toString()).toBe('2026-05-05T07:00:00Z');
    expect(parseAt('2026-12-05T09:00')?.toString()).toBe('2026-12-05T08:00:00Z');
    expect(parseAt('2026-05-05T09:00', 'Indian/Reunion')?.toString()).toBe('2026-05-05T05:00:00Z');
  });

  it('follows the offset or the zone that it names', () => {
    for (const text of ['2026-05-05T07:00Z', '2026-05-05T09:00+02:00', '2026-05-05T09:00:00+02:00[Europe/Paris]']) {
      expect(parseAt(text)?.toString()).toBe('2026-05-05T07:00:00Z');
    }
  });

  it('is refused where the day or the hour does not exist, and where it is not a date', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '2026-05-05T24:30',
      '',
      'mardi',
      '09:00',
      '20260505x',
      '+275760-09-12T00:00Z',
      '-000001-05-05',
      '+010000-01-01T00:00Z',
    ]) {
      expect(parseAt(text)).toBeNull();
    }
  });
});

describe('the clock of the settings', () => {
  const settings = { at: '2026-05-05T09:00', atSince: Date.now() - 3_600_000 } as Settings;

  it('goes on from its simulated start, also in a service that was started again an hour later', () => {
    const now = clockOf(settings).now().epochMilliseconds;
    const expected = Date.parse('2026-05-05T08:00:00Z');
    expect(Math.abs(now - expected)).toBeLessThan(5000);
  });

  it('is the machine’s where nothing is simulated', () => {
    const now = clockOf({ ...settings, at: null }).now().epochMilliseconds;
    expect(Math.abs(now - Date.now())).toBeLessThan(5000);
  });
});
