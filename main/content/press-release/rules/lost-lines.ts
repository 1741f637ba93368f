import { MONTH } from '../../../when/french/words.ts';
import type { Block } from '../../documents/block.ts';
import { dropped, type Fault, quoted } from '../../faults/fault.ts';
import { readDatedLine } from '../days/dated-line.ts';
import { leadingDays } from '../days/leading-days.ts';
import { namesDay } from '../days/other-days.ts';
import { datesTheRelease } from '../days/read-dates.ts';
import { isStyled } from '../outline/is-styled.ts';
import { isRunning, type Line } from '../outline/outline.ts';
import type { ReleaseState } from '../release-state.ts';
import type { Place } from './rule.ts';

/** A line with the words of its status where they stood. */
export function asWritten(line: Line): Line {
  return line.status === null ? line : { ...line, block: line.status.written };
}

/** « PROGRAMME DE LA SEMAINE », « Calendrier des rencontres : »: a heading of the list that follows, which says nothing by itself. */
const HEADING_OF_LIST =
  /^(?:le\s+|au\s+|les\s+)?(?:programme|calendrier|agenda|temps\s+forts|rendez-vous|activités|animations|actions)(?:\s*:?\s*$|\s+(?:de\s+la\s+(?:semaine|journée)|des|du\s+mois|dans|général|complet|détaillé)(?!\p{L}))/iu;

export const isHeadingOfList = (text: string): boolean => HEADING_OF_LIST.test(text);

/** A longer line before the first event is a piece of the introduction, which a PDF may have cut anywhere; characters. */
const MAX_ENTRY_LENGTH = 70;

/** « Début du mois : sortie », « Courant juin – visite » */
const VAGUE_DAY = new RegExp(
  `^(?:(?:d[ée]but|mi|milieu|fin|courant)[ -](?:(?:du |de |d['’])?(?:mois|${MONTH})|(?:d['’]|de l['’])ann[ée]e))(?!\\p{L})`,
  'iu',
);
export const isOfVagueDay = ({ block, days }: Line): boolean =>
  days === null && !isRunning(block) && !isStyled(block) && VAGUE_DAY.test(block.text);

/** « Voyage des 6e » in a list with « Mardi 12 : sortie »: an event without its day. */
function isBesideDays({ line, at, release: { lines } }: Place): boolean {
  const isDated = (other: Line | undefined): boolean =>
    other?.block.kind === 'list-item' && readDatedLine(other.block.text, other.dates) !== null;
  return line.block.kind === 'list-item' && (isDated(lines[at - 1]) || isDated(lines[at + 1]));
}

/** Keeps a line that no rule understands: one with hours, and under a date whatever is no running text. */
export function withLost(state: ReleaseState, place: Place): ReleaseState {
  const { line } = place;
  const { section, draft, lost, closed } = state;
  const { block, entry, field, isContact } = line;
  if (isContact) return state;
  const isAhead = section === null && draft === null && closed.length === 0;
  const found = datesTheRelease(block.text) ? null : leadingDays(block.text, line.dates);
  if (found !== null && isAhead) {
    const when = found.reading.ok ? found.reading.when : null;
    return { ...state, ahead: [...state.ahead, { block: asWritten(line).block, when }] };
  }
  if (found !== null || isOfVagueDay(line) || isBesideDays(place))
    return { ...state, lost: [...lost, asWritten(line).block] };
  if (isAhead) return withDayAhead(state, line);
  const hasHours = entry?.hasHours === true || (field !== null && line.dates.isDate(field.value));
  const isIntroduction = draft === null && closed.length === 0 && block.text.length > MAX_ENTRY_LENGTH;
  const isEntry = !isRunning(block) && !isStyled(block) && !isIntroduction && !isHeadingOfList(block.text);
  const isUnderDate = section !== null && section.when !== null && isEntry;
  const isDated = isEntry && namesDay(block.text);
  return hasHours || isUnderDate || isDated ? { ...state, lost: [...lost, asWritten(line).block] } : state;
}

/** « Inscriptions avant le 15 mai » above events of other days: it is kept as well, for nothing else shows that day. */
function withDayAhead(state: ReleaseState, line: Line): ReleaseState {
  const { block, within } = line;
  if (within?.reading.ok !== true || datesTheRelease(block.text)) return state;
  return { ...state, ahead: [...state.ahead, { block: asWritten(line).block, when: within.reading.when }] };
}

const MAX_QUOTED = 3;

/** Told of the lines of a programme that are shown nowhere. */
export function linesLost(lost: readonly Block[]): Fault {
  const quotes = lost
    .slice(0, MAX_QUOTED)
    .map(({ text }) => quoted(text))
    .join(', ');
  const more = lost.length > MAX_QUOTED ? ` et ${lost.length - MAX_QUOTED} autres` : '';
  const [only] = lost;
  return dropped(
    'release-line-unread',
    lost.length === 1
      ? `La ligne ${quotes} n’est pas comprise : elle n’est pas affichée.`
      : `${lost.length} lignes ne sont pas comprises, et ne sont pas affichées : ${quotes}${more}.`,
    'Si elles annoncent un événement, écrivez-les par exemple sous la forme « Ville (60) - Titre - Lieu - 14h », sous leur date.',
    only?.line,
  );
}
