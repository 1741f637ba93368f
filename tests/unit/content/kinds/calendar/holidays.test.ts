import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isNamedHolidays } from '../../../../../main/content/kinds/calendar/holiday-calendar.ts';
import { parseCalendar } from '../../../../../main/content/kinds/calendar/parse-calendar.ts';
import { readCalendar } from '../../../../../main/content/kinds/calendar/read-calendar.ts';
import type { Item } from '../../../../../main/programme/item.ts';
import { withSource } from '../../../../support/parse-source.ts';

type Entry = readonly [title: string, from: string, to?: string];

/** As the ministry writes it: whole days, the end on the morning of the return. */
const calendar = (...entries: readonly Entry[]): Buffer =>
  Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...entries.flatMap(([title, from, to], index) => [
        'BEGIN:VEVENT',
        `UID:${index}`,
        `SUMMARY:${title}`,
        ...(from.includes('T') ? [`DTSTART:${from}`] : [`DTSTART;VALUE=DATE:${from}`]),
        ...(to === undefined ? [] : to.includes('T') ? [`DTEND:${to}`] : [`DTEND;VALUE=DATE:${to}`]),
        'END:VEVENT',
      ]),
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );

const YEAR: readonly Entry[] = [
  ['Prérentrée des enseignants', '20260831', '20260901'],
  ['Rentrée scolaire des élèves', '20260901', '20260902'],
  ['Vacances de la Toussaint - Zone B', '20261017', '20261102'],
  ['Vacances de Noël - Zone B', '20261217T230000Z', '20270103T230000Z'],
  ['Pont de l’Ascension', '20270507', '20270508'],
  ['Début des vacances d’été', '20270703'],
];

const { read } = withSource(readCalendar, parseCalendar, Temporal.PlainDate.from('2026-09-01'));
const closures = (items: readonly Item[]) =>
  items.flatMap((item) =>
    item.kind === 'holidays'
      ? item.closures.map(({ from, to, zones }) => [from, to, zones?.join('') ?? ''])
      : [item.kind],
  );

describe('a calendar of holidays', () => {
  it.each([
    'vacances.ics',
    'Vacances.ics',
    'Vacances scolaires zone B.ics',
    'Calendrier_Scolaire_Zone_B.ics',
    'Calendrier scolaire 2026-2027 zones A B C.ics',
    'Zone-B.ics',
    'vacances scolaires (1).ics',
    'réglages/vacances.ics',
  ])('« %s » is one by its name', (path) => {
    expect(isNamedHolidays(path)).toBe(true);
  });

  it.each(['agenda.ics', 'Stages de vacances.ics', 'Vacances apprenantes.ics', 'Zone de travail.ics', '2026.ics'])(
    '« %s » is none',
    (path) => {
      expect(isNamedHolidays(path)).toBe(false);
    },
  );

  it('is its closures, to the day before the return, and announces nothing', async () => {
    const { items, problems } = await read('vacances.ics', calendar(...YEAR));
    expect(closures(items)).toEqual([
      ['2026-10-17', '2026-11-01', 'B'],
      ['2026-12-18', '2027-01-03', 'B'],
      ['2027-05-07', '2027-05-07', ''],
      ['2027-07-03', '2027-08-31', ''],
    ]);
    expect(problems.map(({ code, about }) => [code, about])).toEqual([['holidays-end-guessed', 'guessed']]);
  });

  it('has a summer that ends where pupils come back', async () => {
    const { items, problems } = await read(
      'vacances.ics',
      calendar(...YEAR, ['Rentrée scolaire des élèves', '20270902']),
    );
    expect(closures(items).at(-1)).toEqual(['2027-07-03', '2027-09-01', '']);
    expect(problems).toEqual([]);
  });

  it('takes the zone from its name where its events name none', async () => {
    const { items } = await read('Vacances zone C.ics', calendar(['Vacances d’hiver', '20270206', '20270222']));
    expect(closures(items)).toEqual([['2027-02-06', '2027-02-21', 'C']]);
  });

  it('tells of an event in it, which is not announced', async () => {
    const { items, problems } = await read(
      'vacances.ics',
      calendar(['Vacances d’hiver', '20270206', '20270222'], ['Conseil d’école', '20270301T170000', '20270301T180000']),
    );
    expect(closures(items)).toHaveLength(1);
    expect(problems.map(({ code, about }) => [code, about])).toEqual([['holidays-event', 'dropped']]);
  });

  it('without a closure says which file is meant', async () => {
    const { items, problems } = await read('vacances.ics', calendar(['Conseil', '20270301T170000', '20270301T180000']));
    expect(items).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'refused', advice: expect.stringContaining('education.gouv.fr') }]);
  });

  it('of another name is one where all of its events are holidays, and that is told', async () => {
    const { items, problems } = await read('export.ics', calendar(...YEAR));
    expect(closures(items)).toHaveLength(4);
    expect(problems.map(({ code }) => code)).toContain('holidays-guessed');
    const mixed = await read('export.ics', calendar(...YEAR, ['Forum', '20270301']));
    expect(closures(mixed.items)).not.toContain('holidays');
    expect(mixed.items.every(({ kind }) => kind === 'event')).toBe(true);
  });
});
