import { leadingDays } from '../days/leading-days.ts';
import type { EventHeading } from '../event/event-heading.ts';
import { isStyled } from '../outline/is-styled.ts';
import { hasOnlyDays, isRunning, type Line } from '../outline/outline.ts';
import { sectionOf } from '../outline/section.ts';
import { looksLikeTown } from '../places/places.ts';
import { openEvent } from '../release-state.ts';
import type { Rule } from './rule.ts';

/** « Mardi 10 mars, 18h, CDI » and « Mardi 14 avril, 18h, CDI » under one title: an event each. */
export const session: Rule = {
  name: 'one of several dates of the title above',
  read(state, place) {
    const { line, at, release } = place;
    const { facts, dates } = line;
    if (state.inContact || release.datesBelow || facts === null || !isSession(line)) return null;
    const title = titleAbove(release.lines, at);
    const daysText = facts.dates.find((text) => dates.days(text)?.ok === true);
    const reading = daysText === undefined ? null : dates.days(daysText);
    if (title === null || daysText === undefined || reading === null) return null;
    const [, venue, inBrackets] = /^(.+?)\s*\(([^()]+)\)$/.exec(facts.venue ?? '') ?? [];
    const isBracketed = inBrackets !== undefined && looksLikeTown(inBrackets);
    const town = facts.town ?? (isBracketed ? inBrackets : undefined);
    const isIn = town !== undefined && title.town === '';
    const named = isIn && isBracketed ? venue : (facts.venue ?? undefined);
    const heading: EventHeading = {
      ...title,
      ...(isIn ? { town } : {}),
      ...(named === undefined ? {} : { venue: named }),
      dates: facts.dates.filter((text) => text !== daysText),
    };
    return openEvent(state, place, heading, sectionOf(line, daysText, reading, 0));
  },
};

/** A day with its hours or its venue. */
function isSession(line: Line | undefined): boolean {
  if (line === undefined || line.facts === null || !hasOnlyDays(line)) return false;
  const { dates, facts } = line;
  const hasHours = facts.dates.some((text) => dates.days(text) === null || withHours(line, text));
  return hasHours || facts.venue !== null;
}

function withHours({ dates }: Line, text: string): boolean {
  const reading = dates.days(text);
  return reading?.ok === true && reading.when.hours.length > 0;
}

/** The title of two sessions or more; null where the lines above are something else. */
function titleAbove(lines: readonly Line[], at: number): EventHeading | null {
  let first = at;
  while (isSession(lines[first - 1])) first--;
  const isAlone = first === at && !isSession(lines[at + 1]);
  const title = lines[first - 1];
  if (isAlone || title === undefined || title.isContact || isRunning(title.block) || title.days !== null) return null;
  // « Du 4 au 8 mai : Londres » is a line of the same list.
  const isTitle = isStyled(title.block) || (first === 1 && leadingDays(title.block.text, title.dates) === null);
  return isTitle && title.field === null ? (title.heading ?? title.entry?.heading ?? null) : null;
}
