import { memoByText } from '../../lib/memo-by-text.ts';
import { editDistance } from '../../lib/nearest-word.ts';
import { quote } from './faults.ts';
import { WORDS } from './french-parser.generated.ts';
import { parse } from './parser.ts';
import { type Source, type Token, tokenize } from './tokenize.ts';
import type { DateContext, DateFault } from './types.ts';
import { monthName } from './words.ts';

const RELATIVE_WORDS = 'demain hier aujourd prochain prochaine prochains cette ce ceux bientot'.split(' ');

/** Words that a mistyped one may stand for: shorter ones have too many neighbours. */
const LONG_WORDS = WORDS.filter((known) => known.length > 2);

/** The word of the grammar that is nearest to a mistyped one; short words have few neighbours that are not other words. */
/** Titles have the same words again and again. */
const nearestWord = memoByText((word): string | null => {
  if (word.length < 3 || word.length > 14 || WORDS.includes(word)) return null;
  const allowed = word.length < 6 ? 1 : 2;
  let best: { readonly known: string; readonly edits: number } | null = null;
  for (const known of LONG_WORDS) {
    // A word that is longer or shorter by more letters than are allowed is not near.
    if (Math.abs(known.length - word.length) > allowed) continue;
    const edits = editDistance(word, known);
    if (edits <= allowed && (best === null || edits < best.edits)) best = { known, edits };
  }
  return best?.known ?? null;
});

/** The month that a word names, 1 to 12, or nothing. */
function monthOf({ kind, text }: Token): number[] {
  const [clause] = kind === 'word' ? parse('phrase', tokenize(text)).clauses : [];
  return clause?.kind === 'months' ? [...clause.months] : [];
}

/** A number of one or two figures. */
const isShort = (token: Token | undefined): token is Token => token?.kind === 'number' && token.text.length < 3;

type Advice = Partial<DateFault>;
type Reader = (text: string) => string | null;

/** The same text with its misspelt words replaced, if that reads. */
function respelt({ text, tokens }: Source, reads: Reader): string | null {
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
function monthMissing({ text, tokens }: Source, reads: Reader, context: DateContext): Advice | null {
  if (!tokens.some((token) => isShort(token))) return null;
  const written = tokens.flatMap(monthOf);
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
function slashMissing({ text, tokens }: Source, reads: Reader): Advice | null {
  const [day, sign, month] = tokens;
  if (tokens.length !== 3 || !isShort(day) || !/^[-._]$/u.test(sign?.text ?? '') || !isShort(month)) return null;
  const label = reads(`${Number(day.text)}/${Number(month.text)}`);
  if (label === null) return null;
  return {
    message: `${quote(text)} n’est pas compris\u00a0: une date, une période, des heures\u00a0?`,
    advice: `Écrivez ${quote(`${Number(day.text)}/${Number(month.text)}`)} pour ${label}, ou ${quote(`du ${Number(day.text)} au ${Number(month.text)} mai`)}.`,
  };
}

/**
 * A better fault for a text that was refused: the nearest form that reads, by spelling, by the missing month; null where there is
 * none. `reads` gives the label of a text, or null.
 */
export function suggestionFor(source: Source, reads: Reader, fault: DateFault, context: DateContext): Advice | null {
  if (fault.code !== 'date-unknown') return null;
  const { text, tokens } = source;
  if (tokens.some((token) => RELATIVE_WORDS.includes(token.text))) {
    return {
      code: 'date-relative',
      message: `${quote(text)} dépend du jour où on le lit.`,
      advice:
        'Écrivez la date elle-même, par exemple «\u00a0mardi 5\u00a0mai\u00a0», ou «\u00a0tous les mardis\u00a0».',
    };
  }
  const label = respelt(source, reads);
  if (label !== null) return { advice: `Vouliez-vous écrire ${quote(label)}\u00a0?` };
  return slashMissing(source, reads) ?? monthMissing(source, reads, context);
}
