import { type Fault, guessed, quoted } from '../../faults/fault.ts';
import { readDatedLine } from '../days/dated-line.ts';
import { takeDates } from '../days/take-dates.ts';
import { beginsAsEvent } from '../event/category.ts';
import { isItem, isRunning, type Line } from '../outline/outline.ts';
import { sectionOf } from '../outline/section.ts';
import { splitCommas, splitParts } from '../outline/split-parts.ts';
import { isTown } from '../places/brackets.ts';
import { isNamedVenue, isRoom } from '../places/places.ts';
import { openSection } from '../release-state.ts';
import type { Rule } from './rule.ts';

/**
 * « Mercredi 6 mai – Laon, salle des fêtes » above « Forum des métiers », or « Mercredi 6 mai – Laon » above « Forum, lycée X »: when and
 * where, and no event of that name. A town beside no place at all is left, for « Échecs » and « Rouen » look the same.
 */
export const placedDate: Rule = {
  name: 'date with its town and its venue',
  read(state, { line, at, release }) {
    const { block, dates } = line;
    const below = release.lines[at + 1];
    const dated = isItem(block) || isRunning(block) ? null : readDatedLine(block.text, dates);
    if (dated === null || !dated.reading.ok || below === undefined || !namesEvent(below)) return null;
    const { kept, dates: hours } = takeDates(splitParts(dated.rest, { colons: false }), dates.isDate);
    const place = placeOf(
      kept.flatMap(({ text }) => splitCommas(text)).map(({ text }) => text),
      below,
    );
    const reading = hours.length === 0 ? dated.reading : dates.combine(dated.daysText, hours);
    if (place === null || reading === null) return null;
    const opened = openSection(state, sectionOf(line, dated.daysText, reading));
    const warnings = [...opened.warnings, takenAsTown(line, place.town)];
    return { ...opened, warnings, town: { ...place, level: block.level } };
  },
};

/** « Ville, lieu », in either order, or « Ville » above a place that is no room: every town has a « gymnase ». */
function placeOf(pieces: readonly string[], below: Line): { readonly town: string; readonly venue?: string } | null {
  const [first = '', second, ...others] = pieces;
  if (others.length > 0) return null;
  const venue = below.entry?.heading.venue ?? '';
  if (second === undefined) return isTown(first) && isNamedVenue(venue) && !isRoom(venue) ? { town: first } : null;
  if (isTown(first) && isNamedVenue(second)) return { town: first, venue: second };
  return isNamedVenue(first) && isTown(second) ? { town: second, venue: first } : null;
}

/** A line without a day of its own that begins as an event does. */
function namesEvent(line: Line): boolean {
  if (line.days !== null || line.isContact || !beginsAsEvent(line.block.text)) return false;
  return readDatedLine(line.block.text, line.dates) === null;
}

function takenAsTown({ block }: Line, town: string): Fault {
  return guessed(
    'release-town-taken',
    `Dans ${quoted(block.text)}, ${quoted(town)} est lu comme la ville de ce qui est annoncé au-dessous.`,
    'Si c’est un titre, mettez-le sur la ligne d’après, avant la suite ; si c’est une ville, il n’y a rien à faire.',
    block.line,
  );
}
