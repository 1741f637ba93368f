import type { Course, Meal } from '../../../programme/item.ts';
import type { DayLabel } from './day-label.ts';
import type { ColumnDays } from './menu-columns.ts';
import { createWeeks, type TableWeeks } from './table-weeks.ts';

/** One meal under one heading of a day, which may not say its date. */
export interface MenuEntry {
  readonly label: DayLabel;
  /** The heading of its row or column that names a week, « Du 4 au 8 mai »; null where there is none. */
  readonly week: string | null;
  readonly meal: Meal;
  readonly courses: readonly Course[];
}

interface OpenEntry extends MenuEntry {
  /** The row of days that it stands under, by its number. */
  readonly heading: number;
  readonly courses: { name?: string; dishes: string[] }[];
}

/** A table that is being read, row by row. */
export interface TableReader {
  readonly meals: Map<string, OpenEntry>;
  readonly titles: string[];
  readonly notes: string[];
  readonly leastDays: number;
  readonly weeks: TableWeeks;
  hasCourses: boolean;
  hasHours: boolean;
  /** How many rows of days have been read, and the one with which the week that is read now began. */
  headings: number;
  part: number;
  /** The day of each column; null for the columns of headings, and before the first row of days. */
  days: ColumnDays | null;
  /** The rows of the table are read as columns. */
  isDown: boolean;
  /** What a row under the days says of single columns: « Midi », « Végétarien ». */
  columnMeals: readonly (Meal | null)[];
  choices: readonly string[];
  /** What holds for the rows below until another takes its place. */
  meal: Meal;
  course: string | null;
}

export const createReader = (leastDays: number): TableReader => ({
  leastDays,
  weeks: createWeeks(),
  meals: new Map(),
  titles: [],
  notes: [],
  hasCourses: false,
  hasHours: false,
  headings: 0,
  part: 0,
  days: null,
  isDown: false,
  columnMeals: [],
  choices: [],
  meal: 'lunch',
  course: null,
});

/**
 * The meal of a day. Where its days stand above a course for the second time, they are those of another week, which is not named; a row
 * of days that is repeated on another page goes on with other courses.
 */
export function entryOf(
  reader: TableReader,
  label: DayLabel,
  week: string | null,
  meal: Meal,
  course: string | null,
): OpenEntry {
  const key = (): string => `${label.text} ${week ?? ''} ${meal} ${reader.days?.indexOf(label)} ${reader.part}`;
  const known = reader.meals.get(key());
  const isAgain =
    known !== undefined && known.heading !== reader.headings && known.courses.some(({ name }) => name === course);
  if (isAgain) reader.part = reader.headings;
  const entry = isAgain || known === undefined ? { label, week, meal, courses: [], heading: reader.headings } : known;
  reader.meals.set(key(), entry);
  return entry;
}
