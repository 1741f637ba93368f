import { readDatedLine } from '../days/dated-line.ts';
import { isItem, type Line } from '../outline/outline.ts';
import { mayBeTitleLine, sectionOf } from '../outline/section.ts';
import { openSection, openVenue } from '../release-state.ts';
import type { Rule } from '../rules/rule.ts';
import { isNamedVenue } from './places.ts';

/** « Mardi 5 mai, 18h30 – Salle des fêtes » above « Assemblée générale »: when and where, then what. */
export const venueFirst: Rule = {
  name: 'date and venue of the event under them',
  read(state, { line, at, release: { lines } }) {
    const dated = whenAndWhere(lines, at);
    // A list is written so; one line alone may have a remark below it.
    const isList = dated !== null && lines.some((_, other) => other !== at && whenAndWhere(lines, other) !== null);
    if (!isList) return null;
    const section = { ...sectionOf(line, dated.daysText, dated.reading, 0), hoursLed: true as const };
    return openVenue(openSection(state, section), dated.rest);
  },
};

/** A day with its hours and a venue, above a line that may be a title; null for any other line. */
function whenAndWhere(lines: readonly Line[], at: number): ReturnType<typeof readDatedLine> {
  const [line, title] = [lines[at], lines[at + 1]];
  if (line === undefined || title === undefined || line.field !== null || isItem(line.block)) return null;
  const isTitle =
    mayBeTitleLine(title) && title.days === null && title.field === null && title.entry?.hasHours !== true;
  if (!isTitle || title.within !== null) return null;
  const dated = readDatedLine(line.block.text.replace(/,\s*(?=\p{L}[^,]*$)/u, ' – '), line.dates);
  const hasHours = dated?.reading.ok === true && dated.reading.when.hours.length > 0;
  return hasHours && isNamedVenue(dated.rest) ? dated : null;
}
