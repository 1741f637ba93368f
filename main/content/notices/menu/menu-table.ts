import { filledCells, type Grid, type GridCell, type PlacedTable, soleCell, transposed } from '../grid.ts';
import { isWeekHeading, isWeekName, namesWeek } from '../week-text.ts';
import { dishesOf, goesOn } from './dish-lines.ts';
import { besideDays, daysIn, daysOfColumns, isDay, leastDaysOf, mostDays } from './menu-columns.ts';
import {
  courseHeading,
  courseOf,
  isChoice,
  isClosed,
  isForKitchen,
  isHoliday,
  isNote,
  mealOf,
  speaksOfMenu,
} from './menu-words.ts';
import { createReader, entryOf, type MenuEntry, type TableReader } from './table-reader.ts';
import {
  isColumnOfWeeks,
  isRowOfWeeks,
  isUnderWeeks,
  openWeek,
  readWeeksAbove,
  weekAt,
  withoutWeek,
} from './table-weeks.ts';

/** What a table with days says. */
export interface MenuTable {
  readonly meals: readonly MenuEntry[];
  /** Rows of the table that stand above its days, and its empty corner. */
  readonly titles: readonly string[];
  /** Words that belong to no day. */
  readonly notes: readonly string[];
  /** Names of courses and meals were found, and no hours. */
  readonly hasCourses: boolean;
  readonly hasHours: boolean;
}

/** The meals of a table with days across or down; null where it has no two days, or one with courses. */
export function menuEntries({ grid: written }: PlacedTable): MenuTable | null {
  const [wide, high] = [mostDays(written), mostDays(transposed(written))];
  const days = Math.max(wide, high);
  const leastDays = leastDaysOf(written, days);
  if (days < leastDays) return null;
  const reader = createReader(leastDays);
  if (wide >= high || written.some(isUnderWeeks)) readGrid(reader, written);
  else readDown(reader, written);
  const meals = [...reader.meals.values()].filter(({ courses }) => courses.length > 0);
  return { ...reader, meals };
}

function readGrid(reader: TableReader, grid: Grid): void {
  reader.days = null;
  reader.weeks.ofColumns = [];
  for (const [at, row] of grid.entries()) readRow(reader, row, grid[at - 1] ?? []);
}

/** Days down: each run of rows between two rows that say one thing is read as days across, under the names of the columns. */
function readDown(reader: TableReader, written: Grid): void {
  reader.isDown = true;
  const first = written.findIndex((row) => daysIn(row) > 0);
  const above = written.slice(0, first);
  const isTitle = (row: readonly GridCell[]): boolean => {
    const text = soleCell(row)?.text;
    return text !== undefined && courseOf(text) === null && mealOf(text) === null;
  };
  const names = above.filter((row) => !isTitle(row));
  reader.titles.push(...above.filter(isTitle).flatMap((row) => soleCell(row)?.text ?? []));
  let run: Grid = [];
  const close = (): void => {
    if (run.length > 0) readGrid(reader, transposed([...names, ...run]));
    run = [];
  };
  for (const row of written.slice(first)) {
    const sole = soleCell(row);
    if (sole === null || isDay(sole)) {
      // The names of the columns may stand again above each week.
      const isNames = daysIn(row) === 0 && filledCells(row).some(({ text }) => courseOf(text) !== null);
      if (!isNames) run = [...run, row];
      continue;
    }
    close();
    if (namesWeek(sole.text)) openWeek(reader.weeks, sole.text);
    else if (!isHoliday(sole.text)) reader.notes.push(sole.text);
  }
  close();
}

/** Whether a table with days is a menu: its courses say so, or the words around it, and it is no timetable. */
export function isMenu({ titles, hasCourses, hasHours, meals }: MenuTable, around: readonly string[]): boolean {
  return meals.length > 0 && !hasHours && (hasCourses || [...titles, ...around].some(speaksOfMenu));
}

function readRow(reader: TableReader, written: readonly GridCell[], above: readonly GridCell[]): void {
  if (reader.isDown && isColumnOfWeeks(written)) {
    readWeeksAbove(reader.weeks, written);
    return;
  }
  if (daysIn(written) >= reader.leastDays) {
    openDays(reader, written);
    return;
  }
  const row = withoutWeek(reader.weeks, written);
  const { days } = reader;
  if (days === null || isRowOfWeeks(row)) {
    if (days === null) reader.titles.push(...filledCells(row).map(({ text }) => text));
    readWeeksAbove(reader.weeks, row);
    return;
  }
  const { labels, asides } = besideDays(row, days);
  const cells = filledCells(row.filter((_, at) => days[at] !== null));
  const sole = soleCell(row);
  if (sole !== null && (labels.length + asides.length > 0 || isNote(sole.text) || row.every((cell) => cell === sole))) {
    readBanner(reader, sole);
    return;
  }
  const namesCourse = labels.some(({ text }) => courseOf(text) !== null);
  if (cells.length > 0 && !namesCourse && readColumnHeads(reader, row, cells)) return;
  if (labels.length > 0 && labels.every(({ text }) => isForKitchen(text))) {
    reader.notes.push(...labels.map(({ text }) => text));
    return;
  }
  readLabels(reader, labels);
  reader.notes.push(...asides.map(({ text }) => text).filter((text) => /[\p{L}\p{N}]/u.test(text)));
  for (const [at, cell] of row.entries()) {
    // What is merged downwards has been read; what is merged across columns of one day is read once.
    if (cell === above[at] || (cell === row[at - 1] && days[at] === days[at - 1])) continue;
    addCell(reader, at, cell);
  }
}

/** A row that says one thing for the rows below it, or nothing of a day. */
function readBanner(reader: TableReader, { text }: GridCell): void {
  const meal = mealOf(text);
  if (meal !== null) {
    reader.meal = meal;
    reader.course = null;
  } else if (namesWeek(text)) openWeek(reader.weeks, text);
  else if (courseOf(text) !== null) reader.course = courseOf(text);
  else if (!isHoliday(text)) reader.notes.push(text);
}

/** A row of days: those of the rows below it. A day may be followed by its dishes in its own cell. */
function openDays(reader: TableReader, row: readonly GridCell[]): void {
  reader.days = daysOfColumns(row, reader.isDown);
  reader.weeks.column = row.findIndex(({ text }) => isWeekHeading(text));
  reader.columnMeals = [];
  reader.choices = [];
  reader.course = null;
  reader.headings += 1;
  for (const cell of filledCells(row)) {
    const at = row.indexOf(cell);
    const label = reader.days[at] ?? null;
    if (label === null) reader.titles.push(cell.text);
    // « Semaine 20 | Lundi | Mardi »
    if (label === null && isWeekName(cell.text)) openWeek(reader.weeks, cell.text);
    const rest = label === null ? [] : [...(label.rest === '' ? [] : [label.rest]), ...cell.lines.slice(1)];
    if (rest.length > 0) addDishes(reader, at, rest);
  }
}

/** « Midi | Soir | Midi | Soir » right under the days, or « Classique | Végétarien ». */
function readColumnHeads(reader: TableReader, row: readonly GridCell[], cells: readonly GridCell[]): boolean {
  if (cells.every(({ text }) => mealOf(text) !== null)) {
    reader.columnMeals = row.map(({ text }) => mealOf(text));
    reader.hasCourses = true;
    return true;
  }
  if (!cells.every(({ text }) => isChoice(text))) return false;
  reader.choices = row.map(({ text }) => text);
  return true;
}

const HOURS = /^(?:de )?\d{1,2}\s?[h:]\s?\d{0,2}\b/iu;

/** The headings of a row: its meal, its week and its course. */
function readLabels(reader: TableReader, labels: readonly GridCell[]): void {
  const names: string[] = [];
  for (const { text } of labels) {
    const meal = mealOf(text);
    if (meal !== null) {
      if (meal !== reader.meal) reader.course = null;
      reader.meal = meal;
      reader.hasCourses = true;
    } else if (namesWeek(text)) openWeek(reader.weeks, text);
    else {
      if (HOURS.test(text)) reader.hasHours = true;
      if (courseOf(text) !== null) reader.hasCourses = true;
      names.push(text);
    }
  }
  if (names.length > 0) reader.course = names.map((name) => courseOf(name) ?? courseHeading(name)).join(' – ');
}

function addCell(reader: TableReader, at: number, { lines }: GridCell): void {
  const dishes = lines.filter((line) => !isNote(line));
  reader.notes.push(...lines.filter(isNote));
  if (reader.days?.[at] && dishes.length > 0) addDishes(reader, at, dishes);
}

/** Adds what is eaten on a day; where nothing is, the reason is none of the dishes, and not forgotten. */
function addDishes(reader: TableReader, at: number, lines: readonly string[]): void {
  if (lines.every(isClosed)) reader.notes.push(...lines.filter((line) => !isHoliday(line)));
  else addLines(reader, at, lines);
}

/** Adds the dishes of a cell to the meal of its column. */
function addLines(reader: TableReader, at: number, lines: readonly string[]): void {
  const label = reader.days?.[at];
  if (!label) return;
  const meal = reader.columnMeals[at] ?? reader.meal;
  const week = weekAt(reader.weeks, at);
  const dishes = dishesOf(lines);
  const entry = entryOf(reader, label, week, meal, dishes[0]?.course ?? reader.course);
  const choice = reader.choices[at] ?? '';
  let isNew = true;
  for (const { course, dish } of dishes) {
    if (course !== null) reader.hasCourses = true;
    const name = course ?? reader.course;
    const open = entry.courses.at(-1);
    const words = choice === '' || !isNew ? dish : `${choice} : ${dish}`;
    const last = open?.dishes.at(-1);
    // « ou » may have a row of its own.
    if (isNew && open && last !== undefined && (name === null || open.name === name) && goesOn(last, dish))
      open.dishes[open.dishes.length - 1] = `${last} ${words}`;
    // A row without a heading of its own goes on with the course above; without headings, each row is a course.
    else if (open && open.name === (name ?? undefined) && (name !== null || !isNew)) open.dishes.push(words);
    else entry.courses.push({ ...(name === null ? {} : { name }), dishes: [words] });
    isNew = false;
  }
}
