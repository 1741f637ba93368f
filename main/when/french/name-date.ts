import { fold } from '../../lib/fold.ts';
import { memoByText } from '../../lib/memo-by-text.ts';
import { dayNumber, numberOfDay } from '../day-number.ts';
import { periodOf } from '../period.ts';
import type { WhenRule } from '../when.ts';
import { type Built, buildRule } from './build-rule.ts';
import { comingBack } from './each-week.ts';
import { earlyHourWarning } from './early-hour.ts';
import { labelled } from './label.ts';
import {
  cutWarning,
  figuresWarning,
  looseWarning,
  monthAloneWarning,
  strayWarning,
  unreadWarning,
} from './name-warnings.ts';
import { narrowed } from './narrower-days.ts';
import { withDoubt } from './numbers-of-titles.ts';
import { parse } from './parser.ts';
import { is } from './sureness.ts';
import { type Source, textOf, tokenize } from './tokenize.ts';
import type { Clause } from './tree.ts';
import type { DateContext, DateFault, NameDate } from './types.ts';
import { whichDaysWarning } from './which-days.ts';
import { MONTH, monthNamed, weekdayName } from './words.ts';

/** Of a longer name, only so many characters are looked at. */
const MAX_NAME = 300;
/** A date at the end of a name is no further away: half a year. */
const MAX_DAYS_AHEAD = 184;

const WEEKDAYS = new Set([
  ...Array.from({ length: 7 }, (_, index) => weekdayName(index + 1)),
  ...'lun mar mer merc jeu ven vend sam dim'.split(' '),
]);
/** Words before which a title cannot end, and those that a letter and a number follow: « salle S19 ». */
const JOINING = new Set(
  'to until from et ou & + / a au pour par vers de avant apres depuis sauf hors sans excepte exceptee exceptes chaque autour environs alentours'.split(
    ' ',
  ),
);
/** A day beside them is a limit or a change, and not the day on which it takes place. */
const LIMITS = new Set(
  'limite rendre remise retour cloture echeance delai reporte reportee reportes reportees avance avancee initialement'.split(
    ' ',
  ),
);
/** Behind them, « demain » and « jeudi » belong to the title. */
const OF = new Set("de d du des la le les un une chaque ' l".split(' '));
/** « Fin des inscriptions le 5 mai », « Date limite d’inscription 5 mai », « au lieu du 5 mai »: words further away that say the same. */
const LIMIT_PHRASE =
  /\b(?:date limite|fin (?:des? |du |d['’])(?:inscription|candidature|depot|vote|reservation|commande|vente)s?|au lieu)\b/u;
/** « (au lieu du 5 mai) »: a date behind these words is the old one. */
const NO_MORE = /^[^a-z]*(?:au lieu|initialement)\b/u;
/** « À retirer le 5 mai »: the day on which it is taken off the wall. */
const TAKEN_OFF = /\b(?:retirer|enlever|decrocher|oter|supprimer|effacer)$/u;
/** « Ne pas afficher avant le 5 mai » */
const NOT_BEFORE = /\bpas (?:\p{L}+ )?$/u;
const ROOMS = new Set(['salle', 'salles', 'bureau', 'labo', 'laboratoire']);

/** `menu-semaine-19`, `du_4_au_7_mai_expo`: signs stand for the blanks. */
const hasBlanks = (name: string) => /\s/u.test(name.trim());
const spacedOut = (name: string) => name.replace(/[-_]+/gu, ' ');

/** `MenusS19`, `Affiche5mai2026`: a week behind what is made for weeks, and a day with its month. */
const GLUED = new RegExp(
  `(?<=(?:menus?|planning|programme|agenda|edt|absences?|permanences?|cantine))(?=S[0-5]\\d(?!\\d))|(?<=\\p{Ll}{2})(?=\\d{1,2}(?:er)?[ _-]?${MONTH}(?!\\p{L}))`,
  'giu',
);
/** A cheap question: what is glued together is a figure behind a letter. */
const MAY_BE_GLUED = /\p{L}\d/u;
const unglued = (name: string) => (MAY_BE_GLUED.test(name) ? name.replace(GLUED, ' ') : name);

/** The questions below are asked one after the other of the same name, and of the same folders for each of their files. */
const sourceOf = memoByText((name) => tokenize(name, MAX_NAME));

const whenOf = (built: Built, context: DateContext) => labelled(built.rule, context.reference);

function readLeading(source: Source, context: DateContext) {
  const found = parse('leading', source);
  if (!found) return null;
  const clauses = comingBack(found.clauses, source.text.slice(source.tokens[found.rest - 1]?.end ?? 0));
  return { ...found, clauses, built: buildRule(source, clauses, context) };
}

/**
 * The longest date phrase at the start of the name of a file (without its ending) or of a folder: `2026-05-05 Portes ouvertes`,
 * `du 4 au 7 mai - Exposition`, `mardi 5 mai 14h-17h - Atelier`, `S19 - Menus`. Null where it surely begins with none:
 * `12 angry men`, `IMG_20260505`, `24h du Mans`, `4-7 ans`.
 */
export function splitLeadingDate(name: string, context: DateContext): NameDate | null {
  const found = leadingOf(name, context);
  if (hasBlanks(name) || (found !== null && !/^au[-_]/iu.test(found.rest))) return found;
  // « 04_05_2026_au_08_05_2026_menus »
  return leadingOf(spacedOut(name), context) ?? found;
}

function leadingOf(name: string, context: DateContext): NameDate | null {
  const source = sourceOf(name);
  const found = readLeading(source, context);
  if (!found || found.built.faults.length > 0) return null;
  const { built, clauses, end, rest } = found;
  const when = whenOf(built, context);
  const title = withoutOpened(source.text.slice(source.tokens[rest - 1]?.end ?? 0).trim(), source.tokens[rest - 1]);
  const warnings = [
    ...built.warnings,
    ...monthAloneWarning(source, clauses),
    ...figuresWarning(source, clauses, when.label),
    ...cutWarning(source, end, rest),
    ...whichDaysWarning(title, when),
    ...earlyHourWarning(when),
  ];
  const read = { leading: leadingOf, trailing: trailingOf };
  return narrowed({ when, rest: title, warnings }, clauses, context, read);
}

/** « 25 mai (Pentecôte) - fermé »: a bracket that opened right behind the date closes nothing in the title. */
function withoutOpened(title: string, before: Source['tokens'][number] | undefined): string {
  const closing = { '(': ')', '[': ']' }[before?.text ?? ''];
  return closing === undefined ? title : title.replace(closing, '').trim();
}

/** Why the date at the start of a name cannot be followed: `2026-02-30 Photos`, `31 avril`. Null where there is none, or it can. */
export function leadingDateFault(name: string, context: DateContext): DateFault | null {
  // « Vendredi 13 - Soirée film » may be a title.
  const faults = readLeading(sourceOf(name), context)?.built.faults ?? [];
  return faults.find(({ code }) => code !== 'date-month-missing') ?? null;
}

/**
 * The date at the end of a name, or set apart in it: `Forum du 5 mai`, `JPO - 2026-05-05`, `Menus S19`, `Forum - 5 mai - CDI`.
 * Null where there is none, or where it is past on the day the file was written: it then says when a picture was taken or a
 * report written.
 */
export function splitTrailingDate(name: string, context: DateContext): NameDate | null {
  const apart = unglued(hasBlanks(name) ? name : spacedOut(name));
  return trailingOf(name, context) ?? (apart === name ? null : trailingOf(apart, context));
}

function trailingOf(name: string, context: DateContext): NameDate | null {
  const source = sourceOf(name);
  const found = source.text.length > MAX_NAME ? null : parse('trailing', source);
  if (!found || mayBelongToTitle(source, found)) return null;
  const [before, behind] = aroundDate(source, found);
  // « Sortie 5 mai -> 7 mai »: one of several dates is not the one.
  const others = NO_MORE.test(fold(behind)) ? [before] : [before, behind];
  if (others.some(hasOtherDay)) return null;
  const clauses = withDoubt(turned(found.clauses, before), source.tokens);
  const built = buildRule(source, comingBack(clauses, `${before} ${behind}`), context);
  const when = whenOf(built, context);
  if (built.faults.length > 0 || !isToCome(when, context)) return null;
  const isApart = behind.startsWith(',') || (source.tokens[found.rest - 1]?.kind === 'sign' && !behind.startsWith('('));
  // « Réunion (4 mai, CDI) »
  const own =
    behind.startsWith(',') && !behind.includes('(') ? behind.replace(/^,\s*|\)/gu, '') : behind.replace(/^,\s*/u, '');
  const title = [before, own].filter(Boolean).join(isApart ? ' – ' : ' ');
  return {
    when,
    rest: title,
    warnings: [...built.warnings, ...whichDaysWarning(title, when), ...earlyHourWarning(when)],
  };
}

/** Whether words hold a date with its month; « mardi midi » may belong to a title. */
function hasOtherDay(words: string): boolean {
  const found = parse('stray', tokenize(words));
  return found !== null && 'kind' in found;
}

/** The words before a date and those behind it, each with the brackets that are its own. */
function aroundDate(source: Source, found: { readonly start: number; readonly rest: number }): [string, string] {
  const { tokens, text } = source;
  let { start, rest } = found;
  while (/^[)\]]$/u.test(tokens[start]?.text ?? '')) start += 1;
  while (rest < tokens.length && /^[([]$/u.test(tokens[rest - 1]?.text ?? '')) rest -= 1;
  return [textOf(source, 0, start), text.slice(tokens[rest]?.start ?? text.length)];
}

/** What is to be taken off the wall on a day is on it until then; what is not to be shown before a day is shown from it on. */
function turned(clauses: readonly Clause[], title: string): readonly Clause[] {
  const [first, ...more] = clauses;
  const words = fold(title);
  if (first?.kind === 'open' && first.side === 'before' && NOT_BEFORE.test(`${words} `))
    return [{ ...first, side: 'from' }, ...more];
  if (!TAKEN_OFF.test(words)) return clauses;
  if (first?.kind === 'open') return [{ ...first, side: first.side === 'before' ? 'before' : 'until' }, ...more];
  const [span, another] = first?.kind === 'days' ? first.spans : [];
  if (first === undefined || span === undefined || span.to || another) return clauses;
  const { start, end } = first;
  return [{ kind: 'open', side: 'until', day: span.from, edge: null, start, end }, ...more];
}

/** « Groupe 3, 5 mai », « salle S19 ». */
function mayBelongToTitle(
  source: Source,
  { start, clauses }: { readonly start: number; readonly clauses: readonly Clause[] },
): boolean {
  const { tokens } = source;
  const [before, first] = [tokens[start - 1], tokens[start]];
  if (before?.kind === 'number' && first?.text === ',') return true;
  const [clause] = clauses;
  // « Menus 4 8 mai », « 20-21-22 mai », « Menus_du_04_05_au_08_05_2026 », « Menus mai juin 2026 »: the date may begin before.
  const isSetApart = tokens
    .slice(start, clause?.start)
    .some(
      ({ text, spaced }, at) =>
        text !== '_' && (!/^[-.]$/u.test(text) || spaced || tokens[start + at + 1]?.spaced === true),
    );
  // « Conseil 2nde 4 mardi 12 mai »: a weekday begins the date, unless it goes on behind another, « lundi 4 mardi 5 mai ».
  const isWeekday = WEEKDAYS.has(first?.text ?? '') && !WEEKDAYS.has(tokens[start - 2]?.text ?? '');
  const mayBegin = !isSetApart && !isWeekday && before?.kind === 'number' && before.value <= 31;
  if (mayBegin && isApart(tokens, start - 1)) return true;
  const opener = tokens[(clause?.start ?? 0) - 1]?.text;
  const isRelative = clause !== undefined && is.oneRelativeDay(clause);
  // « Les métiers de demain », « La nuit du jeudi »
  if (isRelative && (OF.has(opener ?? '') || tokens[start]?.text === 'd')) return true;
  if (clause?.kind === 'months' && monthNamed(before?.text ?? '') > 0) return true;
  if (clause?.kind === 'weekdays' && WEEKDAYS.has(before?.text ?? '')) return true;
  const isDay = clause?.kind === 'days';
  if (isDay && LIMIT_PHRASE.test(fold(textOf(source, 0, start)))) return true;
  if (isDay && tokens.slice(Math.max(0, start - 3), start).some(({ text }) => LIMITS.has(text))) return true;
  return JOINING.has(before?.text ?? '') || (ROOMS.has(before?.text ?? '') && first?.text === 's');
}

/** At the start, behind a blank, or behind the sign that stands for one: not « 6e2 ». */
const isApart = (tokens: Source['tokens'], at: number): boolean =>
  at === 0 || tokens[at]?.spaced === true || tokens[at - 1]?.text === '_';

/** Neither past nor so far away that, its year not written, it is rather past. */
function isToCome(when: WhenRule, { reference }: DateContext): boolean {
  const { from, to } = periodOf(when);
  const day = numberOfDay(reference);
  return (to === null || dayNumber(to) >= day) && (from === null || dayNumber(from) <= day + MAX_DAYS_AHEAD);
}

/**
 * What must be told of a name none of whose dates is followed: a date in its middle, `Forum 5 mai 2026 des familles`, or words
 * at its start that look like a date and are not understood, `début mai - Expo`. `inFolder`: the dates of a folder above are
 * followed instead.
 */
export function unfollowedDateWarning(name: string, context: DateContext, inFolder: boolean): DateFault | null {
  const source = sourceOf(name);
  return strayWarning(source, inFolder) ?? unreadWarning(source, context, inFolder) ?? looseWarning(source, inFolder);
}
