import { fold } from '../../../lib/fold.ts';
import type { WhenRule } from '../../../when/when.ts';
import { type Fault, fault, guessed, quoted } from '../../faults/fault.ts';
import type { DaysWithin } from '../days/days-within.ts';
import { isWithin } from '../days/leading-days.ts';
import { type DateReading, datesTheRelease } from '../days/read-dates.ts';
import { looksLikeTown } from '../places/places.ts';
import { isStyled } from './is-styled.ts';
import { headingOf, isEventLine, isItem, isRunning, type Line, type LineStatus } from './outline.ts';

/** The date heading that what follows stands under. */
export interface Section {
  readonly daysText: string;
  /** null where its date could not be read: what stands under it is not shown. */
  readonly when: WhenRule | null;
  readonly level: number;
  /** « Mardi 5 mai – annulé »: nothing under it takes place as announced. */
  readonly status?: LineStatus;
  /** Its events stand under their hours: « 14h » alone on a line, then an event. */
  readonly hoursLed?: true;
  /** Told only if an event stands under it: a mistake in the release’s own date changes nothing on the wall. */
  readonly warnings: readonly Fault[];
}

/** A date heading with other words, and the town among them. */
export interface WordyHeading extends DaysWithin {
  readonly town: { readonly town: string; readonly department?: string } | null;
}

/** The section that a date opens; `line` is where it stands and `text` how. */
export function sectionOf(line: Line, daysText: string, reading: DateReading, level = line.block.level): Section {
  const { text, line: at } = line.block;
  const told = reading.ok ? reading.warnings : [undatedSection(text, reading.fault)];
  return {
    daysText,
    when: reading.ok ? reading.when : null,
    level,
    ...(line.status === null ? {} : { status: line.status }),
    warnings: told.map((each) => ({ ...each, line: at })),
  };
}

/** What stands under a heading that closes a section has no date: it is told, and not shown under the date before. */
export function closedSection(line: Line): Section {
  const { text, line: at, level } = line.block;
  const told = fault(
    'release-heading-undated',
    `Sous ${quoted(text)}, la date n’est pas comprise : ce qui y est annoncé n’est pas affiché.`,
    'Écrivez la date dans ce titre, par exemple « Mardi 5 mai », ou sous le nom de chaque événement.',
    at,
  );
  return { daysText: '', when: null, level, warnings: [told] };
}

/** Told where a plain line was taken for the date of what follows it, since nothing but its place says so. */
export function takenAsDate(line: Line, { daysText }: DaysWithin): Fault {
  return fault(
    'release-date-in-words',
    `La ligne ${quoted(line.block.text)} est lue comme la date de ce qui la suit : ${daysText}.`,
    'Si ce n’est pas le cas, mettez la vraie date seule sur sa ligne, au-dessus de l’événement.',
    line.block.line,
  );
}

/** Told where an event without a day follows one of another day than that of the heading above both. */
export function takenFromLineAbove(line: Line, daysText: string): Fault {
  return guessed(
    'release-nearest-date',
    `Ce qui suit ${quoted(line.block.text)} sans dire sa date est lu comme étant du même jour : ${daysText}.`,
    'Si ce n’est pas le cas, mettez chaque date seule sur sa ligne, au-dessus de ses événements.',
    line.block.line,
  );
}

/** A heading that holds days beside other words and has events under it; null where the line is no such thing. */
export function wordyHeading(lines: readonly Line[], at: number): WordyHeading | null {
  const line = lines[at];
  if (line === undefined || isItem(line.block) || isRunning(line.block) || line.block.text.length > 120) return null;
  if (datesTheRelease(line.block.text)) return null;
  const { dates, within: found } = line;
  if (found === null) return null;
  if (!isStyled(line.block) && isOfAnotherDay(lines[at + 1], found)) return null;
  const around = [found.before, found.after].filter((text) => text !== '');
  if (around.some((text) => (headingOf(bareTown(text), dates)?.title ?? '') !== '')) return null;
  const town = townIn(found.after, dates);
  const leads = leadsToEvent(lines, at);
  if (town?.department !== undefined && found.before === '') return { ...found, town };
  return leads ? { ...found, town: town !== null && !hasTown(lines[at + 1]) ? town : null } : null;
}

/** « Portes ouvertes le 18 juin » below « Concert le 23 mai »: each line of the list has its own day, and none is a heading. */
export function isOfAnotherDay(next: Line | undefined, { reading }: Pick<DaysWithin, 'reading'>): boolean {
  const own = next?.within?.reading;
  return own?.ok === true && reading.ok && !isWithin(own.when, reading.when);
}

/** « à Ville (60) », « , Ville ». */
function townIn(after: string, dates: Line['dates']): WordyHeading['town'] {
  const text = bareTown(after);
  const heading = headingOf(text, dates);
  if (heading?.form === 'department' && heading.title === '')
    return { town: heading.town, ...(heading.department ? { department: heading.department } : {}) };
  return /^(?:,|à\s)/.test(after) && looksLikeTown(text) ? { town: text } : null;
}

function bareTown(text: string): string {
  return text.replace(/^[\s:,–—-]+/, '').replace(/^(?:à|a)\s+(?=\p{Lu})/u, '');
}

function hasTown(line: Line | undefined): boolean {
  return line?.heading !== null && line !== undefined;
}

/** True where the next line, or under a heading the next heading below it, announces an event. */
export function leadsToEvent(lines: readonly Line[], at: number): boolean {
  const level = lines[at]?.block.level ?? 0;
  if (isEventLine(lines[at + 1])) return true;
  if (level === 0) return false;
  const next = lines.slice(at + 1, at + 40).find(({ block }) => block.level > 0);
  return next !== undefined && next.days === null && next.block.level > level;
}

const SPEAKS_OF_TIME =
  /\b(?:dates?|semaines?|jours?|journees?|mois|trimestres?|annee|week-end|lendemain|prochaine?s?|prochainement|ulterieurement|continu|permanence|a venir|plus tard)\b/;

/**
 * True where a line that is neither an event nor a date ends the section: a heading of the section’s own level or above,
 * or one that speaks of another time after an event (« Tout au long de la semaine ») and has events under it.
 */
export function closesSection(
  lines: readonly Line[],
  at: number,
  { section, eventLevel }: { section: Section; eventLevel: number | null },
): boolean {
  const block = lines[at]?.block;
  if (block === undefined || isItem(block)) return false;
  const ownLevel = section.level > 0 ? section.level : (eventLevel ?? 0) - 1;
  if (block.level > 0 && block.level <= ownLevel) return true;
  const speaks = block.text.length <= 60 && !isRunning(block) && SPEAKS_OF_TIME.test(fold(block.text));
  return speaks && eventLevel !== null && leadsToEvent(lines, at);
}

/** True where a block stands apart and is short enough to be a title or a town’s own line. */
export function mayBeTitleLine({ block }: Line): boolean {
  return !isStyled(block) && block.kind === 'paragraph' && block.text.length <= 140 && !/[.;,:…]$/.test(block.text);
}

function undatedSection(text: string, cause: Fault): Fault {
  return fault(
    cause.code,
    `${cause.message} Ce qui est annoncé sous ${quoted(text)} n’est donc pas affiché.`,
    cause.advice,
  );
}
