import { announced } from './announced.ts';
import { beginsAsEvent } from './category.ts';
import { isContactLine } from './contact.ts';
import { describeDraft, narrowDraft } from './describe-draft.ts';
import type { EventHeading } from './event-heading.ts';
import { beginsAsVenue } from './places.ts';
import { closeEvent, openEvent, openSection, openTown, type ReleaseState, withDraft } from './release-state.ts';
import type { Place, Rule } from './rule.ts';
import { closedSection, closesSection, mayBeTitleLine } from './section.ts';
import { readTitleWithTown, trailingDate } from './title.ts';

/** « Ville (60) » alone on its line. */
export const townHeading: Rule = {
  name: 'town of the events under it',
  read(state, place) {
    const heading = headingHere(state, place);
    return heading?.title === '' ? openTown(state, place.line.block, heading) : null;
  },
};

/** « Ville (60) - Titre - Lieu » */
export const eventHeading: Rule = {
  name: 'heading of an event',
  read(state, place) {
    const { line, release } = place;
    const { dates, datesBelow } = release;
    const heading = headingHere(state, place);
    if (heading === null) return null;
    const isDated = heading.dates.some((text) => dates.days(text)?.ok === true);
    const isEvent = state.section !== null || datesBelow || heading.form === 'department' || isDated;
    return isEvent ? openEvent(state, line.block, heading, state.section, dates) : { ...state, inContact: false };
  },
};

function headingHere(state: ReleaseState, { line, release }: Place): EventHeading | null {
  if (isContactLine(line.block.text)) return null;
  const above = { draft: state.draft, hasTown: state.town !== null, hasHeadings: release.hasHeadings };
  return announced(line, above, release.dates);
}

/** A plain line right under a date or a town. */
export const awaitedTitle: Rule = {
  name: 'title under its date or town',
  read(state, { line, awaited, release: { dates, hasHeadings } }) {
    const { block } = line;
    if (awaited !== 'title' || !mayBeTitleLine(line) || isContactLine(block.text)) return null;
    if (state.section === null || (state.town === null && (hasHeadings || !beginsAsEvent(block.text)))) return null;
    const heading: EventHeading = { ...readTitleWithTown(block.text, dates.isDate), form: 'title' };
    if (heading.title === '') return null;
    return { ...openEvent(state, block, heading, state.section, dates), awaits: 'venue' };
  },
};

/** A plain line right under the title of an event. */
export const awaitedVenue: Rule = {
  name: 'venue under its title',
  read(state, { line, awaited, release: { dates } }) {
    const { block } = line;
    const { draft } = state;
    if (awaited !== 'venue' || !mayBeTitleLine(line) || isContactLine(block.text)) return null;
    const { text, date } = trailingDate(block.text, dates.isDate);
    if (draft === null || draft.heading.venue !== undefined || (date === null && !beginsAsVenue(text))) return null;
    const placed = { ...draft, venue: text };
    return withDraft(state, narrowDraft(placed, date === null ? [] : [date], block.line, dates));
  },
};

/** « Autres actions », « Tout au long de la semaine » */
export const endOfSection: Rule = {
  name: 'heading that ends a date',
  read(state, { line, at, release: { lines, dates } }) {
    const { section, eventLevel } = state;
    if (section === null || !closesSection(lines, at, { section, eventLevel }, dates)) return null;
    return openSection(state, closedSection(line));
  },
};

/** Whatever else stands under an event. */
export const description: Rule = {
  name: 'description of an event',
  read(state, { line: { block }, release: { dates } }) {
    const { draft } = state;
    const here = { ...state, inContact: false };
    if (draft === null) return here;
    if (block.level > 0) return draft.level === 0 || block.level <= draft.level ? closeEvent(here) : here;
    return withDraft(here, describeDraft(draft, block, dates));
  },
};
