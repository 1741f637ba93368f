import { fold } from '../../../lib/fold.ts';
import type { Block } from '../../documents/block.ts';
import type { DateReader } from '../days/read-dates.ts';
import { trailingDate } from '../days/take-dates.ts';
import type { EventHeading } from '../event/event-heading.ts';
import { readTitle } from '../event/title.ts';
import { headingOf } from '../outline/outline.ts';

type Meaning = 'date' | 'hours' | 'town' | 'title' | 'venue' | 'text' | 'contact';

/** What the columns of a table hold, by the words of its heading row. */
export interface Columns {
  readonly names: readonly string[];
  readonly meanings: readonly Meaning[];
}

const MEANINGS: readonly (readonly [Meaning, RegExp])[] = [
  [
    'contact',
    /contact|tel\b|telephone|courriel|e-?mail|\bmail|referent|responsable|renseignement|inscription|interlocut/,
  ],
  ['date', /^(?:dates?|jours?|quand)(?:$| (?:de|d'|du|et) )/],
  ['hours', /^(?:heures?|horaires?|creneaux?)(?:$| (?:de|d'|du|et) )/],
  ['town', /^(?:villes?|communes?|localites?)(?:$| (?:et|ou) )/],
  [
    'title',
    /^(?:titres?|evenements?|actions?|intitules?|manifestations?|animations?|activites?|nom|quoi|objets?|reunions?|ateliers?|sorties?|rendez-vous)(?:$| (?:de|d'|du|et) )/,
  ],
  ['venue', /^(?:(?:lieux?|adresses?|ou|endroits?)(?:$| (?:de|d'|du|et) )|(?:salles?|etablissements?|structures?)$)/],
];

function meaningOf(name: string): Meaning {
  const folded = fold(name);
  return MEANINGS.find(([, words]) => words.test(folded))?.[0] ?? 'text';
}

/** The cells of a table row, empty ones too. */
export function cellsOf(block: Block): readonly string[] {
  return block.cells ?? block.text.split(' | ');
}

/** The columns that a heading row names; null where a row is none: it names a title or a town, and a date, hours or a venue. */
export function readColumns(cells: readonly string[]): Columns | null {
  const meanings = withTitles(cells.map(meaningOf));
  const isShort = cells.every((cell) => cell.length <= 40 && !/\d/.test(cell));
  const hasEvent = meanings.some((each) => each === 'title' || each === 'town');
  const hasPlace = meanings.some((each) => each === 'date' || each === 'hours' || each === 'venue');
  return isShort && hasEvent && hasPlace ? { names: cells, meanings } : null;
}

/** « Sport | Dates | Lieu »: the first column of no known name holds the titles, where two others say when and where. */
function withTitles(meanings: readonly Meaning[]): readonly Meaning[] {
  const isPlaced = meanings.includes('date') && (meanings.includes('venue') || meanings.includes('town'));
  const first = meanings.indexOf('text');
  if (!isPlaced || meanings.includes('title') || first < 0) return meanings;
  const isBefore = meanings.every((each, at) => at >= first || each === 'date' || each === 'hours');
  return isBefore ? meanings.with(first, 'title') : meanings;
}

/** A row as an event: `days` as written, empty where the row names none; contact columns are left out. */
export interface RowEvent {
  readonly days: string;
  readonly heading: EventHeading;
  readonly description: readonly string[];
}

/**
 * The event that a row holds under its columns; null where it has no title or another number of cells. `above` is the line
 * above the table, the title of its rows where no column has their titles.
 */
export function readRow(
  cells: readonly string[],
  { names, meanings }: Columns,
  dates: DateReader,
  above: string,
): RowEvent | null {
  if (cells.length !== meanings.length) return null;
  const under = (meaning: Meaning): string => cells.find((_, at) => meanings[at] === meaning) ?? '';
  const place = headingOf(under('town'), dates);
  const named = readTitle(under('title') || (place?.title ?? ''), false, () => false);
  // Where a column holds the venues, a title is kept as it is written.
  const hasVenues = meanings.includes('venue');
  const own = hasVenues ? under('title') || (place?.title ?? '') : named.title;
  const whole = own === '' && !meanings.includes('title') ? above : own;
  // « Conférence, 14h » where no column holds the hours.
  const { text: title, date } = meanings.includes('hours')
    ? { text: whole, date: null }
    : trailingDate(whole, (text) => dates.isDate(text) && dates.days(text) === null);
  if (title === '') return null;
  const venue = hasVenues ? under('venue') : (named.venue ?? '');
  const hours = under('hours');
  const heading: EventHeading = {
    town: place?.town ?? under('town'),
    ...(place?.department === undefined ? {} : { department: place.department }),
    title,
    ...(venue === '' ? {} : { venue }),
    dates: date !== null ? [date] : hours !== '' && dates.isDate(hours) ? [hours] : [],
    form: 'title',
  };
  const isLeft = (at: number): boolean =>
    meanings[at] === 'text' || (meanings[at] === 'hours' && heading.dates.length === 0);
  const description = cells.flatMap((cell, at) =>
    isLeft(at) && cell !== '' ? [isSpeaking(names[at] ?? '') ? `${names[at]} : ${cell}` : cell] : [],
  );
  return { days: under('date'), heading, description };
}

/** « Public » says what its cells are; « Description » says nothing. */
function isSpeaking(name: string): boolean {
  return name !== '' && !/^(?:descri|contenu|detail|resume|remarque|observation|programme|objet)/.test(fold(name));
}
