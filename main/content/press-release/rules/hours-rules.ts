import { narrowDraft, placeDraft } from '../event/describe-draft.ts';
import type { EventDraft } from '../event/event-draft.ts';
import { isStyled } from '../outline/is-styled.ts';
import type { Line } from '../outline/outline.ts';
import { shapeOf } from '../outline/siblings.ts';
import { isNamedVenue } from '../places/places.ts';
import { closeEvent, withDraft } from '../release-state.ts';
import type { Rule } from './rule.ts';

/** Beyond this length a line is a sentence. */
const MAX_HOURS = 80;

/** Hours and nothing else: « 14h – 17h ». */
function isHours({ block, dates, days, field }: Line): boolean {
  return field === null && days === null && block.text.length < MAX_HOURS && dates.isDate(block.text);
}

/** « De 14h à 17h », « Salle 3, 14h-17h » under the heading of its event. */
export const ownHours: Rule = {
  name: 'hours and venue of the event above them',
  read(state, { line }) {
    const { draft, section, inContact } = state;
    const { block, dates } = line;
    if (inContact || draft === null) return null;
    if (!isHours(line)) {
      const placed =
        isPlacing(draft, line) && line.facts !== null ? placeDraft(draft, line.facts, block.line, dates) : null;
      return placed === null ? null : withDraft(state, placed);
    }
    if (section?.hoursLed === true) return null;
    if (isStyled(block) && draft.when !== null && draft.when.hours.length > 0) return null;
    return withDraft(state, narrowDraft(draft, [block.text], block.line, dates));
  },
};

/** True for a plain line of hours and venue right under a title that is no venue itself. */
function isPlacing(draft: EventDraft, { block, facts, dates }: Line): boolean {
  if (facts === null || facts.venue === null || shapeOf(block) !== 'plain' || draft.shape === 'item') return false;
  const hasDays = facts.dates.some((text) => dates.days(text) !== null);
  return !hasDays && draft.description.length === 0 && !isNamedVenue(draft.heading.title);
}

/** « 14h » above the events that begin then. */
export const hoursHeading: Rule = {
  name: 'hours of the events under them',
  read(state, { line }) {
    const { section, inContact } = state;
    const { block, dates } = line;
    if (inContact || section === null || section.when === null || !isHours(line)) return null;
    const reading = dates.combine(section.daysText, [block.text]);
    if (reading?.ok !== true) return null;
    const { when, warnings } = reading;
    const told = warnings.map((each) => ({ ...each, line: block.line }));
    return {
      ...closeEvent(state),
      section: { ...section, when, hoursLed: true, warnings: [...section.warnings, ...told] },
      eventLevel: null,
      awaits: 'title',
    };
  },
};
