import { leadingDays } from '../days/leading-days.ts';
import { beginsAsEvent } from '../event/category.ts';
import type { EventHeading } from '../event/event-heading.ts';
import { isStyled } from '../outline/is-styled.ts';
import { hasOnlyDays, isItem, isRunning, type Line } from '../outline/outline.ts';
import { sectionOf } from '../outline/section.ts';
import { beginsAsVenue, looksLikeTown } from '../places/places.ts';
import { openEvent, type ReleaseState } from '../release-state.ts';
import type { Rule } from './rule.ts';

/** « Mardi 10 mars, 18h, CDI » and « Mardi 14 avril, 18h, CDI » under one title: an event each. */
export const session: Rule = {
  name: 'one of several dates of the title above',
  read(state, place) {
    const { line, at, release } = place;
    const { facts, dates } = line;
    if (state.inContact || release.datesBelow || facts === null || !isSession(line)) return null;
    const above = titleAbove(release.lines, at);
    const title = above?.heading ?? null;
    const daysText = facts.dates.find((text) => dates.days(text)?.ok === true);
    const reading = daysText === undefined ? null : dates.days(daysText);
    if (above === null || title === null || daysText === undefined || reading === null) return null;
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
    return openEvent(withoutRemark(state, above.line), place, heading, sectionOf(line, daysText, reading, 0));
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

/** The title of two sessions or more, or of one with its place; null where the lines above are something else. */
function titleAbove(
  lines: readonly Line[],
  at: number,
): { readonly heading: EventHeading; readonly line: Line } | null {
  let first = at;
  while (isSession(lines[first - 1])) first--;
  const isAlone = first === at && !isSession(lines[at + 1]);
  const isOwn = isAlone && isOfEventAbove(lines, at);
  const title = lines[first - 1];
  if ((isAlone && !isOwn) || title === undefined || title.isContact || isRunning(title.block) || title.days !== null)
    return null;
  // « Du 4 au 8 mai : Londres » is a line of the same list.
  const isDated = leadingDays(title.block.text, title.dates) !== null;
  const isTitle = isStyled(title.block) || ((first === 1 || isOwn) && !isDated);
  const heading = isTitle && title.field === null ? (title.heading ?? title.entry?.heading ?? null) : null;
  return heading === null ? null : { heading, line: title };
}

/** « Exposition » above « CDI, du 11 au 29 mai »: a day with its place, where each such line stands below an event. */
function isOfEventAbove(lines: readonly Line[], at: number): boolean {
  const [line, below] = [lines[at], lines[at + 1]];
  if (line?.facts?.venue == null || (below !== undefined && beginsAsVenue(below.block.text))) return false;
  return lines.every((other, rank) => !isSession(other) || namesEvent(lines[rank - 1]));
}

function namesEvent(line: Line | undefined): boolean {
  if (line === undefined || isItem(line.block) || isRunning(line.block) || !beginsAsEvent(line.block.text))
    return false;
  return (line.entry?.heading.dates.length ?? 0) === 0;
}
/** The state without the title of what follows, which was taken for a remark on the event above it. */
function withoutRemark(state: ReleaseState, { block }: Line): ReleaseState {
  const { draft } = state;
  if (draft?.description.at(-1)?.text !== block.text) return state;
  return { ...state, draft: { ...draft, description: draft.description.slice(0, -1) } };
}
