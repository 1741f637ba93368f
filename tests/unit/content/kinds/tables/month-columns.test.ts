import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { eventList } from '../../../../../main/content/kinds/tables/event-list.ts';
import { readTables } from '../../../../../main/content/kinds/tables/read-tables.ts';
import type { Row } from '../../../../../main/content/kinds/tables/rows.ts';
import { monthName, shortWeekdayName, weekdayName } from '../../../../../main/when/french/words.ts';
import { computedMs } from '../../../../support/computed.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20') };
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

/** How a calendar writes the weekday and the number of a day: in one cell or in two. */
type WriteDay = (date: Temporal.PlainDate) => readonly string[];
const WAYS: readonly WriteDay[] = [
  (date) => [weekdayName(date.dayOfWeek).charAt(0).toUpperCase(), String(date.day)],
  (date) => [shortWeekdayName(date.dayOfWeek), String(date.day).padStart(2, '0')],
  (date) => [`${weekdayName(date.dayOfWeek)} ${date.day}`],
  (date) => [`${date.day} ${weekdayName(date.dayOfWeek).slice(0, 2).toUpperCase()}`],
];

interface Calendar {
  readonly first: Temporal.PlainYearMonth;
  readonly months: number;
  readonly write: WriteDay;
  readonly hasYear: boolean;
  /** ISO days with what is written on them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The rows of a calendar: the names of its months, then a row for each number of a day. */
function rowsOf({ first, months, write, hasYear, texts }: Calendar): Row[] {
  const all = Array.from({ length: months }, (_, index) => first.add({ months: index }));
  const width = write(first.toPlainDate({ day: 1 })).length;
  const heading = all.flatMap(({ month, year }) => [
    `${monthName(month).toUpperCase()}${hasYear ? ` ${year}` : ''}`,
    ...Array.from({ length: width }, () => ''),
  ]);
  const days = Array.from({ length: 31 }, (_, index) =>
    all.flatMap((month) => {
      if (index >= month.daysInMonth) return Array.from({ length: width + 1 }, () => '');
      const date = month.toPlainDate({ day: index + 1 });
      return [...write(date), texts.get(date.toString()) ?? ''];
    }),
  );
  return [['Calendrier du collège'], heading, ...days].map((cells, at) => ({ cells, line: at + 1, taken: 1 }));
}

function read(rows: readonly Row[]) {
  const list = eventList(rows, context.reference);
  const { events, faults } = list === null ? { events: [], faults: [] } : readTables(list.rows, list.head, context);
  return {
    events: events.map(({ title, when }) => `${title} | ${plain(when.label)}`),
    told: [...(list?.faults ?? []), ...faults].map(({ message }) => plain(message)),
  };
}

const may: Calendar = {
  first: Temporal.PlainYearMonth.from('2026-05'),
  months: 2,
  write: (date) => [weekdayName(date.dayOfWeek).charAt(0), String(date.day)],
  hasYear: false,
  texts: new Map([
    ['2026-05-12', 'Conseil pédagogique 17h30'],
    ['2026-05-13', 'Philosophie 4h'],
    ['2026-05-18', 'Stage des 3e'],
    ['2026-05-19', 'Stage des 3e'],
    ['2026-05-20', 'Stage des 3e'],
    ['2026-05-21', 'B'],
    ['2026-05-25', 'S22'],
    ['2026-06-16', 'Kermesse'],
  ]),
};

describe('a calendar whose months stand side by side', () => {
  it('is a list of what is written on its days, of which several in a row are one', () => {
    expect(read(rowsOf(may))).toEqual({
      events: [
        'Conseil pédagogique | mardi 12 mai, à 17 h 30',
        'Philosophie 4h | mercredi 13 mai',
        'Stage des 3e | du 18 au 20 mai',
        'Kermesse | mardi 16 juin',
      ],
      told: ['Dans ce calendrier, ceci n’est pas montré, car ce n’est pas un événement d’un jour : « B », « S22 ».'],
    });
  });

  it('with a text of 100,000 characters on a day is read in no time', () => {
    const before = computedMs();
    read(rowsOf({ ...may, texts: new Map([['2026-05-12', 'à 9 h - '.repeat(12_500)]]) }));
    expect(computedMs() - before).toBeLessThan(1_000);
  });

  it('tells of words that stand below its days', () => {
    const below = { cells: ['', '', 'Vacances en gris'], line: 40, taken: 1 };
    expect(read([...rowsOf(may), below]).told.join()).toContain('« Vacances en gris »');
  });

  it('is none where its weekdays are not those of its days, or a day is missing', () => {
    const shifted: Calendar = { ...may, write: (date) => may.write(date.add({ days: 1 })) };
    expect(eventList(rowsOf(shifted), context.reference)).toBeNull();
    const rows = rowsOf(may);
    expect(eventList([...rows.slice(0, 9), ...rows.slice(10)], context.reference)).toBeNull();
    const unwritten: Calendar = { ...may, write: (date) => [String(date.day)] };
    expect(eventList(rowsOf(unwritten), context.reference)).toBeNull();
    expect(read(rowsOf({ ...unwritten, hasYear: true })).events).toContain('Kermesse | mardi 16 juin');
  });

  it('has each text on its own day, in any year and however days are written', () => {
    const calendar = fc.record({
      first: fc
        .tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => Temporal.PlainYearMonth.from({ year, month })),
      months: fc.integer({ min: 1, max: 6 }),
      write: fc.constantFrom(...WAYS),
      picked: fc.uniqueArray(fc.nat(180), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(calendar, ({ first, months, write, picked }) => {
        const days = first.toPlainDate({ day: 1 }).until(first.add({ months }).toPlainDate({ day: 1 })).days;
        const dates = [...new Set(picked.map((each) => each % days))]
          .sort((one, other) => one - other)
          .map((each) => first.toPlainDate({ day: 1 }).add({ days: each }).toString());
        const texts = new Map(dates.map((day, at) => [day, `Sortie numéro ${at}`]));
        const list = eventList(rowsOf({ first, months, write, hasYear: true, texts }), context.reference);
        const { events } = list === null ? { events: [] } : readTables(list.rows, list.head, context);
        expect(events.map(({ title, when }) => [when.ranges[0]?.from, title])).toEqual([...texts]);
      }),
      { numRuns: 40 },
    );
  });
});
