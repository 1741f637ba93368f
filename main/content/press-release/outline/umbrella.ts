import { fold } from '../../../lib/fold.ts';
import { readDatedLine } from '../days/dated-line.ts';
import type { DaysWithin } from '../days/days-within.ts';
import { datesTheRelease } from '../days/read-dates.ts';
import { readEntry } from '../rules/entry.ts';
import { isStyled } from './is-styled.ts';
import type { Line } from './outline.ts';
import { shapeOf, soundsLikeEntry } from './siblings.ts';

/** How far below a title its programme begins. */
const MAX_LINES = 12;

/**
 * The days in a title that holds a whole programme: « Semaine des langues – du 11 au 15 mai », above dates that lie within,
 * or « Portes ouvertes – samedi 14 mars », above events with their hours. null where the line is no such title.
 */
export function programmeTitle(lines: readonly Line[], at: number): DaysWithin | null {
  const title = lines[at];
  if (title === undefined || title.days !== null || title.field !== null || !(isStyled(title.block) || at < 2))
    return null;
  if (title.heading?.form === 'department' || title.block.kind === 'list-item') return null;
  const found = datesTheRelease(title.block.text) ? null : (title.within ?? daysOf(title));
  if (found === null || !found.reading.ok || isEventItself(title, lines[at + 1])) return null;
  const range = found.reading.when.ranges[0];
  if (!range?.from || !range.to || found.reading.when.ranges.length > 1) return null;
  const below = lines.slice(at + 1, at + 1 + MAX_LINES);
  const day = range.from === range.to ? null : firstDay(below);
  const isPeriod = day !== null && day >= range.from && day <= range.to;
  const [first, second] = below.filter(({ block }) => block.kind === 'list-item' || !/[.!?]$/.test(block.text));
  const leads = [first, second].every((line) => line !== undefined && isTimedEntry(line));
  return isPeriod || leads ? found : null;
}

/** What names a whole programme behind its days. */
const WHOLE_PROGRAMME = /^(?:semaines?|quinzaine|mois|journees|programme)\b/;

/** Whether a title says no more than that a programme stands below it. */
export const namesProgramme = (title: string): boolean => WHOLE_PROGRAMME.test(fold(title));

/**
 * « Du 4 au 7 mai – Exposition – Médiathèque » on a plain line: what has a place, or names an event, is one among others, and so is
 * « Du 4 au 8 mai : Londres (4e) » above « Mardi 5 mai : … ».
 */
function isEventItself({ block, dates, within }: Line, below: Line | undefined): boolean {
  const dated = isStyled(block) || within?.before !== '' ? null : readDatedLine(block.text, dates);
  if (dated === null || namesProgramme(dated.rest)) return false;
  if (
    below !== undefined &&
    shapeOf(below.block) === shapeOf(block) &&
    readDatedLine(below.block.text, below.dates) !== null
  )
    return true;
  const entry = readEntry(dated.rest, dates.isDate);
  const range = dated.reading.ok ? dated.reading.when.ranges[0] : undefined;
  // « Vendredi 20 mars – Journée des langues » above the hours of that day is its title.
  return entry?.hasVenue === true || (entry?.namesEvent === true && range?.from !== range?.to);
}

/** « Les rendez-vous de mars »: the days among the parts of a title. */
function daysOf({ entry, dates, block }: Line): DaysWithin | null {
  const daysText = entry?.heading.dates.find((text) => dates.days(text) !== null);
  const reading = daysText === undefined ? null : dates.days(daysText);
  return daysText === undefined || reading === null ? null : { reading, daysText, before: block.text, after: '' };
}

/** An event with its hours and without days of its own. */
function isTimedEntry(line: Line): boolean {
  if (line.days !== null || isStyled(line.block) || line.entry === null) return false;
  const { entry, dates } = line;
  const hasDays = entry.heading.dates.some((text) => dates.days(text) !== null);
  const isListed = line.block.kind === 'list-item' || entry.hoursFirst || soundsLikeEntry(line);
  return !hasDays && entry.hasHours && isListed;
}

function firstDay(lines: readonly Line[]): string | null {
  for (const { days, block, dates, field } of lines) {
    const reading = days?.reading ?? (field === null ? readDatedLine(block.text, dates)?.reading : undefined);
    if (reading?.ok === true) return reading.when.ranges[0]?.from ?? null;
  }
  return null;
}
