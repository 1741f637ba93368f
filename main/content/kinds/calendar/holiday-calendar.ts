import { posix } from 'node:path';
import { fold } from '../../../lib/fold.ts';
import { isoOfNumber } from '../../../when/day-number.ts';
import type { Closure, SchoolZone } from '../../../when/school-holidays.ts';
import { minutesPerDay } from '../../../when/wall-time.ts';
import type { When } from '../../../when/when.ts';
import { dropped, type Fault, fault, guessed, quoted } from '../../faults/fault.ts';
import { withoutEnding } from '../../names/endings.ts';

/** What is read of an event of a calendar of holidays. */
interface CalendarEntry {
  readonly title: string;
  readonly when: When;
  readonly line: number;
}

/** The closures of a calendar, and what of it is not one. */
export interface HolidayReading {
  readonly closures: readonly Closure[];
  readonly faults: readonly Fault[];
}

/** Words in the name of such a file that say nothing more. */
const FILLER =
  /\b(?:calendriers?|dates|officiel(?:le)?s?|education|nationale|ministere|zones?|[abc]|et|des?|du|la|les?|pour|\d+)\b/gu;
const MARK = /\b(?:vacances|scolaires?)\b|^zones? [abc]\b/u;
const ZONES = /\bzones?((?:(?:[\s,;/&+-]|\bet\b|\bzones?\b)*\b[abc]\b)+)/gu;
/** Days of an ordinary title: lessons begin again, or only the teachers come. */
const RETURN = /\b(?:rentree|reprise|retour)\b/u;
const OF_TEACHERS = /\b(?:enseignants?|personnels?|pre-?rentree)\b/u;
const BEGINNING = /^(?:debut|depart)\b/u;
const HOLIDAY = /\b(?:vacances|ponts?|conges?|feries?|fermetures?|fermee?)\b/u;

const wordsOf = (path: string): string =>
  fold(withoutEnding(posix.basename(path)))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether the name says that a calendar is that of the holidays: « vacances », « Vacances scolaires zone B 2026-2027 ». */
export function isNamedHolidays(path: string): boolean {
  const words = wordsOf(path);
  return (
    MARK.test(words) &&
    words
      .replace(FILLER, ' ')
      .replace(/\b(?:vacances|scolaires?)\b/gu, ' ')
      .trim() === ''
  );
}

/** Whether every event of a calendar is a holiday or the return from one, whatever the name of its file. */
export const areHolidays = (events: readonly CalendarEntry[]): boolean =>
  events.length > 1 &&
  events.every(({ title }) => /^(?:debut des |fin des )?(?:vacances|rentree|pre-?rentree|pont d)/u.test(fold(title)));

/** The zones that a text names: « Zone A, Zone B », « zones B et C ». */
function zonesIn(text: string): SchoolZone[] {
  const letters = [...text.matchAll(ZONES)].flatMap(([, found = '']) => found.match(/\b[abc]\b/gu) ?? []);
  return [...new Set(letters)].map((letter) => letter.toUpperCase() as SchoolZone);
}

/** The whole days of an event; empty where it is a meeting of some hours, or comes back. */
function wholeDays(when: When): { readonly from: string; readonly to: string }[] {
  if (when.type === 'rule') {
    const isPlain = when.hours.length === 0 && when.weekdays.length === 0 && when.months.length === 0;
    return isPlain ? when.ranges.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }])) : [];
  }
  if (when.strands.length > 0) return [];
  return when.once
    .filter(({ from, to }) => from % minutesPerDay === 0 && to % minutesPerDay === 0)
    .map(({ from, to }) => ({ from: isoOfNumber(from / minutesPerDay), to: isoOfNumber(to / minutesPerDay - 1) }));
}

/** « Début des vacances d’été » has no end: they last until pupils come back, else until the end of August. */
function summerFrom(from: string, returns: readonly string[]): { readonly to: string; readonly isKnown: boolean } {
  const back = returns.find((day) => day > from);
  if (back === undefined) return { to: `${from.slice(0, 4)}-08-31`, isKnown: false };
  const before = new Date(Date.parse(back) - 86_400_000);
  return { to: before.toISOString().slice(0, 10), isKnown: true };
}

/** The closures of a calendar of holidays. `path`: its name may say the zone. */
export function readClosures(events: readonly CalendarEntry[], path: string): HolidayReading {
  const ofName = zonesIn(wordsOf(path));
  const read = events.map((event) => ({ ...event, words: fold(event.title), days: wholeDays(event.when) }));
  const returns = read
    .filter(({ words }) => RETURN.test(words) && !OF_TEACHERS.test(words))
    .flatMap(({ days }) => days.map(({ from }) => from))
    .toSorted();
  const closures: Closure[] = [];
  const faults: Fault[] = [];
  for (const { words, days, title, line } of read) {
    if (RETURN.test(words) || OF_TEACHERS.test(words)) continue;
    const zones = zonesIn(words);
    const of = zones.length > 0 ? zones : ofName;
    const [first] = days;
    if (first && BEGINNING.test(words)) {
      const { to, isKnown } = summerFrom(first.from, returns);
      if (!isKnown) faults.push(endGuessed(title, line));
      closures.push({ from: first.from, to, ...(of.length > 0 ? { zones: of } : {}) });
    } else if (first && (HOLIDAY.test(words) || days.some(({ from, to }) => from < to))) {
      closures.push(...days.map((range) => ({ ...range, ...(of.length > 0 ? { zones: of } : {}) })));
    } else faults.push(noClosure(title, line));
  }
  return { closures: closures.toSorted((a, b) => (a.from < b.from ? -1 : 1)), faults };
}

const noClosure = (title: string, line: number): Fault =>
  dropped(
    'holidays-event',
    `${quoted(title)} n’est pas une fermeture de plusieurs jours : ce calendrier est celui des vacances, et rien n’en est annoncé.`,
    'Pour l’annoncer, mettez-le dans un autre calendrier, par exemple « agenda.ics ».',
    line,
  );

const endGuessed = (title: string, line: number): Fault =>
  guessed(
    'holidays-end-guessed',
    `La fin de ${quoted(title)} n’est pas écrite : le 31 août est compris.`,
    'Si ce n’est pas juste, déposez le calendrier de l’année suivante, qui dit la rentrée.',
    line,
  );

export const holidaysGuessed = (): Fault =>
  guessed(
    'holidays-guessed',
    'Ce calendrier ne contient que des vacances : elles sont celles de l’établissement, et ne sont pas annoncées.',
    'Nommez-le « vacances.ics » si c’est juste.',
  );

export const noClosures = (): Fault =>
  fault(
    'holidays-none',
    'Aucune période de vacances n’est lue dans ce calendrier.',
    'Déposez sous ce nom le calendrier scolaire de votre zone, que publie le site education.gouv.fr.',
  );
