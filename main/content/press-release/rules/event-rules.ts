import type { Block } from '../../documents/block.ts';
import { type Fault, guessed, quoted } from '../../faults/fault.ts';
import { isOfAnotherDay } from '../days/another-day.ts';
import { readDatedLine } from '../days/dated-line.ts';
import { isVenueLine } from '../days/dates-below.ts';
import { mayNameDay } from '../days/may-hold-date.ts';
import { isOfOtherDays, otherDays } from '../days/other-days.ts';
import { trailingDate } from '../days/take-dates.ts';
import { beginsAsEvent } from '../event/category.ts';
import { isClasses } from '../event/classes.ts';
import { describeDraft, narrowDraft } from '../event/describe-draft.ts';
import type { EventHeading } from '../event/event-heading.ts';
import { readTitleWithTown } from '../event/title.ts';
import { type Above, announced } from '../outline/announced.ts';
import { isStyled } from '../outline/is-styled.ts';
import { hasOnlyDays, isItem, isRunning, type Line } from '../outline/outline.ts';
import { closedSection, closesSection, leadsToEvent, mayBeTitleLine } from '../outline/section.ts';
import { isAboveHours, isAmongEvents, isListOfEvents, mayFollow, soundsLikeEntry } from '../outline/siblings.ts';
import { beginsAsVenue } from '../places/places.ts';
import {
  closeEvent,
  hasTown,
  openEvent,
  openSection,
  openTown,
  type ReleaseState,
  withDraft,
} from '../release-state.ts';
import { asWritten, isHeadingOfList, isOfVagueDay, withLost } from './lost-lines.ts';
import type { Place, Rule } from './rule.ts';

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
    const heading = headingHere(state, place);
    if (heading === null) return null;
    const isDated = heading.dates.some((text) => place.line.dates.days(text)?.ok === true);
    const { datesBelow, lines } = place.release;
    const below = lines[place.at + 1];
    // A title above the heading of a date names the whole programme.
    const isBelow = datesBelow && !(heading.form === 'title' && below?.days != null && isStyled(below.block));
    const isEvent = state.section !== null || isBelow || heading.form === 'department' || isDated;
    // A date that stands under the title is its own; it replaces the period above all titles.
    const awaitsDate = datesBelow && isPlainDate(below);
    if (!isEvent) return withLost({ ...state, inContact: false }, place);
    return openEvent(state, place, heading, awaitsDate && heading.form === 'title' ? null : state.section);
  },
};

/** A date that is no heading itself. */
function isPlainDate(line: Line | undefined): boolean {
  return line !== undefined && !isStyled(line.block) && hasOnlyDays(line);
}

function headingHere(state: ReleaseState, { line, at, release }: Place): EventHeading | null {
  if (line.isContact) return null;
  const { draft, section, eventLevel } = state;
  const { hasHeadings, datesBelow, lines } = release;
  const below = lines[at + 1];
  const leads =
    isStyled(line.block) &&
    (leadsToEvent(lines, at) ||
      (below !== undefined && isItem(below.block) && (soundsLikeEntry(below) || isDatedItem(below))));
  const isTimed = isStyled(line.block) && (isAboveHours(lines, at) || (datesBelow && isPlainDate(below)));
  const above: Above = { draft, section, eventLevel, hasTown: hasTown(state), hasHeadings, leads, isTimed };
  return announced(line, above);
}

function isDatedItem({ block, dates }: Line): boolean {
  return readDatedLine(block.text, dates) !== null;
}

/** One of several lines under a date: « Atelier – Salle 3 – 9h-11h », « 14h : conférence ». */
export const entryLine: Rule = {
  name: 'event among the lines under its date',
  read(state, place) {
    const { line, at, release } = place;
    const { block, dates } = line;
    const { draft, section } = state;
    if (isStyled(block) || block.kind === 'quote' || block.text.length > 200) return null;
    if (!isItem(block) && (isRunning(block) || release.hasHeadings)) return null;
    if (section === null && !release.datesBelow && !mayNameDay(block.text)) return null;
    const { entry } = line;
    if (entry === null || line.isContact || !mayFollow(draft, line)) return null;
    if (
      release.datesBelow &&
      isPlainDate(release.lines[at + 1]) &&
      (beginsAsEvent(block.text) || draft !== null || isVenueLine(release.lines[at + 2]))
    )
      return openEvent(state, place, entry.heading, null);
    const isDated = entry.heading.dates.some((text) => dates.days(text)?.ok === true);
    if (section === null && !isDated) return null;
    const opens = line.hasVagueTime || (entry.hoursFirst && (draft === null || draft.hoursFirst || entry.namesEvent));
    const isListed = isItem(block) ? isAmongEvents(release.lines, at) : isListOfEvents(release.lines, at);
    // « 6e A : 17h », « 6e B : 18h »: each class at its hour.
    const isOfClass = entry.hasHours && isClasses(entry.heading.title);
    const isAnother = isDated && draft?.isDated === true && isOfAnotherDay(line, entry);
    const isBare =
      !opens &&
      !isSibling(draft, place) &&
      !isListed &&
      !isOfClass &&
      !isAnother &&
      !soundsLikeEntry(line) &&
      !isAboveHours(release.lines, at);
    return isBare && !isFirstWithHours(place) ? null : openEvent(state, place, entry.heading, section);
  },
};

/** « APEL : vente de gâteaux, 16h30, hall » right below « AS : tournoi, 13h-16h, gymnase »: each has its hours and its place. */
function isSibling(draft: ReleaseState['draft'], { line: { block, entry }, at, release: { lines } }: Place): boolean {
  const isBelow = draft !== null && draft.line === lines[at - 1]?.block.line && draft.description.length === 0;
  if (!isBelow || draft.heading.venue === undefined || draft.heading.dates.length === 0) return false;
  return entry?.hasHours === true && entry.hasVenue && /^[\p{Lu}\d«"“]/u.test(block.text) && !isRunning(block);
}

/** « Conseil d’administration, 18h, salle des actes » right under its date */
function isFirstWithHours({ line: { block, entry }, awaited }: Place): boolean {
  return awaited === 'title' && entry?.hasHours === true && /^[\p{Lu}\d«"“]/u.test(block.text) && !isRunning(block);
}

/** A plain line right under a date or a town. */
export const awaitedTitle: Rule = {
  name: 'title under its date or town',
  read(state, place) {
    const { line, awaited, release } = place;
    const { block, dates } = line;
    if (awaited !== 'title' || !mayBeTitleLine(line) || line.isContact || isHeadingOfList(block.text)) return null;
    const isTitle = hasTown(state) || (!release.hasHeadings && beginsAsEvent(block.text));
    if (state.section === null || !(isTitle || state.section.hoursLed === true)) return null;
    const heading: EventHeading = { ...readTitleWithTown(block.text, dates.isDate), form: 'title' };
    if (heading.title === '') return null;
    return { ...openEvent(state, place, heading, state.section), awaits: 'venue' };
  },
};

/** A plain line right under the title of an event. */
export const awaitedVenue: Rule = {
  name: 'venue under its title',
  read(state, { line, awaited }) {
    const { block, dates } = line;
    const { draft } = state;
    if (awaited !== 'venue' || !mayBeTitleLine(line) || line.isContact) return null;
    const { text, date } = trailingDate(block.text, dates.isDate);
    if (draft === null || draft.heading.venue !== undefined || (date === null && !beginsAsVenue(text))) return null;
    const placed = { ...draft, venue: text };
    return withDraft(state, narrowDraft(placed, date === null ? [] : [date], block.line, dates));
  },
};

/** « Autres actions », « Tout au long de la semaine » */
export const endOfSection: Rule = {
  name: 'heading that ends a date',
  read(state, { line, at, release: { lines } }) {
    const { section, eventLevel } = state;
    if (section === null || !closesSection(lines, at, { section, eventLevel })) return null;
    return openSection(state, closedSection(line));
  },
};

/** Whatever else stands under an event. */
export const description: Rule = {
  name: 'description of an event',
  read(state, place) {
    const { line } = place;
    const { draft } = state;
    const { level } = line.block;
    const here = { ...state, inContact: false };
    if (draft === null) return withLost(here, place);
    if (level > 0) return draft.level === 0 || level <= draft.level ? closeEvent(here) : here;
    const written = asWritten(line);
    const other = otherDays(draft, line);
    // Under an event of another day it would be read as a part of it: a sentence is told of, and anything else kept away.
    if (other !== null && !(line.block.kind === 'paragraph' && isRunning(line.block))) return withLost(here, place);
    if (line.hasVagueTime || isOfVagueDay(line) || isOfOtherDays(draft, line))
      return { ...here, lost: [...here.lost, asWritten(line).block] };
    const told = other === null ? here.warnings : [...here.warnings, describesOtherDay(written.block, other)];
    return withDraft({ ...here, warnings: told }, describeDraft(draft, written));
  },
};

function describesOtherDay({ text, line }: Block, daysText: string): Fault {
  return guessed(
    'release-other-day',
    `La phrase ${quoted(text)} commence par une autre date (${daysText}) que celle de l’événement au-dessus d’elle : elle est montrée dans son texte.`,
    'Si elle annonce un événement, mettez sa date seule sur une ligne, et au-dessous « Ville (60) - Titre - Lieu - 14h ».',
    line,
  );
}
