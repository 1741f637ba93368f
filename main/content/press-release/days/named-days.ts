import { Temporal } from 'temporal-polyfill';
import { isoOfNumber, numberOfDay } from '../../../when/day-number.ts';
import { monthName, WEEKDAY } from '../../../when/french/words.ts';
import type { Block } from '../../documents/block.ts';
import { type Fault, fault, quoted } from '../../faults/fault.ts';
import { isWeekHeading } from '../../notices/week-text.ts';
import { mayNameDay } from './may-hold-date.ts';
import { createDateReader, type ReleaseContext } from './read-dates.ts';

const MONTH =
  '(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)(?!\\p{L})';
/** Days of the calendar among other words. Small fractions (« 3/4 des élèves ») are none. */
const DAY = new RegExp(
  `(?<![\\d/.-])(?:(?:${WEEKDAY}\\s)?\\d{1,2}(?:er)?\\s${MONTH}(?:\\s\\d{4})?|${WEEKDAY}\\s\\d{1,2}(?:/\\d{1,2})?\\b|\\d{1,2}/\\d\\d(?:/\\d{2,4})?\\b|\\d{1,2}[.-]\\d\\d[.-](?:20)?\\d\\d\\b(?![.-]?\\d)|\\d{4}-\\d\\d-\\d\\d\\b)`,
  'giu',
);
const NUMBER = '(?:3[01]|[12]\\d|0?[1-9])(?:er)?';
/** Behind a number, what makes hours, a whole date or a count of it. */
const NO_DAY = `(?!\\d|\\s*(?:[/.:h-]\\s?\\d|h\\b|heures?|%|€|${MONTH}|ans|[ée]l[èe]ves|classes|places|points|km))`;
const ENGLISH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const AROUND =
  "(?:avant|après|d[èe]s|d['’]ici|depuis|jusqu['’])\\s?(?:aux?\\s|[àa]\\s(?:la\\s|l['’])?|les\\s|la\\s|l['’])?";
/** « dimanche 17 au vendredi 22 mai », « lundi 4, mardi 5 et jeudi 7/05 »: the month stands behind the last of several days. */
const NO_MONTH_BEHIND = `(?!(?:(?:\\s?,\\s?|\\s(?:et|ou|au|&)\\s)(?:(?:le\\s)?${WEEKDAY}\\s|le\\s)?${NUMBER}){1,8}(?:\\s${MONTH}|\\s?/\\s?\\d))`;
const VAGUE_DAYS: readonly string[] = [
  // « vendredi 22 », « le 12 à 18h », « du 4 au 8 », « le 04.05 »
  `${WEEKDAY}s?\\s${NUMBER}${NO_DAY}${NO_MONTH_BEHIND}`,
  `le\\s${NUMBER}(?=\\s+(?:à|de)\\s+\\d{1,2}\\s?h)`,
  `du\\s${NUMBER}\\s+au\\s+${NUMBER}${NO_DAY}`,
  'le\\s(?:0[1-9]|[12]\\d|3[01])[.-](?:0[1-9]|1[0-2])\\b(?![.-]?\\d)',
  // « mardi prochain », « ce mardi », « la semaine prochaine », « menu du jour »; « à ce jour » is today
  `${WEEKDAY}\\sprochain`,
  `ce\\s${WEEKDAY}`,
  'la semaine prochaine',
  '(?<!à )ce jour',
  '(?:menu|plat|repas|dessert)s?\\sdu\\sjour',
  // « semaine 19 », « S19 » but « salle S19 », « programme de la semaine »
  'semaine\\s(?:n°\\s?)?\\d{1,2}\\b',
  '(?<!salles?\\s)S(?:0[1-9]|[1-4]\\d|5[0-3])(?![\\d.,])',
  "(?:programme|agenda|planning)\\sde\\sla\\ssemaine(?!\\s(?:d[ue'’]|des|n°|\\d))",
  // « Ma 12 : … », « lun. 4 » at the front of a line
  `(?:lu|ma|me|je|ve|sa|di)\\.?\\s${NUMBER}(?=\\s*[:–-]\\s)`,
  `(?<=^|\\n|[•·-]\\s)(?:lun|mar|mer|jeu|ven|sam|dim)\\.?\\s${NUMBER}${NO_DAY}`,
  // « fin mai », « agenda de mai »
  `(?:fin|d[ée]but|mi)[ -]${MONTH}`,
  `(?:agenda|planning|programme|calendrier|mois)\\s(?:de\\s|d['’])${MONTH}`,
  // « en mai : 6 et 7 », « juin (3, 10) »; « 12 mai : 6 » has its day
  `(?<!\\d(?:er)?\\s)${MONTH}(?:\\s20\\d\\d)?\\s*[:(]\\s*(?:les?\\s)?(?:${WEEKDAY}\\s)?${NUMBER}(?=\\s*(?:$|[,;.)&]|(?:et|au)\\s))`,
  // « May 5th », « 5 May »
  `${ENGLISH}\\s\\d{1,2}(?:st|nd|rd|th)?\\b`,
  `\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${ENGLISH}`,
  // « avant les vacances », « à la rentrée »
  `${AROUND}(?:prochaines\\s)?(?:vacances|cong[ée]s|rentr[ée]e|no[ëe]l|p[âa]ques|toussaint)`,
  '[àa]\\sla\\srentr[ée]e',
  // « fermé lundi », « réunion mardi »; « ouvert mardi : 14h » and « les mardis » are each week
  `(?<=(?:ferm|ouvert|absent|lieu|r[ée]union|sortie|rendez-vous|concert|spectacle|gr[èe]ve)\\p{L}*\\s)${WEEKDAY}(?!s|\\s*[:\\d])`,
];
/** Days that only somebody knows who reads the text when it is new. */
const VAGUE = new RegExp(`(?<!\\p{L})(?:${VAGUE_DAYS.join('|')})(?!\\p{L})`, 'iu');
/** « Mai » above numbers that are its days. */
const MONTH_ALONE = new RegExp(`^${MONTH}(?:\\s20\\d\\d)?\\s?:?$`, 'iu');
const WEEK_NUMBER = /^(?:s\.?\s?)?(?:0?[1-9]|[1-4]\d|5[0-3])$/iu;
/** Days that were over this long when the text was written tell of the past: they are no appointment. */
const MAX_DAYS_AGO = 62;
/** Of a longer paragraph, only so many characters are searched for a vague day. */
const MAX_LINE = 2_000;
/** A text of thousands of dates is told of like one of thirty. */
const MAX_DAYS = 30;

/** A day that a text names: as written, and its last day, ISO. */
export interface NamedDay {
  readonly text: string;
  readonly last: string;
}

/**
 * The warning of a text that names days of the calendar and is shown at any time: nobody would see that it is out of date.
 * Null where it names none, or only days that had long been over when it was written; « vendredi 22 » is told as well.
 */
export function namedDaysWarning(
  blocks: readonly Block[],
  context: ReleaseContext,
  shownAs: 'text' | 'pages' | 'drawing' | 'table' = 'text',
): Fault | null {
  const days = namedDays(blocks, context);
  const latest = days.reduce<NamedDay | null>(
    (last, day) => (last !== null && last.last >= day.last ? last : day),
    null,
  );
  const isPicture = shownAs === 'pages' || shownAs === 'drawing';
  if (latest === null) return isPicture ? null : vagueDaysWarning(blocks);
  const written = [...new Set(days.map(({ text }) => text))].slice(0, 3);
  const name = `Mettez au début de son nom jusqu’à quand il vaut, par exemple « ${untilDay(latest.last)} - Titre ».`;
  const quotedDays = written.map(quoted).join(', ');
  if (shownAs === 'pages') {
    return fault(
      'pages-name-days',
      `Les pages de ce document parlent de dates (${quotedDays}), mais il n’en a pas pour lui-même : elles sont affichées tous les jours, même quand ces dates seront passées.`,
      name,
    );
  }
  if (shownAs !== 'text') {
    const [code, what] = shownAs === 'drawing' ? ['pages-name-days', 'dessin'] : ['table-names-days', 'tableau'];
    return fault(
      code,
      `Ce ${what} parle de dates (${quotedDays}), mais il n’en a pas pour lui-même : il est affiché tous les jours, même quand elles seront passées.`,
      name,
    );
  }
  return fault(
    'text-names-days',
    `Ce texte parle de dates (${quotedDays}), mais il n’en a pas pour lui-même et n’est pas reconnu comme un programme : il est affiché tous les jours, même quand elles seront passées.`,
    `${name} Pour un programme, écrivez chaque date seule sur une ligne et, au-dessous, une ligne par rendez-vous : « Ville (60) - Titre - Lieu - 14h ».`,
  );
}

/** « jusqu’au 9 mai », of a day in ISO. */
export function untilDay(iso: string): string {
  const { day, month } = Temporal.PlainDate.from(iso);
  return `jusqu’au ${day === 1 ? '1er' : day} ${monthName(month)}`;
}

/** A text whose days nobody can find in the calendar: it would be as wrong in a month. */
function vagueDaysWarning(blocks: readonly Block[]): Fault | null {
  const found = vagueDay(blocks);
  if (found === undefined) return null;
  return fault(
    'text-vague-days',
    `Ce texte dit ${quoted(found)} sans qu’on sache de quelle date il s’agit : il est affiché tous les jours, même quand elle sera passée.`,
    'Écrivez la date avec son mois, ou mettez au début du nom jusqu’à quand il vaut, par exemple « jusqu’au 5 mai - Titre ».',
  );
}

/** « vendredi prochain », or a month alone above the numbers of its days. */
export function vagueDay(blocks: readonly Block[]): string | undefined {
  const texts = blocks.map(({ text }) => text.slice(0, MAX_LINE).normalize('NFC'));
  const vague = texts.map((text) => VAGUE.exec(text)?.[0]).find((day) => day !== undefined);
  return vague ?? texts.find((text) => MONTH_ALONE.test(text)) ?? weekUnderHeading(blocks);
}

/** « Semaine | Lundi | Mardi » above « 19 | Réunion | Sortie »: the number of a week in the first column of a table. */
function weekUnderHeading(blocks: readonly Block[]): string | undefined {
  const heading = blocks.findIndex(({ cells }) => cells !== undefined && isWeekHeading(cells[0] ?? ''));
  const below = blocks[heading + 1]?.cells?.[0] ?? '';
  return heading >= 0 && WEEK_NUMBER.test(below) ? `${blocks[heading]?.cells?.[0]} ${below}` : undefined;
}

/** The days of the calendar that a text names, without those that had long been over when it was written. */
export function namedDays(blocks: readonly Block[], context: ReleaseContext): NamedDay[] {
  const written = blocks.flatMap(({ text }) =>
    mayNameDay(text) ? [...text.normalize('NFC').matchAll(DAY)].map(([day]) => day) : [],
  );
  if (written.length === 0) return [];
  const dates = createDateReader(context, null);
  const oldest = isoOfNumber(numberOfDay(context.reference) - MAX_DAYS_AGO);
  const found: NamedDay[] = [];
  for (const text of [...new Set(written)].slice(0, MAX_DAYS)) {
    const reading = dates.days(text);
    const range = reading?.ok === true ? reading.when.ranges.at(-1) : undefined;
    const last = range?.to ?? range?.from ?? null;
    if (last !== null && last >= oldest) found.push({ text, last });
  }
  return found;
}
