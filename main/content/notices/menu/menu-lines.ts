import { fold } from '../../../lib/fold.ts';
import type { Meal } from '../../../programme/item.ts';
import type { GridCell, PlacedTable } from '../grid.ts';
import { dayLabel } from './day-label.ts';
import { withoutBullet } from './dish-lines.ts';
import { courseOf, isNote, mealOf } from './menu-words.ts';

/** One day of a menu that is written in lines: « Mardi 5 » with the dishes below it, or behind it. */
interface WrittenDay {
  readonly day: string;
  readonly dishes: Record<Meal, string[]>;
}

/** A line between the days that holds for those below it, or for none. */
interface Between {
  readonly between: string;
}

/** A line that is longer is no dish. */
const MAX_DISH = 100;
/** More lines under a day are no menu. */
const MAX_DISHES = 14;

const WEEKDAY = /^(?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b/u;
const HEAD = /^(.{5,40}?)\s*(?:[:–—]|\s-\s)\s*(.*)$/u;
const WEEK = /^(?:menus? )?(?:de la )?(?:semaine\b|s ?\d{1,2}\b|du (?:\p{L}+ )?\d)/u;
const HOUR = /\b\d{1,2}\s?h(?:\d{2})?\b|\b\d{1,2}:\d{2}\b/iu;

/**
 * The menu of a document that writes it in lines, as the table that it means: days down, a column for each meal. Null where
 * the lines name no two days (or one in a title with courses below it), or where hours or long sentences stand under the days:
 * they are then something else.
 */
export function menuOfLines(written: readonly string[]): PlacedTable | null {
  const lines = written.flatMap((line) => line.split('\n')).map(withoutBullet);
  return menuOfDays(lines) ?? menuOfOneDay(lines);
}

function menuOfDays(lines: readonly string[]): PlacedTable | null {
  const first = lines.findIndex((line) => dayOf(line) !== null);
  if (first < 0) return null;
  const rows = rowsOf(lines.slice(first));
  const days = rows.filter((row) => 'day' in row);
  const dishes = days.map((day) => Object.values(day.dishes).flat());
  const isMenu = dishes.every((each) => each.length <= MAX_DISHES && each.every(isDish));
  if (days.length < 2 || !isMenu) return null;
  const meals = (['lunch', 'dinner'] as const).filter((meal) => days.some((day) => day.dishes[meal].length > 0));
  const cells = rows.map((row) =>
    'day' in row
      ? [cell([row.day]), ...meals.map((meal) => cell(split(row.dishes[meal])))]
      : [cell([row.between]), ...meals.map(() => cell([]))],
  );
  const heads = meals.length < 2 ? [] : [[cell([]), cell(['Midi']), cell(['Soir'])]];
  return { grid: [...heads, ...cells], above: lines.slice(0, first), before: [] };
}

/** « Menu du mardi 12 mai », « Menu : 12 mai 2026 » */
const MENU_OF_DAY = /^menus? ?(?:du jour ?)?[:–—-]? ?(?:du |de |pour le |le )?(?=\p{L}+ ?\d|\d)/iu;
/** Fewer lines with a course before their colon may be something else. */
const MIN_COURSES = 2;

/** The menu of the one day that its title names, with a course on each line below it: « Entrée : betteraves ». */
function menuOfOneDay(lines: readonly string[]): PlacedTable | null {
  const [title = '', ...below] = lines;
  const named = title.replace(MENU_OF_DAY, '');
  const day = named === title ? null : dayLabel(named);
  if (day === null || day.day === undefined || day.rest !== '') return null;
  const courses = below.filter((line) => !isNote(line)).map((line) => HEAD_OF_COURSE.exec(line));
  const isMenu = courses.every(
    (found) => found !== null && courseOf(found[1] ?? '') !== null && isDish(found[2] ?? ''),
  );
  if (!isMenu || courses.length < MIN_COURSES) return null;
  const rows = courses.map((found) => [cell([found?.[1] ?? '']), cell(split([found?.[2] ?? '']))]);
  return { grid: [[cell([]), cell([day.text])], ...rows], above: [title, ...below.filter(isNote)], before: [] };
}

const HEAD_OF_COURSE = /^(.{3,40}?)\s*:\s*(\S.*)$/u;

const cell = (lines: readonly string[]): GridCell => ({ lines, text: lines.join(' '), struck: false });

const isDish = (line: string): boolean => line.length <= MAX_DISH && !HOUR.test(line);

/** The heading of a day that a line begins with, and what stands behind it; null where it begins with none. */
function dayOf(line: string): { readonly day: string; readonly rest: string } | null {
  if (!WEEKDAY.test(fold(line))) return null;
  const [, head = '', tail = ''] = HEAD.exec(line) ?? [];
  if (head !== '' && dayLabel(head)?.rest === '') return { day: head, rest: tail };
  const label = dayLabel(line);
  return label === null ? null : { day: label.text, rest: label.rest };
}

function rowsOf(lines: readonly string[]): (WrittenDay | Between)[] {
  const rows: (WrittenDay | Between)[] = [];
  let open: WrittenDay | null = null;
  let meal: Meal = 'lunch';
  for (const line of lines) {
    const found = dayOf(line);
    if (found !== null) {
      open = { day: found.day, dishes: { breakfast: [], lunch: [], dinner: [] } };
      rows.push(open);
      meal = 'lunch';
    } else if (WEEK.test(fold(line)) || isNote(line)) {
      rows.push({ between: line });
      continue;
    }
    const [, head = '', tail = ''] = HEAD.exec(found?.rest ?? line) ?? [];
    const named = mealOf(head === '' ? (found?.rest ?? line) : head);
    if (named === 'lunch' || named === 'dinner') meal = named;
    const dish = named === null ? (found?.rest ?? line) : tail;
    if (dish !== '') open?.dishes[meal].push(dish);
  }
  return rows;
}

/** A day in one line gives its dishes between commas; those in brackets part nothing. */
function split(dishes: readonly string[]): readonly string[] {
  const [only, ...more] = dishes;
  return only === undefined || more.length > 0 ? dishes : only.split(/\s*[,;•|]\s*(?![^()]*\))/u).filter(Boolean);
}
