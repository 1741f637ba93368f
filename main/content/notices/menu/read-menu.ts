import { Temporal } from 'temporal-polyfill';
import type { Course, Meal } from '../../../programme/item.ts';
import type { DateContext } from '../../../when/french/types.ts';
import type { Fault } from '../../faults/fault.ts';
import { filledCells, type PlacedTable } from '../grid.ts';
import type { DayLabel } from './day-label.ts';
import { type Anchor, anchorOf, type FoundDay, resolveDay } from './menu-dates.ts';
import {
  daysUnknown,
  otherYear,
  twiceOnOneDay,
  weekdaysWrong,
  weekGuessed,
  wordsLeftOut,
  yearGuessed,
} from './menu-faults.ts';
import { isMenu, type MenuTable, menuEntries } from './menu-table.ts';
import { isNote, speaksOfMenu } from './menu-words.ts';
import type { MenuEntry } from './table-reader.ts';

/** One meal of a day. */
interface DayMenu {
  /** ISO. */
  readonly day: string;
  readonly meal: Meal;
  readonly courses: readonly Course[];
}

/** The meals of a document in their order, and what of it is not read as written. */
export interface MenuReading {
  readonly meals: readonly DayMenu[];
  readonly faults: readonly Fault[];
}

/** Where a menu stands. */
export interface MenuContext extends DateContext {
  /** The names of the file and of the folders above it, the file first: they may say « menu » and its week. */
  readonly names: readonly string[];
}

/** A menu that ended so many days before its file was written is most likely one of another year. */
const MAX_DAYS_PAST = 120;

/** The menus of the tables of a document, whose other `lines` are around them; null where no table is a menu. */
export function readMenus(
  tables: readonly PlacedTable[],
  lines: readonly string[],
  context: MenuContext,
): MenuReading | null {
  // Most texts have no table, and to look for days in each of their lines takes longer than all the rest.
  if (tables.length === 0) return null;
  const isOfMenu = (entries: MenuTable | null, { above }: PlacedTable): entries is MenuTable =>
    entries !== null && isMenu(entries, [...above, ...context.names]);
  const notes = lines.filter((line) => !isTitle(line, context));
  const read = tables.flatMap((table) => {
    const entries = menuEntries(table);
    if (isOfMenu(entries, table)) return [{ table, entries }];
    notes.push(
      ...table.grid
        .map((row) =>
          filledCells(row)
            .map(({ text }) => text)
            .join(' '),
        )
        .filter(Boolean),
    );
    return [];
  });
  if (read.length === 0) return null;
  const dated = read.flatMap(({ table, entries }) => {
    const titles = [...entries.titles, ...table.above.toReversed(), ...table.before.toReversed(), ...context.names];
    const anchor = inRightYear(firstAnchor(titles, context), entries.meals, context);
    notes.push(...entries.notes);
    return entries.meals.map((entry) => ({ entry, found: dayOf(entry, anchor, context) }));
  });
  const { meals, faults: told } = mealsOf(dated);
  const faults = [...(notes.length === 0 ? [] : [wordsLeftOut(notes)]), ...told];
  const last = meals.reduce((latest, { day }) => (day > latest ? day : latest), '');
  const oldest = context.reference.subtract({ days: MAX_DAYS_PAST }).toString();
  return { meals, faults: meals.length > 0 && last < oldest ? [...faults, otherYear(last)] : faults };
}

/** Whether a line says what the menu is, and of which days: the slide says both in its own words. */
function isTitle(line: string, context: MenuContext): boolean {
  return !isNote(line) && (speaksOfMenu(line) || anchorOf(line, context) !== null || context.names.includes(line));
}

/** The days that the first dated title names; where it has no year, another title that names these days with one gives it. */
function firstAnchor(titles: readonly string[], context: DateContext): Anchor | null {
  const anchors = titles.flatMap((title) => anchorOf(title, context) ?? []);
  const [first = null] = anchors;
  if (first === null || first.hasYear) return first;
  for (const { from, to, hasYear } of anchors) {
    const years = from.year - first.from.year;
    const moved = { from: first.from.add({ years }), to: first.to.add({ years }), hasYear };
    const isWithin = Temporal.PlainDate.compare(moved.from, from) >= 0 && Temporal.PlainDate.compare(moved.to, to) <= 0;
    if (hasYear && isWithin) return moved;
  }
  return first;
}

/** A title without a year: of the years around it, the one in which the most headings have the right weekday. */
function inRightYear(anchor: Anchor | null, meals: readonly MenuEntry[], context: DateContext): Anchor | null {
  if (anchor === null || anchor.hasYear) return anchor;
  const right = (candidate: Anchor): number => meals.filter((entry) => dayOf(entry, candidate, context).ok).length;
  const years = [0, -1, 1].map((years) => ({
    ...anchor,
    from: anchor.from.add({ years }),
    to: anchor.to.add({ years }),
  }));
  return years.reduce((best, each) => (right(each) > right(best) ? each : best));
}

/** The day of an entry: the week of its own row or column goes before that of the title. */
function dayOf({ label, week }: MenuEntry, anchor: Anchor | null, context: DateContext): FoundDay {
  return resolveDay(label, (week === null ? null : anchorOf(week, context)) ?? anchor, context);
}

interface DatedEntry {
  readonly entry: MenuEntry;
  readonly found: FoundDay;
}

function mealsOf(dated: readonly DatedEntry[]): MenuReading {
  const meals = new Map<string, DayMenu>();
  const twice = new Set<string>();
  const wrong: { readonly why: 'weekday' | 'impossible' | 'unknown'; readonly label: DayLabel }[] = [];
  let guessed: 'year' | 'week' | null = null;
  for (const { entry, found } of dated) {
    if (!found.ok) {
      wrong.push({ why: found.why, label: entry.label });
      continue;
    }
    guessed ??= found.guessed;
    const day = found.day.toString();
    const key = `${day} ${entry.meal}`;
    if (meals.has(key)) twice.add(day);
    else meals.set(key, { day, meal: entry.meal, courses: entry.courses });
  }
  const all = [...meals.values()].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const first = all[0]?.day;
  const labels = (why: 'weekday' | 'other'): string[] =>
    wrong.filter((each) => (each.why === 'weekday') === (why === 'weekday')).map(({ label }) => label.text);
  return {
    meals: all,
    faults: [
      ...(labels('weekday').length > 0 ? [weekdaysWrong(labels('weekday'), all.length === 0)] : []),
      ...(labels('other').length > 0 ? [daysUnknown(labels('other'))] : []),
      ...(guessed === 'week' && first !== undefined ? [weekGuessed(first)] : []),
      ...(guessed === 'year' && first !== undefined ? [yearGuessed(Temporal.PlainDate.from(first).year)] : []),
      ...[...twice].map(twiceOnOneDay),
    ],
  };
}
