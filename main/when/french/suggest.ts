import { quote } from './faults.ts';
import { isNumber, isText } from './read-day.ts';
import type { Token } from './tokenize.ts';
import type { DateContext, DateFault } from './types.ts';
import { monthName, monthWords, ordinalWords, weekdayWords } from './words.ts';

const otherWords = [
  'tous',
  'les',
  'chaque',
  'jusqu',
  'partir',
  'sauf',
  'matin',
  'midi',
  'jours',
  'mois',
  'au',
  'du',
  'et',
];
const vocabulary = [...monthWords.keys(), ...weekdayWords.keys(), ...ordinalWords.keys(), ...otherWords];
const relativeWords = [
  'demain',
  'hier',
  'aujourd',
  'prochain',
  'prochaine',
  'prochains',
  'cette',
  'ce',
  'ceux',
  'dernier',
  'bientot',
];

/** Edits between two words: letters added, lost, changed, and neighbours swapped (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function nearestWord(word: string): string | null {
  if (word.length < 3 || word.length > 14 || vocabulary.includes(word)) return null;
  const most = word.length < 6 ? 1 : 2;
  let best: { word: string; edits: number } | null = null;
  for (const known of vocabulary) {
    const edits = distance(word, known);
    if (known.length > 2 && edits <= most && (!best || edits < best.edits)) best = { word: known, edits };
  }
  return best?.word ?? null;
}

type Advice = Partial<DateFault>;
type Reader = (text: string) => string | null;

/** The same text with its misspelt words replaced, if that reads. */
function respelt(text: string, tokens: readonly Token[], reads: Reader): string | null {
  let out = '';
  let last = 0;
  let changed = 0;
  for (const token of tokens) {
    const nearest = token.kind === 'word' && changed < 4 ? nearestWord(token.text) : null;
    out += text.slice(last, token.start) + (nearest ?? text.slice(token.start, token.end));
    last = token.end;
    if (nearest) changed += 1;
  }
  return changed === 0 ? null : reads(out + text.slice(last));
}

/** `du 28 avril au 3`: the month that is written or the one after it, else that of the reference day. */
function monthMissing(text: string, tokens: readonly Token[], reads: Reader, context: DateContext): Advice | null {
  if (!tokens.some((token) => isNumber(token, 1, 2))) return null;
  const written = tokens.flatMap((token) => (token.kind === 'word' ? (monthWords.get(token.text) ?? []) : []));
  const candidates =
    written.length > 0 ? written.flatMap((month) => [month, (month % 12) + 1]) : [context.reference.month];
  for (const month of candidates) {
    const label = reads(`${text.trim()} ${monthName(month)}`);
    if (label === null) continue;
    return {
      code: 'date-month-missing',
      message: `Il manque le mois dans ${quote(text)}.`,
      advice: `Écrivez par exemple ${quote(label)}.`,
    };
  }
  return null;
}

/** `5-5`, `5.5`: figures that need a slash. */
function slashMissing(text: string, tokens: readonly Token[], reads: Reader): Advice | null {
  const [day, sign, month] = tokens;
  if (tokens.length !== 3 || !isNumber(day, 1, 2) || !isText(sign, '-', '.', ' ', '_') || !isNumber(month, 1, 2))
    return null;
  const label = reads(`${day.value}/${month.value}`);
  if (label === null) return null;
  return {
    message: `${quote(text)} n’est pas compris\u00a0: une date, une période, des heures\u00a0?`,
    advice: `Écrivez ${quote(`${day.value}/${month.value}`)} pour ${label}, ou ${quote(`du ${day.value} au ${month.value} mai`)}.`,
  };
}

/**
 * A better fault for a text that was refused: the nearest form that reads, by spelling, by the missing month; null where there is
 * none. `reads` gives the label of a text, or null.
 */
export function suggestionFor(
  text: string,
  tokens: readonly Token[],
  reads: Reader,
  fault: DateFault,
  context: DateContext,
): Advice | null {
  if (fault.code !== 'date-unknown') return null;
  if (tokens.some((token) => isText(token, ...relativeWords) && !ordinalWords.has(token.text))) {
    return {
      code: 'date-relative',
      message: `${quote(text)} dépend du jour où on le lit.`,
      advice:
        'Écrivez la date elle-même, par exemple «\u00a0mardi 5\u00a0mai\u00a0», ou «\u00a0tous les mardis\u00a0».',
    };
  }
  const label = respelt(text, tokens, reads);
  if (label !== null) return { advice: `Vouliez-vous écrire ${quote(label)}\u00a0?` };
  return slashMissing(text, tokens, reads) ?? monthMissing(text, tokens, reads, context);
}
