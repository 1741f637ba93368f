import type { WhenRule } from '../../../when/when.ts';
import type { Block } from '../../documents/block.ts';
import { redact } from '../../documents/redact.ts';
import {
  type DatedLine,
  readDateAndPlace,
  readDatedLine,
  readDateInSentence,
  readUnparted,
} from '../days/dated-line.ts';
import { isWithin } from '../days/leading-days.ts';
import { afterWholePeriod, isWholePeriod } from '../days/periods.ts';
import { type DateReader, datesTheRelease, isOnlyReleaseDate } from '../days/read-dates.ts';
import { isContactHeading, isContactLine } from '../event/contact.ts';
import { dateDraft, placeDraft, withPieces } from '../event/describe-draft.ts';
import { titleOnly } from '../outline/announced.ts';
import { isStyled } from '../outline/is-styled.ts';
import { hasOnlyDays, headingOf, isAbove, isRunning, type Line, MAX_HEADING } from '../outline/outline.ts';
import {
  closedSection,
  isOfAnotherDay,
  type Section,
  sectionOf,
  takenAsDate,
  takenFromLineAbove,
  wordyHeading,
} from '../outline/section.ts';
import { namesProgramme, programmeTitle } from '../outline/umbrella.ts';
import {
  closeEvent,
  hasTown,
  openEvent,
  openSection,
  type ReleaseState,
  townAbove,
  withDraft,
  withStatus,
} from '../release-state.ts';
import { readEntry } from './entry.ts';
import type { Place, Rule } from './rule.ts';

/** « Annulé », « (reporté au 12 mai) » under the event of which it is said: its date is not that of what follows. */
export const ownStatus: Rule = {
  name: 'status of the event above it',
  read: (state, { line: { alone } }) =>
    state.draft === null || alone === null
      ? null
      : withDraft({ ...state, inContact: false }, withStatus(state.draft, alone)),
};

/** A date under the heading of its event, alone or with its venue, or « Date : mardi 5 mai ». */
export const ownDate: Rule = {
  name: 'date of the event above it',
  read(state, { line, release: { datesBelow } }) {
    const { block, days, dates, facts } = line;
    const { draft } = state;
    if (draft === null || state.inContact || !hasOnlyDays(line)) return null;
    const told = withDraft(state, withStatus(draft, line.status));
    if (days?.labelled !== true && (!datesBelow || isAbove(block, draft))) return null;
    if (days !== null) return withDraft(told, dateDraft(told.draft, days.text, block.line, dates));
    const placed = facts === null ? null : placeDraft(draft, facts, block.line, dates);
    return placed === null ? null : withDraft(state, placed);
  },
};

/** « Mardi 5 mai 2026 » */
export const dateHeading: Rule = {
  name: 'date alone on its line',
  read: (state, { line }) =>
    line.days === null ? null : openSection(state, sectionOf(line, line.days.text, line.days.reading)),
};

/** « Toute la semaine » where no week is named: what stands under it has no date, and not the date above it. */
export const unknownPeriod: Rule = {
  name: 'period without its days',
  read: (state, { line }) =>
    line.days === null && isWholePeriod(line.block.text) ? openSection(state, closedSection(line)) : null,
};

/** « Semaine des langues – du 11 au 15 mai », above its days */
export const programmeDate: Rule = {
  name: 'title of a whole programme, with its days',
  read(state, place) {
    const { line, at, release } = place;
    const { lines } = release;
    // « Toute la semaine : exposition » is an event, and no title.
    const mayBe = (state.section === null || state.draft === null) && afterWholePeriod(line.block.text) === null;
    const found = mayBe ? programmeTitle(lines, at) : null;
    if (found === null || (!isStyled(line.block) && isOfAnotherDay(lines[at + 1], found))) return null;
    return openSection(withOccasion(state, place), sectionOf(line, found.daysText, found.reading));
  },
};

/** « Vendredi 20 mars – Journée des langues » is the title of that day. */
const namesDayOrProgramme = (title: string): boolean => namesProgramme(title) || /^journ[ée]e(?!\p{L})/iu.test(title);

/** « Vendredi 12 juin : Fête du collège » above the hours of that day: what it all is for is an event too, and its hours stand below. */
function withOccasion(state: ReleaseState, place: Place): ReleaseState {
  const { block, dates } = place.line;
  const dated = isStyled(block) ? null : readDatedLine(block.text, dates);
  if (dated === null || !dated.reading.ok || !isSingleDay(dated.reading.when) || namesDayOrProgramme(dated.rest))
    return state;
  const heading = headingOf(dated.rest, dates) ?? titleOnly(dated.rest, dates);
  return heading.title === ''
    ? state
    : closeEvent(openEvent(state, place, heading, sectionOf(place.line, dated.daysText, dated.reading, 0)));
}

/** « Mardi 5 mai : journée des lycées », « Mardi 5 mai à Ville (60) » */
export const wordyDate: Rule = {
  name: 'heading with a date in it',
  read(state, { line, at, release: { lines } }) {
    const { block } = line;
    const wordy = wordyHeading(lines, at);
    if (wordy === null) return null;
    const section = sectionOf(line, wordy.daysText, wordy.reading);
    const isGuess = !isStyled(block) && wordy.town === null;
    const warnings = isGuess ? [...section.warnings, takenAsDate(line, wordy)] : section.warnings;
    const opened = openSection(state, { ...section, warnings });
    return wordy.town === null ? opened : { ...opened, town: { ...wordy.town, level: block.level } };
  },
};

/** « Ville, le 24 avril 2026 » above the first event, in whatever letters: the day on which the text was written. */
export const releaseDate: Rule = {
  name: 'day on which the release was written',
  read(state, { line, release }) {
    if (state.section !== null || state.draft !== null || state.closed.length > 0) return null;
    if (!isOnlyReleaseDate(line.block.text)) return null;
    const others = release.lines.filter((other) => other !== line && isOnlyReleaseDate(other.block.text));
    return others.length > 0 ? null : { ...state, inContact: false };
  },
};

/** « Lundi 16/02 10h : dépistage – 14h : vaccinations »: beside an hour on the clock, other hours are those of something else. */
const besideHours = (daysText: string, dates: DateReader): DateReader =>
  /\d\s?(?:h|:\s?\d)/iu.test(daysText) ? { ...dates, isDate: (text) => dates.days(text) !== null } : dates;

/** « Lundi 16/02 : Ville : forum », « Le 8 mai à Ville (60), commémoration » */
export const datedLine: Rule = {
  name: 'event that begins with its date',
  read(state, place) {
    const { block, dates, within } = place.line;
    const isSentence = block.kind === 'paragraph' && isRunning(block);
    const { title: text, rest: more } = titleOf(block, isSentence);
    if (text.length > MAX_HEADING) return null;
    const parted = readDatedLine(text, dates) ?? underMergedDate(place) ?? readDateAndPlace(text, dates);
    const dated = parted ?? (isSentence ? null : (readDateInSentence(within) ?? readUnparted(text, dates)));
    if (dated === null || (isSentence && !mayBeEvent(state, place, dated))) return null;
    const { reading, daysText, rest } = dated;
    const others = besideHours(daysText, dates);
    const heading = headingOf(rest, others) ?? readEntry(rest, others.isDate)?.heading ?? titleOnly(rest, others);
    const isSure = hasTown(state) || heading.form === 'department' || /^[«"“]/u.test(rest);
    if (parted === null && !isSure && readUnparted(text, dates) === null) return null;
    const isPrivate = isContactHeading(rest) || isContactLine(rest) || (state.inContact && redact(rest) !== rest);
    if (heading.title === '' || isPrivate || /^communiqué|^dossier de presse/i.test(rest)) return null;
    const own = sectionOf(place.line, daysText, reading, 0);
    const isOther = state.section !== null && !isSameDay(own, state.section);
    const above = isOther && state.section !== null ? { ...state, town: townAbove(state, state.section) } : state;
    const opened = openEvent(above, place, heading, own);
    const described =
      more === '' || opened.draft === null
        ? opened
        : withDraft(opened, withPieces(opened.draft, [{ text: more, isItem: false }]));
    return isOther && isSingleDay(own.when)
      ? { ...described, section: nearestSection(own, state.section?.level ?? 0, place.line) }
      : described;
  },
};

/** No title is longer. */
const MAX_TITLE = 200;

/** The first of several sentences, and what stands behind it. Cells of a table have their own ends. */
function titleOf(block: Block, isSentence: boolean): { readonly title: string; readonly rest: string } {
  const whole = { title: block.text, rest: '' };
  if (block.kind === 'table-row') return whole;
  const parted = titleOfSentence(block.text);
  return isSentence || parted.rest !== '' ? parted : whole;
}

/** A sentence without its full stop, as a title, and the sentences behind it. */
function titleOfSentence(text: string): { readonly title: string; readonly rest: string } {
  const [first = '', ...others] = text.split(/(?<=(?:\p{Ll}{3}|\p{Lu}{3}|\de)[»)]?|[»)])\.\s+(?=[\p{Lu}«])/u);
  return { title: first.replace(/[.;,…\s]+$/u, ''), rest: others.join('. ') };
}

/** A sentence behind its date is an event where it may be a title, and its date is not that of a whole programme below it. */
function mayBeEvent(
  { section, draft, closed }: ReleaseState,
  { at, release: { lines } }: Place,
  dated: DatedLine,
): boolean {
  if (dated.rest.length > MAX_TITLE || datesTheRelease(dated.rest)) return false;
  const isFirst = section === null && draft === null && closed.length === 0;
  const { reading } = dated;
  if (!isFirst || !reading.ok) return reading.ok;
  const below = lines.slice(at + 1).flatMap(({ days }) => (days?.reading.ok === true ? [days.reading.when] : []));
  return isSingleDay(reading.when) || !below.some((when) => isWithin(when, reading.when));
}

function isSingleDay(when: WhenRule | null): boolean {
  const [range, ...others] = when?.ranges ?? [];
  return range !== undefined && others.length === 0 && range.from !== null && range.from === range.to;
}

function isSameDay({ when }: Section, section: Section): boolean {
  return when === null || (section.when !== null && isWithin(when, section.when));
}

/** Behind an event of another day, lines without a day are of that day: it is told, since they may be of the day above. */
function nearestSection(own: Section, level: number, line: Line): Section {
  return { ...own, level, warnings: [takenFromLineAbove(line, own.daysText)] };
}

/** A row of a table without its date, under rows with the same empty cell and one that has it. */
function underMergedDate({ line: { block }, at, release: { lines } }: Place): DatedLine | null {
  if (block.kind !== 'table-row' || block.cells?.[0] !== '') return null;
  const dated = lines.slice(0, at).findLast((above) => above.block.cells?.[0] !== '');
  const found = dated?.block.kind === 'table-row' ? readDatedLine(dated.block.text, dated.dates) : null;
  return found === null ? null : { ...found, rest: block.text };
}
