import { beginsAsEvent } from '../event/category.ts';
import { isStyled } from '../outline/is-styled.ts';
import { hasOnlyDays, isAbove, isEventLine, isItem, isRunning, type Line } from '../outline/outline.ts';

/**
 * True where the date of an event stands under its heading, not above it: the first heading comes before the first date,
 * or after the release’s own date and some text, and nearly every heading has a date directly under it.
 */
export function datesStandBelow(lines: readonly Line[]): boolean {
  return datesBelowTitles(lines) || datesBelowLines(lines);
}

function datesBelowTitles(lines: readonly Line[]): boolean {
  const isTitle = titlesOf(lines);
  let headings = 0;
  let dated = 0;
  const firstEvent = lines.findIndex(isTitle);
  const firstDate = lines.findIndex((line) => line.days !== null);
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!isTitle(line)) continue;
    headings++;
    if (next !== undefined && hasOnlyDays(next) && !isAbove(next.block, line.block)) dated++;
  }
  if (headings === 0 || dated * 3 < headings * 2) return false;
  if (firstDate > firstEvent) return true;
  const last = lines.findLastIndex(({ heading }) => heading !== null && heading.title !== '');
  const lastTitle = last < 0 ? lines.findLastIndex(isTitle) : last;
  const above = lines[firstDate];
  // A period in a heading stands above all events; the date of each stands under it on a plain line.
  const level = lines[firstEvent]?.block.level ?? 0;
  const isPeriod = above !== undefined && isStyled(above.block) && above.block.level < level && isSeveralDays(above);
  return dated === headings && (firstDate + 1 < firstEvent || isPeriod) && hasOnlyDays(lines[lastTitle + 1]);
}

/** Which lines are titles of events: those that name a town, else the headings of the level that most headings have. */
function titlesOf(lines: readonly Line[]): (line: Line) => boolean {
  if (lines.some(isEventLine)) return isEventLine;
  const levels = lines.flatMap(({ block, days }) => (block.level > 0 && days === null ? [block.level] : []));
  const count = (level: number): number => levels.filter((each) => each === level).length;
  const level = levels.reduce((most, each) => (count(each) > count(most) ? each : most), levels[0] ?? 0);
  if (level === 0 || count(level) < 2) return () => false;
  return ({ block, days, entry }) => block.level === level && days === null && entry !== null;
}

/**
 * The same for dates on plain lines, by what stands around each of them: a title above it, and below it anything but an
 * event that has no date of its own. « Concert », then « Mardi 19 mai, 19h30 », then « Église X ».
 */
function datesBelowLines(lines: readonly Line[]): boolean {
  if (lines.some(isEventLine)) return false;
  const dates = lines.flatMap((line, at) =>
    !isStyled(line.block) && hasOnlyDays(line) && !holdsOthers(lines, at) ? [at] : [],
  );
  const isBelow = (at: number): boolean => {
    const [title, below] = [lines[at - 1], lines[at + 1]];
    if (isVenueLine(below)) return title !== undefined && !hasOnlyDays(title) && !isRunning(title.block);
    return mayBeTitle(title) && (!mayBeTitle(below) || dates.includes(at + 2));
  };
  return dates.length > 1 && dates.every(isBelow) && !isUnderDate(lines, dates);
}

/** « Agenda », « Lundi 11 mai », « Gymnase », « 9 h », « Forum »: no event above the first date, and one below the last. */
function isUnderDate(lines: readonly Line[], dates: readonly number[]): boolean {
  const [first, last] = [lines[(dates[0] ?? 0) - 1], dates.at(-1) ?? 0];
  const below = lines
    .slice(last + 1)
    .find(({ block, facts, dates: reader }) => facts === null && !reader.isDate(block.text));
  return !mayBeTitle(first) && mayBeTitle(below);
}

/** A venue alone on its line. */
export function isVenueLine(line: Line | undefined): boolean {
  return line !== undefined && line.facts !== null && line.facts.dates.length === 0 && !isItem(line.block);
}

/** A title of an event by its look, or by its first word where it has no look of its own. */
function mayBeTitle(line: Line | undefined): boolean {
  if (line === undefined || isItem(line.block) || hasOnlyDays(line) || line.isContact || line.field !== null)
    return false;
  return isStyled(line.block) || (!isRunning(line.block) && beginsAsEvent(line.block.text));
}

/** A period above the days that lie in it: it is the date of none of the events. */
function holdsOthers(lines: readonly Line[], at: number): boolean {
  const period = spanOf(lines[at]);
  if (period === null || period.from === period.to) return false;
  const others = lines.slice(at + 1).flatMap((line) => spanOf(line) ?? []);
  return others.length > 0 && others.every(({ from, to }) => period.from <= from && to <= period.to);
}

function isSeveralDays(line: Line): boolean {
  const span = spanOf(line);
  return span !== null && span.from !== span.to;
}

function spanOf(line: Line | undefined): { readonly from: string; readonly to: string } | null {
  const reading = line?.days?.reading;
  const range = reading?.ok === true ? reading.when.ranges[0] : undefined;
  return range?.from && range.to ? { from: range.from, to: range.to } : null;
}
