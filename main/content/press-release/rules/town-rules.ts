import { fold } from '../../../lib/fold.ts';
import { dropped, quoted } from '../../faults/fault.ts';
import { readDatedLine } from '../days/dated-line.ts';
import { isStyled } from '../outline/is-styled.ts';
import { isItem, type Line } from '../outline/outline.ts';
import { isAboveHours, soundsLikeEntry } from '../outline/siblings.ts';
import { departmentCode } from '../places/departments.ts';
import { beginsAsVenue, isNamedVenue, looksLikeTown } from '../places/places.ts';
import { closeEvent, openTown, openVenue, type ReleaseState } from '../release-state.ts';
import type { Rule } from './rule.ts';

/** Paris is a town as well as a department. */
const TOWN_AND_DEPARTMENT = '75';

/** « Oise (60) », « Dans l’Oise », « Département de l’Oise » */
export const departmentHeading: Rule = {
  name: 'department of the events under it',
  read(state, { line, at, release }) {
    const { block, heading } = line;
    const isNamed = heading?.form === 'department' && heading.title === '';
    const isSet = isStyled(block) || isAboveList(release.lines, at) || /^(?:dans |d[ée]partement )/i.test(block.text);
    const written = isNamed ? heading.town : isSet ? block.text : '';
    const name = fold(written).replace(/^(?:dans |departement )?(?:de |du |des |d')?(?:la |les |le |l')?/, '');
    const code = /^\d/.test(name) ? null : departmentCode(name);
    if (code === null || code === TOWN_AND_DEPARTMENT || (isNamed && code !== heading.department)) return null;
    return openTown(state, block, { town: '', department: code });
  },
};

/** The name of a town in a heading, above lines that have dates, or above a list of events. */
export const bareTown: Rule = {
  name: 'town alone, without its department',
  read(state, { line, at, release, awaited }) {
    const { block, heading, days } = line;
    const below = release.lines[at + 1];
    if (heading !== null || days !== null || below === undefined) return null;
    const isUnderDate = awaited === 'title' && state.section !== null && !release.hasHeadings;
    if (!isStyled(block) && !isAboveList(release.lines, at) && !isUnderDate) return null;
    if (!looksLikeTown(block.text) || beginsAsVenue(block.text) || line.isContact) return null;
    const isAbove =
      readDatedLine(below.block.text, below.dates) !== null ||
      isListed(below) ||
      (isUnderDate && isAboveTimedLines(release.lines, at + 1));
    if (!isAbove || below.heading?.form === 'department') return null;
    return isTitleOfAll(release.lines, at) ? withTitleTold(state, line) : openTown(state, block, { town: block.text });
  },
};

/** The first line and the only heading of a text: « Rappels » and « Rouen » look the same, and a wrong town would be on the wall. */
function isTitleOfAll(lines: readonly Line[], at: number): boolean {
  const title = lines[at]?.block;
  if (at !== 0 || title === undefined) return false;
  return !lines
    .slice(1)
    .some(({ block }, below) => block.level === title.level && looksLikeTownAbove(lines, below + 1));
}

/** Another line that would be a town by itself. */
function looksLikeTownAbove(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.days !== null) return false;
  return (isStyled(line.block) || isAboveList(lines, at)) && looksLikeTown(line.block.text);
}

function withTitleTold(state: ReleaseState, { block }: Line): ReleaseState {
  const told = dropped(
    'release-title-left',
    `${quoted(block.text)}, au-dessus des événements de ce texte, n’est pas affiché : rien ne dit que c’est leur ville.`,
    'Si c’est leur ville, écrivez-la avec son département, par exemple « Rouen (76) » ; si c’est un titre, il n’y a rien à faire.',
    block.line,
  );
  return { ...state, warnings: [...state.warnings, told] };
}

/** A plain line right above a list. */
function isAboveList(lines: readonly Line[], at: number): boolean {
  const [line, below] = [lines[at], lines[at + 1]];
  return line?.block.kind === 'paragraph' && below?.block.kind === 'list-item';
}

/** « Lycée X » alone under a town or a date, above the hours of its events. */
export const bareVenue: Rule = {
  name: 'venue of the events under it',
  read(state, { line, at, release: { lines } }) {
    const { block, facts } = line;
    if (state.section === null || facts?.dates.length !== 0 || facts.venue === null) return null;
    const [below, next] = [lines[at + 1], lines[at + 2]];
    if (below?.entry?.hoursFirst !== true) return null;
    const areEvents = isNamed(below) || next?.entry?.hoursFirst === true || !isAboveHours(lines, at);
    if (!areEvents) return null;
    // A heading ends the event above it; a plain line may be a part of it.
    if (isStyled(block)) return openVenue({ ...closeEvent(state), awaits: 'title' }, facts.venue, facts.town);
    return state.draft === null ? openVenue(state, facts.venue, facts.town) : null;
  },
};

/** « Gymnase X » alone above « mardi 5 mai : tournoi » and « jeudi 7 mai : judo », and « Salle des fêtes » above the next ones. */
export const venueOfDates: Rule = {
  name: 'venue of the dated lines under it',
  read(state, { line, at, release }) {
    const { facts } = line;
    if (facts?.venue == null || !release.venuesOfDates().has(at)) return null;
    const { venue, town = '' } = facts;
    return { ...closeEvent(state), section: null, town: { town, venue, level: 0, aboveDates: true } };
  },
};

/** The ranks of venues that stand alone above lines with dates: several of them, the first one above all such lines. */
export function venuesOfDates(lines: readonly Line[]): ReadonlySet<number> {
  const dated = lines.map(({ block, dates }) => readDatedLine(block.text, dates) !== null);
  const found = lines.flatMap(({ block, facts }, at) => {
    const isVenue = dated[at + 1] === true && !isItem(block) && facts?.venue != null && facts.dates.length === 0;
    return isVenue ? [at] : [];
  });
  const [first] = found;
  const isAbove = first !== undefined && found.length > 1 && dated.indexOf(true) === first + 1;
  return new Set(isAbove ? found : []);
}

/** « 8h30-12h30 : Journée d’intégration »: hours with an event of their own. */
function isNamed({ entry, block }: Line): boolean {
  return entry?.namesEvent === true && /\s[:–—-]\s/u.test(block.text);
}

/** True where the line, or the one below it where it is a venue, begins with hours: « 14h – Atelier ». */
function isAboveTimedLines(lines: readonly Line[], at: number): boolean {
  const venues = lines[at] !== undefined && isNamedVenue(lines[at].block.text) ? 1 : 0;
  return lines[at + venues]?.entry?.hoursFirst === true;
}

function isListed(line: Line): boolean {
  const isEntry = soundsLikeEntry(line) || line.entry?.hoursFirst === true;
  return line.block.kind === 'list-item' && line.heading === null && isEntry;
}
