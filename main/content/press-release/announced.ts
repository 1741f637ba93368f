import { beginsAsEvent } from './category.ts';
import type { EventDraft } from './event-draft.ts';
import type { EventHeading } from './event-heading.ts';
import { isItem, isRunning, isStyled, type Line } from './outline.ts';
import type { DateReader } from './read-dates.ts';
import { readTitle } from './title.ts';

/** What stands above a line. */
export interface Above {
  readonly draft: EventDraft | null;
  readonly hasTown: boolean;
  /** The release sets its events apart with headings. */
  readonly hasHeadings: boolean;
}

/** The event that a line announces, or null where it announces none. */
export function announced(
  { block, heading }: Line,
  { draft, hasTown, hasHeadings }: Above,
  dates: DateReader,
): EventHeading | null {
  const styled = isStyled(block);
  const running = isRunning(block);
  // Under an event that has a heading of its own, lists and plain lines are its description.
  const isOver = !hasHeadings || draft === null || draft.isItem;
  if (heading?.form === 'department') return running && !isItem(block) ? null : heading;
  if (heading?.form === 'town') {
    if (styled)
      return draft === null || block.level === 0 || block.level <= draft.level || draft.level === 0 ? heading : null;
    if (isItem(block)) return isOver ? heading : null;
    return hasHeadings || running || block.kind === 'quote' || block.text.length > 200 ? null : heading;
  }
  const standsApart =
    (styled && (!hasHeadings || (block.level > 0 && block.level <= (draft?.level ?? 6)))) ||
    (isItem(block) && isOver && draft?.isItem !== false);
  const begins = beginsAsEvent(block.text) || hasTown;
  return standsApart && begins && block.text.length <= 200 ? titleOnly(block.text, dates) : null;
}

/** A text that names an event and no town. */
export function titleOnly(text: string, dates: DateReader): EventHeading {
  return { town: '', ...readTitle(text, true, dates.isDate), form: 'title' };
}
