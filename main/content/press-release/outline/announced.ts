import { fold } from '../../../lib/fold.ts';
import type { DateReader } from '../days/read-dates.ts';
import { beginsAsEvent } from '../event/category.ts';
import type { EventDraft } from '../event/event-draft.ts';
import type { EventHeading } from '../event/event-heading.ts';
import { roleOf } from '../event/fields.ts';
import { readTitle } from '../event/title.ts';
import { isStyled } from './is-styled.ts';
import { isItem, isRunning, type Line } from './outline.ts';
import type { Section } from './section.ts';

/** What stands above a line. */
export interface Above {
  readonly draft: EventDraft | null;
  readonly hasTown: boolean;
  /** The release sets its events apart with headings. */
  readonly hasHeadings: boolean;
  readonly section: Section | null;
  /** Level of the last event of the section; null before its first. */
  readonly eventLevel: number | null;
  /** Other events stand under the line: it names a group of them. */
  readonly leads: boolean;
  /** Its date or its hours stand right under the line. */
  readonly isTimed: boolean;
}

/** The event that a line announces, or null where it announces none. */
export function announced(line: Line, above: Above): EventHeading | null {
  const { block, heading } = line;
  if (heading?.form === 'department') return isRunning(block) && !isItem(block) ? null : heading;
  if (heading?.form === 'town') return inTown(line, heading, above);
  return block.text.length <= 200 && standsApart(line, above) ? titleHeading(line) : null;
}

/** Under an event that has a heading of its own, lists and plain lines are its description. */
function isOver({ hasHeadings, draft }: Above): boolean {
  return !hasHeadings || draft === null || draft.shape === 'item';
}

function inTown({ block }: Line, heading: EventHeading, above: Above): EventHeading | null {
  const { draft, hasHeadings } = above;
  if (isStyled(block)) {
    const isOwn = draft === null || block.level === 0 || block.level <= draft.level || draft.level === 0;
    return isOwn ? heading : null;
  }
  if (isItem(block)) return isOver(above) ? heading : null;
  return hasHeadings || isRunning(block) || block.kind === 'quote' || block.text.length > 200 ? null : heading;
}

/** True for a line without a town that is set apart as events are, and says or shows that it is one. */
function standsApart(line: Line, above: Above): boolean {
  const { block } = line;
  const { draft, hasHeadings, hasTown, leads } = above;
  if (isStyled(block)) {
    if (leads && GROUP.test(fold(block.text))) return false;
    if (hasHeadings && (block.level === 0 || block.level > (draft?.level ?? 6))) return false;
    const { entry } = line;
    const hasMarks = entry !== null && (entry.hasVenue || entry.hasHours);
    const isTimed = above.isTimed && entry !== null;
    return beginsAsEvent(block.text) || hasTown || hasMarks || isTimed || isBelowDate(line, above);
  }
  if (!isItem(block) || !isOver(above) || (draft !== null && draft.shape !== 'item')) return false;
  return beginsAsEvent(block.text) || hasTown;
}

/** Headings that name several events, and no event. */
const GROUP =
  /^(?:(?:les|nos|autres|des|au programme) )?(?:ateliers|conferences|expositions|animations|spectacles|rencontres|visites|stands|evenements|actions|seances|projections|activites|concerts|forums|reunions|permanences|sorties|stages|formations|conseils|tournois|clubs|debats|lectures)$/;

/** A heading right below the heading of a date, at the level of the other events of that date. */
function isBelowDate(line: Line, { section, eventLevel, hasHeadings, leads }: Above): boolean {
  const { block, heading } = line;
  if (section === null || section.level === 0 || block.level <= section.level || hasHeadings || leads) return false;
  if (heading !== null || line.entry === null || roleOf(block.text) !== null) return false;
  return eventLevel === null || eventLevel === block.level;
}

/** A line that names an event and no town at its head. */
function titleHeading({ block, entry, dates }: Line): EventHeading {
  return entry?.heading ?? titleOnly(block.text, dates);
}

/** A text that names an event and no town. */
export function titleOnly(text: string, dates: DateReader): EventHeading {
  return { town: '', ...readTitle(text, true, dates.isDate), form: 'title' };
}
