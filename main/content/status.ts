import { Temporal } from 'temporal-polyfill';
import type { ItemStatus } from '../programme/item.ts';
import { dayLabel, hoursLabel } from '../when/french/label.ts';
import { splitLeadingDate } from '../when/french/name-date.ts';
import { parseWhen } from '../when/french/parse-when.ts';
import type { DateContext } from '../when/french/types.ts';
import type { WhenRule } from '../when/when.ts';
import { type Fault, guessed, quoted } from './faults/fault.ts';

/** A text that says of itself that it does not take place, and the text without these words. */
export interface ToldStatus {
  readonly status: ItemStatus;
  /** What is left: a title, or a name with its date. */
  readonly rest: string;
  /** Words behind « reporté au » that are not understood as a date; they are on the wall as they are written. */
  readonly unread: string | null;
}

/** A cheap question, to be asked of every name before any other. */
const HINT = /annul|supprim|d[eé]programm|cancel|report|ajourn|d[eé]cal|repouss|d[eé]plac|avanc/iu;

const E = '(?:é|e\u0301|e)e?s?';
/** « (report au 12 mai) »; « Report des notes » is something else. */
const REPORT = '(?<=(?:^|[-–—:,;_|([/])\\s*)report(?=\\s+(?:au|à la|le)\\s)';
const WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<off>annul${E}|supprim${E}|d[eé]programm${E})|(?<moved>report${E}|ajourn${E}|${REPORT}|(?:d[eé]cal|repouss|d[eé]plac|avanc)${E}(?=\\s+(?:au|à|a|le|pour)\\s)))(?![\\p{L}\\p{N}])`,
  'giu',
);
/** Words before the status that make something else of it. */
const UNSURE =
  /(?:^|[^\p{L}])(?:non|pas|plus|jamais|si|ou|peut|peuvent|pourrait|pourra|sauf|cas|être|etre|est-il|est-elle)\s*$/iu;
const VERB = /(?:^|\s)(?:est|sont|sera|seront|a été|ont été)\s*$/iu;
const OPENS = /(?:^|[-–—:,;!_|([/]\s*)$/u;
const CLOSES = /^\s*(?:$|[-–—:,;!._|()\]/])/u;
/** What Outlook and people write before the title of what does not take place. */
const ANNULATION = /^\s*(?:annulation|cancell?ed)\s*[-–—:]\s*/iu;
/** « annulé en raison de la météo »: the reason stands with it. */
const REASON =
  /^\s*[,:]?\s*((?:en raison|faute|à cause|a cause|suite|pour cause|pour raison)s?\s[^()]{2,60}?)(?=\s*(?:[)\].]|$))/iu;
/** « annulée, reportée au 18 mai », « annulé et reporté à une date ultérieure »: what counts is the new day. */
const MOVED_TOO = new RegExp(
  `^[\\s,;:–—-]*(?:et\\s+)?(report${E}|repouss${E}|d[eé]cal${E})(?=\\s+(?:au|à|a|le|pour)\\s)`,
  'iu',
);
const SIGNS_BEFORE = /[\s\-–—:,;_|([]+$/u;
const SIGNS_BEHIND = /^[\s\-–—:,;!._|)\]]+/u;
/** What a date of the future is announced with. */
const JOINT = /^\s+(?:du\s[^()]{1,24}?\s)?(?:au|à la|à|a|le|pour le)\s+/iu;
/** « reporté en janvier » says no day. */
const SOME_DAY = /^\s+en\s+(?=\p{L})/iu;
/** The part of a name up to a sign that sets it apart. */
const PART = /^[^()[\]|:_]*?(?=\s[-–—]|\s?[()[\]|:_]|$)/u;
const MAX_WORDS = 40;

/**
 * Reads « ANNULÉ - Visite », « Visite (annulée) », « Forum reporté au 12 mai » and their like; null where a text says no such thing,
 * as in « non annulé », « annulé si pluie » or « Le conseil annule ».
 */
export function splitStatus(text: string, context: DateContext): ToldStatus | null {
  if (!HINT.test(text)) return null;
  const plain = text.normalize('NFC');
  const announced = ANNULATION.exec(plain)?.[0] ?? '';
  if (announced !== '' && announced.length < plain.length)
    return { status: { kind: 'cancelled', label: 'annulé' }, rest: plain.slice(announced.length), unread: null };
  for (const match of plain.matchAll(WORD)) {
    const word = match[0];
    const before = plain.slice(0, match.index);
    const reason = match.groups?.off === undefined ? null : REASON.exec(plain.slice(match.index + word.length));
    const behind = plain.slice(match.index + word.length + (reason?.[0].length ?? 0));
    if (!isMeant(word, before, behind)) continue;
    const moved = match.groups?.off === undefined ? null : MOVED_TOO.exec(behind);
    if (moved !== null) return postponed(moved[1] ?? '', before, behind.slice(moved[0].length), context);
    if (match.groups?.off !== undefined) {
      const label = [spelt(word), ...(reason?.[1] === undefined ? [] : [reason[1]])].join(' ');
      return { status: { kind: 'cancelled', label }, rest: joined(before, behind), unread: null };
    }
    return postponed(word, before, behind, context);
  }
  return null;
}

/** Whether the word stands for itself: in capitals, set apart by signs, or at the end of what it says. */
function isMeant(word: string, before: string, behind: string): boolean {
  if (UNSURE.test(before) || /^[\s(]*(?:\?|si\s|en cas\s)/iu.test(behind)) return false;
  const isCapital = word === word.toUpperCase();
  const isMoved = /^(?:report|ajourn|d|repouss|avanc)/iu.test(word) && (JOINT.test(behind) || SOME_DAY.test(behind));
  if (isCapital || isMoved) return true;
  // « Le conseil annule » is a sentence, « Visite annulé » and « annule - Visite » are none.
  const hasAccent = /é/iu.test(word) || /ee/iu.test(word);
  if (OPENS.test(before)) return CLOSES.test(behind) || (hasAccent && before.trim() === '');
  return hasAccent && CLOSES.test(behind);
}

function joined(before: string, behind: string): string {
  const head = before.replace(SIGNS_BEFORE, '').replace(VERB, '').replace(SIGNS_BEFORE, '');
  const tail = behind.replace(SIGNS_BEHIND, '');
  const isAside = /[([]\s*$/u.test(before) && /^\s*[)\]]\s*[\p{L}\p{N}]/u.test(behind);
  return [head, tail].filter((part) => part !== '').join(isAside || tail.startsWith('(') ? ' ' : ' - ');
}

/** « ANNULEE » as it is printed: « annulée ». */
function spelt(word: string): string {
  const [, stem = '', rest = ''] =
    /^(annul|supprim|d[eé]programm|report|ajourn|d[eé]cal|repouss|d[eé]plac|avanc)(.*)$/iu.exec(word.toLowerCase()) ??
    [];
  const ending = rest.normalize('NFD').replace(/\p{M}/gu, '');
  return `${stem.replace(/^de/u, 'dé')}é${ending.slice(1)}`;
}

function postponed(word: string, before: string, behind: string, context: DateContext): ToldStatus {
  const someDay = SOME_DAY.exec(behind)?.[0];
  const joint = someDay ?? JOINT.exec(behind)?.[0];
  const kind = 'postponed';
  if (joint === undefined) {
    return { status: { kind, label: spelt(word) }, rest: joined(before, behind), unread: null };
  }
  const date = behind.slice(joint.length);
  const part = PART.exec(date)?.[0].trim() ?? '';
  const whole = part === '' || someDay !== undefined ? null : parseWhen(part, context);
  if (whole?.ok && isHoursAlone(whole.when)) {
    const label = `${spelt(word)}${'\u00a0'}: ${hoursLabel(whole.when.hours)}`;
    return { status: { kind, label }, rest: joined(before, date.slice(part.length)), unread: null };
  }
  if (whole?.ok) {
    const label = `${spelt(word)} ${newDays(whole.when)}`;
    return { status: { kind, label, to: whole.when }, rest: joined(before, date.slice(part.length)), unread: null };
  }
  const leading = someDay === undefined ? splitLeadingDate(date, context) : null;
  if (leading) {
    const label = `${spelt(word)} ${newDays(leading.when)}`;
    return { status: { kind, label, to: leading.when }, rest: joined(before, leading.rest), unread: null };
  }
  const words = part.length > MAX_WORDS ? '' : `${joint.trimEnd()} ${part}`;
  return {
    status: { kind, label: `${spelt(word)}${words}` },
    rest: joined(before, date.slice(part.length)),
    unread: part,
  };
}

/** « décalée à 15h »: on the day that it had. */
const isHoursAlone = ({ ranges, weekdays, months, hours }: WhenRule): boolean =>
  hours.length > 0 &&
  weekdays.length + months.length === 0 &&
  ranges.every(({ from, to }) => from === null && to === null);

/** « au mardi 12 mai, 14 h », « du 12 au 14 mai » */
function newDays({ ranges, weekdays, hours, label }: WhenRule): string {
  const [range] = ranges;
  if (ranges.length > 1 || weekdays.length > 0 || !range?.from || range.from !== range.to) return `: ${label}`;
  const time = hours.length === 0 ? '' : `, ${hoursLabel(hours)}`;
  return `au ${dayLabel(Temporal.PlainDate.from(range.from))}${time}`;
}

/** « reporté au lundi de la rentrée »: shown as it is written, and on no new day. */
export const newDayUnread = (words: string): Fault =>
  guessed(
    'status-new-day',
    `La nouvelle date ${quoted(words)} n’est pas comprise : l’annonce est barrée, et n’est montrée à aucune autre date.`,
    'Écrivez la date elle-même, par exemple « reporté au mardi 12 mai ».',
  );
