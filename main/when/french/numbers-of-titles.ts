import type { Token } from './tokenize.ts';
import type { Clause, Span } from './tree.ts';

const words = (text: string) => new Set(text.split(' '));

/** Behind them, « du 4 au 8 » are days. */
export const OF_DAYS = words('menu menus semaine planning programme agenda permanences absences inscriptions');

/** Words that a number follows: « Groupe 2 - 12 mai » is no range of days. */
const NUMBERED = words(
  'groupe groupes gr n no num numero session partie niveau serie tome volume vague tour lot phase equipe episode etape salle module version chapitre acte saison',
);
/** Only small numbers do behind these: « Brevet blanc 12-13 mai » is a range. */
const MAY_BE_NUMBERED = words('blanc blanche blancs classe atelier seance cycle jour stage conseil reunion');
const SMALL = 4;
/** Behind these it is a range where nothing is blank beside its dash: « Lycée 2-12 mai ». */
const NUMBERED_APART = words(
  'tle term terminale terminales seconde premiere sixieme cinquieme quatrieme troisieme trimestre semestre periode bat batiment lycee college etage ' +
    'assr epreuve epreuves sujet devoir controle exercice tp td ds dst jury poste porte annexe site terrain quai cour edition ligne bus car promo ulis upe2a',
);

/** « 2nde 5 », « 3e 4 », « 1STMG 2 »: letters that are glued to a figure are a class. */
const isClass = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'word' && !tokens[at].spaced && tokens[at - 1]?.kind === 'number';

/** « 3 - 12 mai », and not « 3-12 mai » */
const hasBlankDash = (tokens: readonly Token[], start: number): boolean =>
  tokens[start + 1]?.text === '-' && tokens[start + 1]?.spaced === true && tokens[start + 2]?.spaced === true;

/** The word before a number: « bât. » before « Bât. 3 ». */
function wordBefore(tokens: readonly Token[], start: number): number {
  const isPoint = tokens[start - 1]?.text === '.' && tokens[start - 1]?.spaced === false;
  return isPoint ? start - 2 : start - 1;
}

const isNumberAlone = ({ from, to, opened }: Span): boolean => !opened && to !== undefined && from.form === 'bare';

/** Whether the first number of a range, which begins at `start`, counts what the word before it names. */
export function isNumberOfTitle(span: Span, tokens: readonly Token[], start: number): boolean {
  if (!isNumberAlone(span)) return false;
  const before = wordBefore(tokens, start);
  const word = tokens[before]?.text ?? '';
  if (NUMBERED.has(word) || (MAY_BE_NUMBERED.has(word) && span.from.day <= SMALL)) return true;
  return hasBlankDash(tokens, start) && (NUMBERED_APART.has(word) || isClass(tokens, before));
}

/** « Expo 3 - 12 mai »: rather a range, but perhaps the third one, on 12 May. It is told as a guess. */
export function withDoubt(clauses: readonly Clause[], tokens: readonly Token[]): readonly Clause[] {
  const [first, ...more] = clauses;
  const [span, ...others] = first?.kind === 'days' ? first.spans : [];
  if (first?.kind !== 'days' || span === undefined || !isNumberAlone(span)) return clauses;
  const before = tokens[first.start - 1];
  const isDay = span.from.day >= 10 || before?.kind !== 'word' || OF_DAYS.has(before.text);
  if (isDay || !hasBlankDash(tokens, first.start)) return clauses;
  return [{ ...first, spans: [{ ...span, guessed: true }, ...others] }, ...more];
}

/** What a number before it counts, and what is no week therefore: « Semaine 5 sens », « Semaine 20 ans du lycée ». */
const COUNTED = words(
  'jours an ans heures minutes sens km kilometres pays saisons continents elements roues fruits soirs nuits fois pas mots gestes',
);

/** Whether the word at `at` is counted by the number before it. */
export const isCount = (tokens: readonly Token[], at: number): boolean => COUNTED.has(tokens[at]?.text ?? '');
