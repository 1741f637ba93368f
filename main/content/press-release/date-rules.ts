import { redact } from '../documents/redact.ts';
import { titleOnly } from './announced.ts';
import { isContactHeading, isContactLine } from './contact.ts';
import { type DatedLine, readDatedLine, readDateInSentence } from './dated-line.ts';
import { dateDraft, placeDraft } from './describe-draft.ts';
import { readEntry } from './entry.ts';
import { hasOnlyDays, headingOf, isAbove, isRunning, isStyled, MAX_HEADING } from './outline.ts';
import { afterWholePeriod, isWholePeriod } from './periods.ts';
import { hasTown, openEvent, openSection, withDraft, withStatus } from './release-state.ts';
import type { Place, Rule } from './rule.ts';
import { closedSection, sectionOf, takenAsDate, wordyHeading } from './section.ts';
import { programmeTitle } from './umbrella.ts';

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
  read(state, { line, at, release: { lines } }) {
    // « Toute la semaine : exposition » is an event, and no title.
    const mayBe = (state.section === null || state.draft === null) && afterWholePeriod(line.block.text) === null;
    const found = mayBe ? programmeTitle(lines, at) : null;
    return found === null ? null : openSection(state, sectionOf(line, found.daysText, found.reading));
  },
};

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

/** « Lundi 16/02 : Ville : forum », « Le 8 mai à Ville (60), commémoration » */
export const datedLine: Rule = {
  name: 'event that begins with its date',
  read(state, place) {
    const { line } = place;
    const { block, dates } = line;
    if (block.text.length > MAX_HEADING || (block.kind === 'paragraph' && isRunning(block))) return null;
    const parted = readDatedLine(block.text, dates) ?? underMergedDate(place);
    const dated = parted ?? readDateInSentence(line.within);
    if (dated === null) return null;
    const { reading, daysText, rest } = dated;
    const heading = headingOf(rest, dates) ?? readEntry(rest, dates.isDate)?.heading ?? titleOnly(rest, dates);
    const isSure = hasTown(state) || heading.form === 'department' || /^[«"“]/u.test(rest);
    if (parted === null && !isSure) return null;
    const isPrivate = isContactHeading(rest) || isContactLine(rest) || (state.inContact && redact(rest) !== rest);
    if (heading.title === '' || isPrivate || /^communiqué|^dossier de presse/i.test(rest)) return null;
    return openEvent(state, place, heading, sectionOf(line, daysText, reading, 0));
  },
};

/** A row of a table without its date, under rows with the same empty cell and one that has it. */
function underMergedDate({ line: { block }, at, release: { lines } }: Place): DatedLine | null {
  if (block.kind !== 'table-row' || block.cells?.[0] !== '') return null;
  const dated = lines.slice(0, at).findLast((above) => above.block.cells?.[0] !== '');
  const found = dated?.block.kind === 'table-row' ? readDatedLine(dated.block.text, dated.dates) : null;
  return found === null ? null : { ...found, rest: block.text };
}
