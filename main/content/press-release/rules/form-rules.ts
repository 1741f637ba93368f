import type { EventHeading } from '../event/event-heading.ts';
import type { FieldRole } from '../event/fields.ts';
import { titleOnly } from '../outline/announced.ts';
import { isStyled } from '../outline/is-styled.ts';
import { isRunning, type Line } from '../outline/outline.ts';
import { openEvent, type ReleaseState } from '../release-state.ts';
import type { Rule } from './rule.ts';

/** The line above « Date : … », « Horaires : … », « Lieu : … », or « Titre : … » among them. */
export const formTitle: Rule = {
  name: 'title of a form',
  read(state, place) {
    const { line, at, release } = place;
    const { block, field, dates } = line;
    if (block.text.length > 200 || line.days !== null || line.isContact) return null;
    const roles = rolesUnder(release.lines, at);
    const isDated = roles.has('date');
    const isWhole = (roles.has('hours') || roles.has('venue')) && (isDated || state.section !== null);
    const isForm = isWhole || (isDated && isDateAlone(state, release.lines, at));
    if (!isForm || (field !== null && field.role !== 'title') || isUmbrella(release.lines, at)) return null;
    const text = field?.value ?? block.text;
    const heading: EventHeading = line.heading ?? line.entry?.heading ?? titleOnly(text, dates);
    if (heading.title === '') return null;
    const opened = openEvent(state, place, heading, isDated ? null : state.section);
    return isDated ? { ...opened, forms: opened.forms + 1 } : opened;
  },
};

/**
 * « Sortie au musée », then « Date : mercredi 13 mai » and nothing else, among other forms: its date must not become a second
 * one of the event above. A title that still waits for its date has it there, below its description.
 */
function isDateAlone({ draft, inContact }: ReleaseState, lines: readonly Line[], at: number): boolean {
  const isNext = lines[at + 1]?.field?.role === 'date';
  return isNext && !inContact && (draft === null || draft.when !== null) && lines.filter(isDateField).length > 1;
}

const isDateField = ({ field }: Line): boolean => field?.role === 'date';

/** A heading above several forms, each with a title of its own on a plain line: it is the title of none of them. */
function isUmbrella(lines: readonly Line[], at: number): boolean {
  const title = lines[at]?.block;
  if (title === undefined || !isStyled(title) || lines[at + 1]?.field !== null) return false;
  const end = lines.findIndex(({ block }, other) => other > at && isStyled(block) && block.level <= title.level);
  const below = lines.slice(at + 1, end < 0 ? undefined : end);
  const titles = below.filter(({ field, block, days }, other) => {
    const isPlain = field === null && days === null && !isStyled(block) && !isRunning(block);
    return isPlain && below[other + 1]?.field?.role === 'date';
  });
  return titles.length > 1;
}

/** Sentences may stand between the title of a form and its fields. */
const MAX_SENTENCES = 3;

/** « Date : mardi 12 mai à 18h » */
const HOURS = /\d\s?h(?:\s?\d\d)?\b|\d:\d\d/iu;

/** What the fields of the form under a title say; empty where the line is no title of a form. */
function rolesUnder(lines: readonly Line[], at: number): ReadonlySet<FieldRole> {
  const [title, ...below] = lines.slice(at);
  const roles = new Set<FieldRole>();
  if (title === undefined || (title.field === null && !mayBeTitle(title))) return roles;
  let sentences = 0;
  for (const { block, field, days } of below) {
    if (field !== null && field.role !== 'title') {
      roles.add(field.role);
      if (field.role === 'date' && HOURS.test(field.value)) roles.add('hours');
    } else if (field !== null || isStyled(block) || days !== null || roles.size > 0) break;
    else if (isStyled(title.block) || isRunning(block)) sentences++;
    else break;
    if (sentences > MAX_SENTENCES) break;
  }
  return roles;
}

function mayBeTitle({ block }: Line): boolean {
  return isStyled(block) || (block.kind !== 'quote' && !/[.;,…]$/.test(block.text));
}
