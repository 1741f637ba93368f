import { EMPTY, filledCells, type GridCell } from '../grid.ts';
import { isWeekHeading, isWeekName, namesWeek, weekText } from '../week-text.ts';
import { dayLabel } from './day-label.ts';
import { daysIn } from './menu-columns.ts';

/** The weeks that a table of days has named so far. */
export interface TableWeeks {
  /** The column that says the week of each row; -1 for none. */
  column: number;
  /** The week of the rows below, until another takes its place. */
  ofRows: string | null;
  /** The weeks of the columns, which stand above the days; they go before that of the rows. */
  ofColumns: readonly (string | null)[];
}

export const createWeeks = (): TableWeeks => ({ column: -1, ofRows: null, ofColumns: [] });

/** The week of a column; null where none is named. */
export const weekAt = (weeks: TableWeeks, at: number): string | null => weeks.ofColumns[at] ?? weeks.ofRows;

/** Whether a row names days beside a column of weeks: however many weeks stand under it, it is the days that stand across. */
export const isUnderWeeks = (row: readonly GridCell[]): boolean =>
  daysIn(row) > 1 && row.some(({ text }) => isWeekHeading(text));

/** Whether a row below days says nothing but weeks, of other days below it. */
export const isRowOfWeeks = (row: readonly GridCell[]): boolean => {
  const cells = filledCells(row);
  return cells.length > 1 && cells.every(({ text }) => isWeekName(text));
};

/** The column « Semaine du » of days that stand down, read as a row: its Mondays are no days of the menu, which « Lundi » is. */
export const isColumnOfWeeks = ([heading, ...cells]: readonly GridCell[]): boolean =>
  isWeekHeading(heading?.text ?? '') && cells.every(({ lines }) => dayLabel(lines[0] ?? '')?.weekday === undefined);

/** The week of the rows below. */
export function openWeek(weeks: TableWeeks, week: string): void {
  weeks.ofRows = week;
  weeks.ofColumns = [];
}

/** A row above days may name the weeks of their columns: each holds until the next. */
export function readWeeksAbove(weeks: TableWeeks, row: readonly GridCell[]): void {
  const isUnderHeading = row.some(({ text }) => isWeekHeading(text));
  if (!isUnderHeading && !row.some(({ text }) => namesWeek(text))) return;
  let week: string | null = null;
  weeks.ofColumns = row.map(({ text }) => {
    if (text !== '' && !isWeekHeading(text)) week = isUnderHeading ? weekText(text) : text;
    return week;
  });
}

/** A row without the cell that says its week, which is kept. */
export function withoutWeek(weeks: TableWeeks, row: readonly GridCell[]): readonly GridCell[] {
  const week = row[weeks.column]?.text ?? '';
  if (week !== '') openWeek(weeks, weekText(week));
  return row.map((cell, at) => (at === weeks.column ? EMPTY : cell));
}
