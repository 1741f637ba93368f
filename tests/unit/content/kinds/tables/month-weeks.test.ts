import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { eventList } from '../../../../../main/content/kinds/tables/event-list.ts';
import { readTables } from '../../../../../main/content/kinds/tables/read-tables.ts';
import type { Row } from '../../../../../main/content/kinds/tables/rows.ts';
import { monthName, weekdayName } from '../../../../../main/when/french/words.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20') };
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

interface Calendar {
  readonly month: Temporal.PlainYearMonth;
  /** Weekdays that have a column, from Monday on. */
  readonly count: number;
  /** The text of a day stands in a row of its own below its number. */
  readonly isBelow: boolean;
  /** The days of the months before and after fill the first and last week. */
  readonly isFull: boolean;
  /** ISO days with what is written on them. */
  readonly texts: ReadonlyMap<string, string>;
}

function rowsOf({ month, count, isBelow, isFull, texts }: Calendar): Row[] {
  const first = month.toPlainDate({ day: 1 });
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const weeks = Math.ceil(first.add({ months: 1 }).since(monday).days / 7);
  const rows = Array.from({ length: weeks }, (_, week) => {
    const dates = Array.from({ length: count }, (_day, at) => monday.add({ days: week * 7 + at }));
    const number = (date: Temporal.PlainDate) => (isFull || date.month === month.month ? String(date.day) : '');
    const text = (date: Temporal.PlainDate) => texts.get(date.toString()) ?? '';
    if (isBelow) return [dates.map(number), dates.map(text)];
    return [dates.map((date) => `${number(date)} ${text(date)}`.trim())];
  }).flat();
  const weekdays = Array.from({ length: count }, (_, at) => weekdayName(at + 1));
  // A program leaves out rows in which nothing is written.
  const written = rows.filter((cells) => cells.some((cell) => cell !== ''));
  return [[`${monthName(month.month)} ${month.year}`], weekdays, ...written].map((cells, at) => ({
    cells,
    line: at + 1,
    taken: 1,
  }));
}

function read(rows: readonly Row[], titles: readonly string[] = []) {
  const list = eventList(rows, context.reference, titles);
  const { events } = list === null ? { events: null } : readTables(list.rows, list.head, context);
  return events?.map(({ title, when }) => `${title} | ${plain(when.label)}`);
}

const may: Calendar = {
  month: Temporal.PlainYearMonth.from('2026-05'),
  count: 5,
  isBelow: false,
  isFull: false,
  texts: new Map([
    ['2026-05-12', 'Conseil pédagogique, 17h30'],
    ['2026-05-18', 'Stage des 3e'],
    ['2026-05-19', 'Stage des 3e'],
  ]),
};

describe('a calendar of a month with a row for each week', () => {
  it('is a list of what is written on its days, in their cells or below their numbers', () => {
    const events = ['Conseil pédagogique | mardi 12 mai, à 17 h 30', 'Stage des 3e | du 18 au 19 mai'];
    expect(read(rowsOf(may))).toEqual(events);
    expect(read(rowsOf({ ...may, isBelow: true, isFull: true, count: 7 }))).toEqual(events);
  });

  it('is none where a number is not that of its weekday, a week is missing, or no title names the month', () => {
    const rows = rowsOf(may);
    const moved = rows.map((row, at) => (at < 2 ? row : { ...row, cells: ['', ...row.cells.slice(0, 4)] }));
    expect(read(moved)).toBeUndefined();
    expect(read(rows.slice(0, -1))).toBeUndefined();
    expect(read(rows.slice(1))).toBeUndefined();
    expect(read(rows.slice(1), ['Agenda de mai'])).toHaveLength(2);
  });

  it('tells of a legend below its last week, which stands on no day', () => {
    const list = eventList([...rowsOf(may), { cells: ['Vacances en gris'], line: 9, taken: 1 }], context.reference);
    expect(list?.rows).toHaveLength(2);
    expect(list?.faults.map(({ message }) => plain(message)).join()).toContain('« Vacances en gris »');
  });

  it('is none where it is that of the canteen', () => {
    expect(read(rowsOf(may), ['Menus'])).toBeUndefined();
  });

  it('has each text on its own day, whatever month it is and however it is laid out', () => {
    const calendar = fc.record({
      month: fc
        .tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => Temporal.PlainYearMonth.from({ year, month })),
      count: fc.integer({ min: 5, max: 7 }),
      isBelow: fc.boolean(),
      isFull: fc.boolean(),
      picked: fc.uniqueArray(fc.nat(30), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(calendar, ({ picked, ...layout }) => {
        const dates = picked
          .map((each) => layout.month.toPlainDate({ day: 1 }).add({ days: each }))
          .filter((date) => date.month === layout.month.month && date.dayOfWeek <= layout.count)
          .sort(Temporal.PlainDate.compare);
        // Words below the last week alone may be a legend.
        fc.pre(!layout.isBelow || dates.length === 0 || (dates[0]?.day ?? 0) < 20);
        const texts = new Map(dates.map((date, at) => [date.toString(), `Sortie numéro ${at}`]));
        const list = eventList(rowsOf({ ...layout, texts }), context.reference);
        const { events } = list === null ? { events: [] } : readTables(list.rows, list.head, context);
        expect(events.map(({ title, when }) => [when.ranges[0]?.from, title])).toEqual([...texts]);
      }),
      { numRuns: 100 },
    );
  });
});
