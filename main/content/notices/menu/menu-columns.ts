import { filledCells, type Grid, type GridCell } from '../grid.ts';
import { type DayLabel, dayLabel } from './day-label.ts';
import { courseOf, mealOf } from './menu-words.ts';

/** The day of each column of a table; null for a column of none. */
export type ColumnDays = readonly (DayLabel | null)[];

export const isDay = ({ lines }: GridCell): boolean => dayLabel(lines[0] ?? '') !== null;
export const daysIn = (row: readonly GridCell[]): number => filledCells(row).filter(isDay).length;
/** The most days that a row of a table names. */
export const mostDays = (grid: Grid): number => Math.max(0, ...grid.map(daysIn));

/** How many days a row of a menu with `days` of them names at least: one where courses stand beside it, « Entrée », « Plat », else two. */
export const leastDaysOf = (grid: Grid, days: number): number =>
  days < 2 && grid.flat().filter(({ text }) => courseOf(text) !== null).length > 1 ? 1 : 2;

/**
 * The days of the columns under a row of days. A day that is not merged over its columns is written above the first of them:
 * it is that of the empty places behind it, of as many behind each day. `isDown`: the columns were rows, of which each without
 * a day goes on with the day above.
 */
export function daysOfColumns(row: readonly GridCell[], isDown: boolean): ColumnDays {
  const labels = new Map(filledCells(row).map((cell) => [cell, dayLabel(cell.lines[0] ?? '')] as const));
  const days = row.map((cell) => labels.get(cell) ?? null);
  const runs = days.flatMap((day, at) => {
    if (day === null || days[at + 1] === day) return [];
    const next = row.findIndex(({ text }, behind) => behind > at && text !== '');
    return [{ day, at, empty: (next < 0 ? row.length : next) - at - 1 }];
  });
  if (!isDown && runs.some(({ empty }) => empty !== runs[0]?.empty)) return days;
  for (const { day, at, empty } of runs) days.fill(day, at + 1, at + 1 + empty);
  return days;
}

/** The cells of a row in columns of no day: the headings of the row, and what stands beside the dishes of a day. */
export function besideDays(
  row: readonly GridCell[],
  days: ColumnDays,
): { readonly labels: readonly GridCell[]; readonly asides: readonly GridCell[] } {
  const first = days.findIndex((day) => day !== null);
  const behind = filledCells(row.filter((_, at) => at > first && days[at] === null));
  const isLabel = ({ text }: GridCell): boolean => courseOf(text) !== null || mealOf(text) !== null;
  return {
    labels: [...filledCells(row.slice(0, first)), ...behind.filter(isLabel)],
    asides: behind.filter((cell) => !isLabel(cell)),
  };
}
