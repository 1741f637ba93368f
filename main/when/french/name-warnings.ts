import { memoByText } from '../../lib/memo-by-text.ts';
import { editDistance } from '../../lib/nearest-word.ts';
import { quote } from './faults.ts';
import { parseWhen } from './parse-when.ts';
import { parse } from './parser.ts';
import { type Source, type Token, textOf } from './tokenize.ts';
import type { Clause } from './tree.ts';
import type { DateContext, DateFault } from './types.ts';
import { MONTH } from './words.ts';

const words = (text: string) => new Set(text.split(' '));

const MONTHS_AND_DAYS = words(
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi ' +
    'samedi dimanche lundis mardis mercredis jeudis vendredis samedis dimanches',
);
/** Words that narrow a date; behind one, without a sign between, they are hardly the beginning of a title. */
const NARROWING = words(
  'pair pairs paire paires impair impairs impaire impaires environ precise precises prochain prochaine prochains prochaines ' +
    'zone sauf hors excepte jusqu jusque partir semaine semaines quinzaine mois chaque tous toutes sur ou',
);
const JOINING = words('de du d des en a au et les');
/** Words that make a date of words that could be a title. */
const TELLING = words(
  'demain hier aujourd prochain prochaine prochains prochaines semaine semaines quinzaine trimestre jours ce cet cette pendant ' +
    'durant hors',
);
/** Words of dates that the grammar does not know, or knows in other places. */
const OTHERS = words(
  'hui dans un une premiere sur deux trois debut mi fin environ precises pair pairs paire paires impair impairs impaires dernier derniere',
);

/** `5 mai de chaque mois impair - Café`: words that stand right behind the date, are not understood and seem to belong to it. */
export function cutWarning(source: Source, end: number, rest: number): DateFault[] {
  const [first, second, third] = source.tokens.slice(rest, rest + 3);
  if (isLaterDay(source, end, rest)) return [cut(source, end, textOf(source, rest, rest + 1))];
  if (end !== rest || !first) return [];
  const next = second?.text === "'" ? third : second;
  const narrows = (token: Token | undefined) =>
    NARROWING.has(token?.text ?? '') || MONTHS_AND_DAYS.has(token?.text ?? '');
  const titleStart = headEnd(source, rest);
  // « 15 mai précises - Forum »: what stands between the date and the dash of the title
  const between = titleStart < source.tokens.length && /^[\p{Ll}\d]/u.test(textOf(source, rest, rest + 1));
  if (!between && !isFigures(source, rest) && !narrows(first) && !(JOINING.has(first.text) && narrows(next))) return [];
  return [cut(source, end, textOf(source, rest, titleStart))];
}

const cut = (source: Source, end: number, words: string): DateFault => ({
  code: 'name-date-cut',
  message: `Dans le nom, ${quote(words)} n’est pas compris comme une date\u00a0: seul ${quote(textOf(source, 0, end))} est suivi, le reste est dans le titre.`,
  advice: 'Écrivez la date autrement, ou mettez un tiret entre espaces avant le titre.',
});

/** « 2026-05-05-09 Voyage »: behind the day of a machine’s date, a later day, or the number of the file. */
function isLaterDay({ tokens }: Source, end: number, rest: number): boolean {
  const [day, dash, number, word] = tokens.slice(end - 1, end + 3);
  const isGlued = rest === end + 1 && dash?.text === '-' && !dash.spaced && number?.kind === 'number' && !number.spaced;
  return isGlued && word?.kind === 'word' && word.spaced && number.value > (day?.value ?? 31) && number.value <= 31;
}

/** « 12 mai 26 réunion », « 5 mai 14-16 Atelier »: a number that may be the year or the hours, and is read as neither. */
function isFigures({ text, tokens }: Source, at: number): boolean {
  return /^(?:2[5-9] (?!\p{L}+s(?!\p{L}))|\d{1,2}(?:[.:]?\d\d)?[-–]\d{1,2}(?:[.:]?\d\d)?(?![\d\p{L}]))/u.test(
    text.slice(tokens[at]?.start),
  );
}

/** « Mars - la planète rouge » may be a month or not. */
export function monthAloneWarning(source: Source, clauses: readonly Clause[]): DateFault[] {
  const [clause] = clauses;
  if (clause?.kind !== 'months' || clause.said) return [];
  const quoted = quote(textOf(source, clause.start, clause.end));
  return [
    {
      code: 'date-month-alone',
      message: `${quoted} est compris comme un mois entier.`,
      about: 'guessed',
      advice: 'Ajoutez l’année pour que ce soit sûr\u00a0; si c’est un titre, ajoutez un mot devant.',
    },
  ];
}

/** « 120526 Conseil »: six figures may count something else. */
export function figuresWarning(source: Source, clauses: readonly Clause[], label: string): DateFault[] {
  const written = clauses.map(({ start, end }) => textOf(source, start, end)).find((text) => /^\d{6}$/u.test(text));
  if (written === undefined) return [];
  return [
    {
      code: 'date-six-figures',
      message: `${quote(written)} est compris comme une date\u00a0: ${label}.`,
      about: 'guessed',
      advice:
        'Écrivez l’année en quatre chiffres, par exemple «\u00a02026-05-05 Titre\u00a0»\u00a0; si c’est un numéro, mettez un mot devant.',
    },
  ];
}

/** A date inside a name. The day and time of a camera are none. */
export function strayWarning(source: Source, inFolder: boolean): DateFault | null {
  const date = parse('stray', source);
  if (!date) return null;
  return {
    code: 'name-date-ignored',
    message: `La date ${quote(textOf(source, date.start, date.end))} dans le nom n’est pas suivie\u00a0: ${shown(inFolder)}.`,
    advice: `Pour ne la montrer qu’à cette date, mettez-la au début du nom, l’année en quatre chiffres, par exemple «\u00a02026-05-05 Titre\u00a0».`,
  };
}

const shown = (inFolder: boolean) =>
  inFolder ? 'ce sont les dates du dossier qui le sont' : 'la fiche est montrée tous les jours';

/** The token before which a title begins: a colon, a bracket, an underscore, or a dash with a blank beside it. */
function headEnd({ tokens }: Source, from = 0): number {
  const at = tokens.findIndex(({ text, kind, spaced }, index) => {
    if (index < from || kind !== 'sign') return false;
    return text === '-' ? spaced || tokens[index + 1]?.spaced === true : /^[:|_(]$/u.test(text);
  });
  return at < 0 ? tokens.length : at;
}

/** « mia », « madri »: nearly the name of a month or of a day. The names of a folder have many words in common. */
const isNearlyName = memoByText((text) => {
  const near = [...MONTHS_AND_DAYS].filter((name) => Math.abs(name.length - text.length) < 2);
  return near.some((name) => editDistance(text, name) <= (text.length < 6 ? 1 : 2));
});

/** The code of a word that the grammar knows. « ferme », which is no such word, is more often the farm than « fermé ». */
const KNOWN_WORD = /^[\uE001-\uE3FF\uE401-\uE7FF]$/u;

/** A number that may stand in a date. */
const isDateNumber = ({ text }: Token) => (text.length < 3 ? Number(text) <= 31 : /^20\d\d$/u.test(text));

/** `début mai - Expo`, `un mardi sur deux - Club`, `14h30 - Réunion`: all that stands before the title is of dates. */
export function unreadWarning(source: Source, context: DateContext, inFolder: boolean): DateFault | null {
  const end = headEnd(source);
  const head = source.tokens.slice(0, end);
  const isKnown = ({ text }: Token, index: number) =>
    !text.startsWith('ferme') && KNOWN_WORD.test(source.coded[index] ?? '');
  const isWord = (token: Token, index: number) =>
    OTHERS.has(token.text) || TELLING.has(token.text) || isKnown(token, index);
  const isMistyped = (token: Token, index: number) =>
    token.kind === 'word' && token.text.length > 2 && !isKnown(token, index) && isNearlyName(token.text);
  const allDate = head.every((token, index) =>
    token.kind === 'number' ? isDateNumber(token) : token.kind === 'sign' || isWord(token, index),
  );
  const numbers = head.filter(({ kind }) => kind === 'number');
  if (head.length === 0 || head.length > 12 || (!allDate && numbers.length === 0)) return null;
  if (!allDate && !head.some(isMistyped)) return null;
  const text = textOf(source, 0, end);
  const telling = head.some(({ text: word }) => TELLING.has(word) || MONTHS_AND_DAYS.has(word));
  const read = parseWhen(text, context);
  const hoursAlone = read.ok && read.when.hours.length > 0 && numbers.length > 0;
  const mistyped = !read.ok && read.fault.advice.startsWith('Vouliez-vous') && numbers.length > 0;
  const dayAndMonth = /^(?:(?:0?[1-9]|[12]\d|3[01])[.-](?:0[1-9]|1[0-2])\.?|le \d\d?)$/iu.test(text);
  if (!mistyped && !(allDate && (telling || hoursAlone || dayAndMonth))) return null;
  const message = read.ok ? `${quote(text)} ne dit pas de jour.` : read.fault.message;
  return {
    code: 'name-date-unread',
    message: `${message} Dans ce nom, rien n’est suivi\u00a0: ${shown(inFolder)}.`,
    advice: read.ok ? 'Écrivez le jour devant, par exemple «\u00a05\u00a0mai 14h30 - Titre\u00a0».' : read.fault.advice,
  };
}

const WEEKDAY = '(?:lun|mar|mer|jeu|ven|sam)(?:di|credi|dredi|edi)?s?|dimanches?';
const DAY_FIGURES = '(?:0[1-9]|[12]\\d|3[01])';
const MONTH_FIGURES = '(?:0[1-9]|1[0-2])';
const DAY_NUMBER = '(?:3[01]|[12]\\d|0?[1-9])';
const FEAST =
  "(?:la rentr[ée]e|(?:la |le )?no[ëe]l|p[âa]ques|la toussaint|la pentec[ôo]te|l[’']ascension|les vacances|aux vacances|la fin d)";
/** What a number may count. */
const COUNTED = '(?:[ée]l[èe]ves|ans|classes|places|groupes|km|minutes?|tables|personnes|heures)';
const loose = (pattern: string): RegExp => new RegExp(pattern, 'iu');

/** Words that narrow a date, or a date in figures, wherever they stand in a name. */
const LOOSE: readonly RegExp[] = [
  /\bsemaines? (?:im)?paires?\b/iu,
  // The weeks A and B of schools
  /(?<![\p{L}\d])(?:semaines?|sem\.?) [ab](?![\p{L}\d])/iu,
  /(?<!\p{L})(?:une?|1) \p{L}+ sur (?:deux|trois|2|3)\b/iu,
  /\b(?:jusqu|avant|apres|pendant|d[eè]s)\p{L}*['’ ]*(?:aux |les )?vacances\b|^vacances (?:de (?:la |l[’'])?|d[’'])\p{L}+/iu,
  loose(`(?<!\\p{L})(?:jusqu[’']à|avant|après|dès|depuis|à partir de|a partir de) ${FEAST}`),
  loose(
    "^(?:le )?(?:lundi de p[âa]ques|lundi de pentec[ôo]te|jeudi de l[’']ascension|pont (?:de|du) (?:l[’'])?\\p{L}+)(?!\\p{L})",
  ),
  // « Ascension - Pont », « Noël 2026 - Marché », « Printemps 2026 - Exposition »
  loose(
    "^(?:l[’']ascension|ascension|(?:la )?toussaint|no[ëe]l|p[âa]ques|(?:la )?pentec[ôo]te)(?: 20\\d\\d)?(?= [-–—] )",
  ),
  loose('^(?:(?:printemps|[ée]t[ée]|automne|hiver|rentr[ée]e) 20\\d\\d)(?= [-–—] )'),
  // « vendredi 22 », « du 4 au 8 », « réunion le 5 »: a day without its month
  loose(`(?<![\\p{L}\\d])(?:${WEEKDAY})\\.? (?:3[01]|[12]\\d|0?[1-9])(?![\\p{L}\\d]| ?[h:]|[-–] ?\\d+ ?h| ${COUNTED})`),
  loose(
    `(?<!\\p{L})du (?:3[01]|[12]\\d|0?[1-9]) au (?:3[01]|[12]\\d|0?[1-9])(?![\\p{L}\\d]| ?h(?!\\p{L})| ${COUNTED})`,
  ),
  /(?<!\p{L})(?:le|du) (?:3[01]|[12]\d|0?[1-9])(?=$|[,;)]| [-–—] )/iu,
  loose('(?<!\\p{L})[àa] la rentr[ée]e(?!\\p{L})'),
  // « le 12 et 13 », « les 12, 13 et 14 »
  loose(`(?<!\\p{L})les? ${DAY_NUMBER}(?:, ?${DAY_NUMBER})* ?(?:et|&) ?${DAY_NUMBER}(?=$|[,;)]| [-–—] )`),
  /(?<!\p{L})(?:ce jour|(?<=(?:menus?|plat|programme|infos?|absents) )du jour)(?!\p{L})/iu,
  // « mardi quinze décembre »
  loose(`(?<!\\p{L})(?:${WEEKDAY}) \\p{L}+ ${MONTH}(?!\\p{L})`),
  // « 22.05 », « 15-12 », « 30-11_18-12 », at either end
  /^(?:0[1-9]|[12]\d|3[01])[._-](?:0[1-9]|1[0-2])(?= +\p{L})/u,
  loose(`(?<![\\d.,-]|\\d_|\\bau )${DAY_FIGURES}[._-]${MONTH_FIGURES}(?=$|[)_]| \\d{1,2} ?h)`),
  // « MenusS19 », « 0405-0805 »
  /(?<=\p{Ll})S[0-5]?\d(?=$|[\s_-])/u,
  loose(`(?<!\\d)${DAY_FIGURES}${MONTH_FIGURES}[-_ ]${DAY_FIGURES}${MONTH_FIGURES}(?!\\d)`),
  // « S1 - Menus », « EDT S19 6e »: a week, where nothing else has such a number
  loose('^S\\d(?= [-–—] (?:menus?|planning|programme|agenda|edt|absences?|permanences?|cantine)(?!\\p{L}))'),
  loose('(?<=(?:menus?|planning|programme|agenda|edt|absences?|permanences?|cantine) )S[0-5]?\\d(?![\\p{L}\\d])'),
  // « 20260505_1400_Forum », « 20260505T140000 Forum »; six figures behind « _ » are the time of a camera
  loose(`^20[2-4]\\d${MONTH_FIGURES}${DAY_FIGURES}(?:[_-]\\d{4}|T\\d{4}(?:\\d\\d)?Z?)(?=[ _-]+\\p{L})`),
  // « 26-05-12 Réunion », « 20260512Réunion », « Réunion 120526 »
  loose(`^(?:2[5-9]|3\\d)([-._])${MONTH_FIGURES}\\1${DAY_FIGURES}(?= +\\p{L})`),
  loose(`^20[2-4]\\d${MONTH_FIGURES}${DAY_FIGURES}(?=\\p{L}{3})`),
  loose(`(?<= )${DAY_FIGURES}${MONTH_FIGURES}(?:2[5-9]|3\\d)$`),
  // « le 15 de chaque mois », « tous les 5 du mois », « mai 12 - Réunion », « L, M, J, V - Accueil »
  loose(`(?<!\\p{L})les? ${DAY_NUMBER}(?:er)? (?:du mois|de chaque mois|par mois)(?!\\p{L})`),
  loose(`^${MONTH} ${DAY_NUMBER}(?= [-–—] | \\p{L}{3})(?! (?:[ée]l[èe]ves|ans|classes|places))`),
  /^L[ ,/-]+M[ ,/-]+(?:M[ ,/-]+)?J[ ,/-]+V(?= )/u,
  // « From 4 to 8 May »
  loose(
    '(?<!\\p{L})(?:from|to|until|on) \\d{1,2}(?:st|nd|rd|th)?(?: to \\d{1,2}(?:st|nd|rd|th)?)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december)(?!\\p{L})',
  ),
  // « courant mai », « 30_05 au 02_06 »
  loose(`(?<!\\p{L})courant ${MONTH}(?!\\p{L})`),
  loose(`(?<![\\d.,_-])${DAY_FIGURES}_${MONTH_FIGURES} ?(?:au|-) ?${DAY_FIGURES}`),
  // « 20 05 26 », « 2026 05 20 », « 200526 », « 20052026 »
  loose(`(?<!\\d)${DAY_FIGURES} ${MONTH_FIGURES} (?:20)?(?:2[5-9]|3\\d)(?!\\d)`),
  loose(`(?<!\\d)20\\d\\d ${MONTH_FIGURES} ${DAY_FIGURES}(?!\\d)`),
  loose(`^(?:${DAY_FIGURES}${MONTH_FIGURES}(?:2[5-9]|3\\d)|(?:2[5-9]|3\\d)${MONTH_FIGURES}${DAY_FIGURES})(?= +\\p{L})`),
  loose(`(?<= )(?:${DAY_FIGURES}${MONTH_FIGURES}20[2-4]\\d|20[2-4]\\d${MONTH_FIGURES}${DAY_FIGURES})$`),
  // Of a menu or a calendar, a month says for when it is
  loose(
    `(?<=^(?:menus?|planning|calendrier|agenda|programme|permanences?)(?:[ _-]\\p{L}+)?[ _-](?:de[ _-]|d[’'])?)(?:${MONTH}(?:[ _-]?\\d\\d)?|${MONTH_FIGURES}[-_ ]20\\d\\d|20\\d\\d[-_]${MONTH_FIGURES})$`,
  ),
  /\bL[ ,/-]?M[ ,/-]?(?:M[ ,/-]?)?J[ ,/-]?V\b(?=.*\d ?h)/u,
];

/** `Club - les lundis semaines paires`, `21.05 Réunion`: what looks like a date and is followed nowhere. */
export function looseWarning({ text }: Source, inFolder: boolean): DateFault | null {
  const found = LOOSE.map((pattern) => pattern.exec(text)?.[0]).find((words) => words !== undefined);
  if (found === undefined) return null;
  return {
    code: 'name-date-unread',
    message: `${quote(found)} dans le nom n’est pas compris comme une date\u00a0: ${shown(inFolder)}.`,
    advice:
      'Écrivez les dates elles-mêmes au début du nom, par exemple «\u00a05\u00a0mai - Titre\u00a0» ou «\u00a0les 5, 19 et 26\u00a0mai - Titre\u00a0».',
  };
}
