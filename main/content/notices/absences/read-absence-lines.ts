import type { Temporal } from 'temporal-polyfill';
import { compact } from '../../../lib/compact.ts';
import { fold } from '../../../lib/fold.ts';
import { MONTH } from '../../../when/french/words.ts';
import { privateParts } from '../../documents/private-parts.ts';
import { isReason, speaksOfAbsence } from './absence-columns.ts';
import { dayIn, weekNamed, weekOf, withDates } from './absence-days.ts';
import {
  type AbsenceContext,
  NO_CELLS,
  reasonsTaken,
  type WrittenAbsence,
  weekdaysGuessed,
  wordsLeftOut,
} from './absence-entry.ts';
import type { AbsenceRows } from './read-absence-table.ts';

/** Lessons by their number, as timetables name them: « M3 », « S1 à S3 », « M1, M2 et S1 », « 1re et 2e heures ». */
const LESSON = '(?:[MSPH]\\d)(?![\\p{L}\\d])';
const NTH = '\\d(?:re|ère|er|e|è|ème|de)';
const JOINT = '\\s*(?:[-–—/,+&]|à|et|puis)?\\s*';
const LESSONS = `(?<![\\p{L}\\d])(?:de\\s+)?(?:${LESSON}(?:${JOINT}${LESSON})*|${NTH}(?:${JOINT}${NTH})*\\s+heures?(?!\\p{L}))`;
const PERIODS = new RegExp(LESSONS, 'u');
const ALL_LESSONS = new RegExp(`^${LESSONS}$`, 'u');
/** Whether a text names lessons by their number, and nothing else. */
export const namesLessons = (text: string): boolean => ALL_LESSONS.test(text.trim());

const TITLE = '(?:MM|Mmes|Mlle|Mme|Mr|M|Monsieur|Madame|Messieurs|Mesdames)\\.?';
/** « Mme Le Goff » ends before a sign, a number or the words that follow a name. */
const NAME = new RegExp(
  `^(${TITLE}\\s.+?|[\\p{Lu}].+?)(?=\\s*[,:;(→]|\\s+[-–—]\\s|\\s+(?:est|sera|sont|seront|absente?s?|ne|à\\s+partir|dès|depuis|tous|chaque|le|l['’]après-midi|la\\s+(?:matinée|journée)|du|ce|cet|cette|en|toute|matin|matinée|journée|après-midi|jusqu|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|aujourd)(?!\\p{L})|\\s+(?:de\\s+(?:la\\s+)?)?\\d|\\s+(?:avec\\s|(?:de\\s+)?${LESSON})|\\s*$)`,
  'u',
);
const TIME = '\\d{1,2}\\s?[h:]\\s?(?:\\d{2})?';
const WINDOW = `(?:(?:(?:de|entre)\\s+)?${TIME}(?:\\s*(?:[-–—/→]|à|a|et)\\s*${TIME})?|(?:de\\s+)?\\d{1,2}(?:[-–/]|\\s+à\\s+)${TIME}|(?:de|entre)\\s+\\d{1,2}\\s+(?:à|et)\\s+\\d{1,2}(?![\\d/]|\\s*(?:h|${MONTH}))|(?:à partir de|jusqu['’]à)\\s+${TIME})`;
/** « 8h-10h et 14h-16h », « 8/10h » */
const HOURS = new RegExp(`(?<!\\d)${WINDOW}(?:\\s*(?:,|et|puis|\\+|&)\\s*${WINDOW})*`, 'u');
/** In brackets, and no hours. */
const SUBJECT = new RegExp(`\\((?![^()]*(?:\\d\\s?[h:]|${LESSONS}))([^()]{2,40})\\)`, 'u');
/** « jusqu’à midi » */
const NOON = /(?<=à |à partir de |[-–] ?)(?<!apr[eè]s[-–] ?)midi\b/giu;
/** « toute la journée sauf 10h-11h »: shown as it is written. */
const EXCEPT = /\b(?:sauf|excepté|hormis)\s[^,;()]+/iu;
/** Of somebody who is there. */
const PERSON = new RegExp(`^${TITLE}\\s+\\p{Lu}`, 'u');
/** What stands before somebody: a subject or a class before a sign, or days. */
const BEFORE_PERSON = new RegExp(
  `^([^:,;()]{2,60}?(?:\\s*:|\\s[-–—])|(?:le |du )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|\\d)[^:,;()]{0,40}?)\\s+(?=${TITLE}\\s+\\p{Lu})`,
  'iu',
);
const CONTACT =
  /^(?:tel(?:ephone)?|contacts?|renseignements?|informations?|secretariat|vie scolaire|standard|courriel|e-?mail|mail)\b/u;
const PERSONS = new RegExp(`[,;]\\s+(?=${TITLE}\\s+\\p{Lu})`, 'u');
const PRESENT =
  /\bn['’]?\s?(?:est|sont|sera|seront)\s(?:plus|pas)\s(?:absent|arr[eê]t)|(?<!non |pas )\bprésente?s?\b|\bde retour\b|\breprend\b/iu;
/** « Du 5 au 7 mai : Mme Rose » */
const HEADED = /^((?:(?:du|le|les|pour)\s|\d|lun|mar|mer|jeu|ven|sam)[^:]{2,40}?)\s*(?::|\s[-–—]\s)\s*(?=\S)/iu;
const PART_OF_DAY =
  /(?:(?:toute\s+)?la\s+)?journée(?:\s+entière)?|(?:le\s+|ce\s+)?matin(?:ée)?|(?:l['’]|cet(?:te)?\s+)?après-midi/iu;
const WHOLE_PART = new RegExp(`^(?:absente?s?\\s+)?(?:${PART_OF_DAY.source})$`, 'iu');
const REPLACED = /(?:(?:est\s+|sera\s+)?(?:remplac|suppl|assur)[ée]+e?s?\s+par|→|remplaçante?s?\s*:)\s*([^,;()]+)/iu;
const ROOM =
  /\b(?:en\s+)?(?:salle|gymnase|labo(?:ratoire)?|atelier|CDI|amphi(?:théâtre)?)\b(?:\s+[\p{Lu}\d][\p{L}\d.-]*)?/u;
const CLASS =
  /(?<![\p{L}\d])(?:[3-6]\s?(?:e|è|ème|eme|è?me)s?\s?-?\s?(?:\d{1,2}|[A-Z])?|[3-6][A-G]\d?|2(?:nde|de)s?\s?-?\s?\w{0,3}|1(?:re|ère)s?\s?-?\s?\w{0,4}|T(?:le|ale|erm(?:inale)?)s?\s?-?\s?\w{0,4}|C[PM][12]?|CE[12]|[PMG]S|ULIS|UPE2A|SEGPA|BTS\s?\w*)(?![\p{L}\d])/gu;

/** The absences of lines, one a line, in a folder or under a title that says what they are; null where no line is one. */
export function absenceLines(lines: readonly string[], context: AbsenceContext): AbsenceRows | null {
  const rows: WrittenAbsence[] = [];
  let day = '';
  let week = weekNamed(context.names, context);
  const guessed: Temporal.PlainDate[] = [];
  const left: string[] = [];
  let hasReason = false;
  for (const written of lines) {
    const dated = withDates(written.replace(/^[-–—•*·]\s+/u, '').trim(), week, context);
    const whole = dated.text;
    guessed.push(...dated.guessed);
    const head = HEADED.exec(whole);
    const headDay = head === null ? '' : dayIn(head[1] ?? '', context);
    if (headDay !== '') day = headDay;
    const line = personFirst(headDay === '' ? whole : whole.slice(head?.[0].length));
    const own = dayIn(line, context);
    const name = NAME.exec(line)?.[1]?.trim() ?? '';
    if (isHeading(line, own, name)) {
      if (own !== '') {
        day = own;
        week = weekOf(own) ?? week;
      } else if (!speaksOfAbsence(line)) left.push(line);
      continue;
    }
    // « Tél. secrétariat 03 44 … »: whom to call is nobody who is absent.
    if (!PERSON.test(line) && (privateParts(line).length > 0 || CONTACT.test(fold(line)))) {
      hasReason = true;
      continue;
    }
    if (PRESENT.test(line)) {
      left.push(line);
      continue;
    }
    for (const { row, reason } of rowsOfLine(line, own || day, context)) {
      hasReason ||= reason;
      rows.push({ ...row, cells: { ...row.cells, date: since(day, row.cells.date) } });
    }
  }
  const faults = [
    ...(guessed.length > 0 ? [weekdaysGuessed(guessed)] : []),
    ...(hasReason ? [reasonsTaken()] : []),
    ...(left.length === 0 ? [] : [wordsLeftOut(left)]),
  ];
  return rows.length === 0 ? null : { rows, faults };
}

/** « Maths : M. Noé absent » and « Mardi 5 mai M. Noé absent » with the person first. */
function personFirst(line: string): string {
  const [whole = '', before = ''] = PERSON.test(line) ? [] : (BEFORE_PERSON.exec(line) ?? []);
  if (whole === '' || speaksOfAbsence(before)) return line;
  const about = before.replace(/[\s:–—-]+$/u, '');
  return `${line.slice(whole.length)}${/\d/u.test(about) ? `, ${about}` : ` (${about})`}`;
}

/** « Jusqu’au 7 mai » under « Mardi 5 mai » begins on that day. */
const since = (day: string, date: string): string =>
  /^\W*jusqu/iu.test(date) && /^\d{4}-/u.test(day) ? `${day.slice(0, 10)} ${date.replace(/^\W+/u, '')}` : date;

/** « Absences du mardi 5 mai », « Mardi 5 mai », « Professeurs absents : ». */
function isHeading(line: string, day: string, name: string): boolean {
  const folded = fold(line);
  if (name === '' || /^(?:absen|professeurs? absents?|enseignants? absents?|remplacements?\b(?! par))/u.test(folded))
    return true;
  return (
    day !== '' &&
    /^(?:le |pour |la )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d|semaine\b|s\d|du (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|\d))/u.test(
      folded,
    )
  );
}

/** « Mme Rose 8h-10h, M. Noé M3 »: a row each. Names alone have what stands behind the last of them. */
function personsOf(line: string): string[] {
  const parts = line.split(PERSONS);
  if (parts.length < 2 || parts.some((part) => /remplac|suppl|assur/iu.test(part))) return [line];
  return parts.map((part, at) => {
    const behind = parts.slice(at).find((each) => !isNameAlone(each));
    if (behind === undefined || !isNameAlone(part)) return part;
    return part + behind.slice(NAME.exec(behind)?.[1]?.length ?? behind.length);
  });
}

function withoutPrivateParts(text: string): string {
  return privateParts(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} , ${rest.slice(end)}`, text);
}

const isNameAlone = (part: string): boolean => NAME.exec(part)?.[1]?.trim() === part.trim();

/** The classes of a text that names nothing else; null for any other text. */
export const classesAlone = (text: string): string | null =>
  text !== '' && text.replace(CLASS, '').replace(/[\s,;/&+-]|\bet\b/gu, '') === '' ? text : null;

/** Whether a line begins with the title of a person, « Mme Rose ». */
export const namesPerson = (line: string): boolean => PERSON.test(line);

/** The absences of a line that begins with a person, on the days that it names, else on `day`. */
export function rowsOfLine(line: string, day: string, context: AbsenceContext): RowOfLine[] {
  return personsOf(line).map((part) => rowOf(part, NAME.exec(part)?.[1]?.trim() ?? '', dayIn(part, context) || day));
}

interface RowOfLine {
  readonly row: WrittenAbsence;
  readonly reason: boolean;
}

function rowOf(line: string, teacher: string, day: string): RowOfLine {
  let rest = withoutPrivateParts(line.slice(line.indexOf(teacher) + teacher.length));
  const take = (pattern: RegExp): string => {
    const found = pattern.exec(rest);
    if (found === null) return '';
    rest = `${rest.slice(0, found.index)} , ${rest.slice(found.index + found[0].length)}`;
    return (found[1] ?? found[0]).trim();
  };
  const replacement = take(REPLACED);
  const aside = take(SUBJECT);
  // « Mme Rose (toute la journée) »
  const subject = WHOLE_PART.test(aside) ? '' : aside;
  if (subject !== aside) rest = `${rest}, ${aside}`;
  const room = take(ROOM).replace(/^en\s+/u, '');
  rest = withoutDates(rest).replace(NOON, '12h');
  const except = take(EXCEPT);
  const hour = take(HOURS) || take(PERIODS) || take(PART_OF_DAY).replace(/^cet?(?:te)?\s+/iu, '');
  const classes = [...rest.matchAll(CLASS)].map(([name]) => name.trim());
  rest = rest
    .replace(CLASS, ',')
    .replace(
      /\b(?:et|pour|en|les|la|le|de|du|des|classes?|avec|absente?s?|est|sera|sont|ne|assurera pas ses cours|cours)\b/giu,
      ' ',
    );
  const left = rest
    .split(/[,;:.–—()-]+/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !/^(?:à|a|de|le)$/iu.test(part));
  const note = [except, ...left].filter((part) => part !== '' && !isReason(part)).join(', ');
  const isPrivate = subject !== '' && isReason(subject);
  return {
    reason: isPrivate || left.some(isReason) || privateParts(line).length > 0,
    row: {
      teacher,
      ...compact({
        subject: subject === '' || isPrivate ? undefined : subject,
        classes: classes.length === 0 ? undefined : classes.join(', '),
        room: room === '' ? undefined : room,
        replacement: replacement === '' ? undefined : replacement,
        note: note === '' ? undefined : note,
      }),
      cells: { ...NO_CELLS, date: day, hour },
    },
  };
}

const WEEKDAY = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const DATES = new RegExp(
  `(?:(?:jusqu['’]\\s?(?:au|à)|à partir (?:du|de)|dès|depuis|tous les|chaque|\\b(?:du|le|au))\\s+)?(?:${WEEKDAY}s?\\s+)?\\d{1,2}(?:er)?\\s+${MONTH}(?:\\s+\\d{4})?|(?:\\b(?:du|le|au)\\s+)?(?:${WEEKDAY}\\s+)?\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?!\\d|\\s?h)|\\bdu\\s+\\d{1,2}\\s+(?=au\\b)`,
  'giu',
);

/** The days of a line are known: their words are no hours, and no remarks. */
const withoutDates = (text: string): string => text.replace(DATES, ',');
