import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { defaultSite, readSite } from '../../../main/settings/site.ts';
import { dayNumber, isoOfNumber } from '../../../main/when/day-number.ts';
import { parseWhen } from '../../../main/when/french/parse-when.ts';
import { occursOn } from '../../../main/when/occurrence.ts';
import { easter, isPublicHoliday } from '../../../main/when/public-holidays.ts';
import { holidaysOfZone, withHolidays } from '../../../main/when/school-holidays.ts';

const reference = Temporal.PlainDate.from('2026-01-12');
const read = (text: string) => {
  const result = parseWhen(text, { zone: 'Europe/Paris', reference });
  if (!result.ok) throw new Error(result.fault.message);
  return result.when;
};
const days = (text: string, candidates: readonly string[]) => {
  const when = withHolidays(read(text), holidaysOfZone('B'));
  return candidates.filter((day) => occursOn(when, Temporal.PlainDate.from(day)));
};

describe('holidays', () => {
  test.each([
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i is on %s', (year, day) => {
    expect(isoOfNumber(easter(year))).toBe(day);
  });

  test('the eleven public holidays of 2026', () => {
    const all = Array.from({ length: 365 }, (_, day) => dayNumber('2026-01-01') + day).filter(isPublicHoliday);
    expect(all.map((day) => isoOfNumber(day).slice(5))).toEqual([
      '01-01',
      '04-06',
      '05-01',
      '05-08',
      '05-14',
      '05-25',
      '07-14',
      '08-15',
      '11-01',
      '11-11',
      '12-25',
    ]);
  });

  test.each([
    [
      'tous les mardis sauf vacances',
      ['2026-02-10', '2026-02-17', '2026-02-24', '2026-03-03'],
      ['2026-02-10', '2026-03-03'],
    ],
    ['tous les vendredis hors jours fériés', ['2026-05-01', '2026-05-08', '2026-05-15'], ['2026-05-15']],
    [
      'les jours d’école, 8h-18h',
      ['2026-04-10', '2026-04-13', '2026-04-27', '2026-05-01', '2026-05-02', '2026-05-04'],
      ['2026-04-10', '2026-04-27', '2026-05-04'],
    ],
    ['du lundi au vendredi sauf vacances et jours fériés', ['2026-05-08', '2026-04-13', '2026-05-07'], ['2026-05-07']],
  ])('« %s » leaves them out', (text, candidates, expected) => {
    expect(days(text, candidates)).toEqual(expected);
  });

  test('the label says so, and reads back as the same rule', () => {
    const when = read('tous les mardis hors vacances scolaires et jours fériés');
    expect(when.label).toBe('tous les mardis sauf vacances et jours fériés');
    expect(read(when.label)).toEqual(when);
  });
});

describe('the key « vacances » of preau.yml', () => {
  const site = (text: string) => readSite(text, reference, defaultSite);

  test.each(['vacances: B', 'vacances: zone B', 'vacances:\n  zone: B'])('%s is a zone', (text) => {
    const { site: read, problems } = site(text);
    expect(problems).toEqual([]);
    expect(read.place.holidays).toEqual(holidaysOfZone('B'));
  });

  test('ranges are read as dates are', () => {
    const { site: read } = site(
      'vacances:\n  - du 17 octobre au 1er novembre 2026\n  - du 19 décembre 2026 au 3 janvier 2027',
    );
    expect(read.place.holidays).toEqual({
      ranges: [
        { from: '2026-10-17', to: '2026-11-01' },
        { from: '2026-12-19', to: '2027-01-03' },
      ],
      until: '2027-01-03',
    });
  });

  test.each(['vacances: zone D', 'vacances: oui', 'vacances: tous les mardis', 'vacances:\n  zone: B\n  autre: 1'])(
    '%s is told, and costs that key alone',
    (text) => {
      const { site: read, problems } = site(`lieu: Collège\n${text}`);
      expect(problems.map(({ code }) => code)).toEqual(['settings-invalid']);
      expect(read.place).toMatchObject({ name: 'Collège' });
    },
  );
});
