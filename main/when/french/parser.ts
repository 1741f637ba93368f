import { parse as parseCoded } from './french-parser.generated.ts';
import { days } from './make-days.ts';
import { hours } from './make-hours.ts';
import { is } from './sureness.ts';
import { type Source, tokenize } from './tokenize.ts';
import type { Clause, Hours, Place } from './tree.ts';

const MAKE = { ...days, ...hours };

/** What each start rule of the grammar gives; `rest` is the first token that is not understood. */
interface Results {
  readonly phrase: { readonly clauses: readonly Clause[]; readonly rest: number };
  readonly hoursAlone: { readonly hours: Hours; readonly rest: number } | null;
  /** `end`: the token behind the date, `rest`: behind the signs that follow it. */
  readonly leading: { readonly clauses: readonly Clause[]; readonly end: number; readonly rest: number } | null;
  /** A date at the end of a name, or set apart in it; `start`: its first token, `rest`: the one behind it and its signs. */
  readonly trailing: { readonly clauses: readonly Clause[]; readonly start: number; readonly rest: number } | null;
  /** A date anywhere in a name. */
  readonly stray: Place | null;
}

/** Signs of a date anywhere in a name: a word, a year, a date in eight figures, two short numbers joined by a sign, or « au 8 ». */
const SIGNS = tokenize(
  'lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis samedis dimanches lun mar mer jeu ven sam dim janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv jan févr fév avr juil jul sept sep oct nov déc semaine semaines sem s w tous toutes chaque week weekend aujourd demain prochain prochaine ce cet cette dans monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
).coded;
const HAS_NO_DATE = new RegExp(
  `^(?!.*(?:[${SIGNS}\\uF200-\\uF400]|(?:[\\uF000-\\uF1FF][-._/]|${tokenize('au').coded})[\\uF000-\\uF1FF]))`,
  'u',
);

/** Most names have no date: they are not even parsed. A date at the start of a name begins with a word that the grammar knows. */
const HOPELESS: Partial<Record<keyof Results, RegExp>> = {
  leading: /^(?:[\uE000\uE400]|$)/u,
  trailing: HAS_NO_DATE,
  stray: HAS_NO_DATE,
};

/**
 * Reads a text with a rule of the grammar, `french.peggy`.
 *
 * The grammar is for peggy 5; ohm-js 17 was tried too. An ohm grammar has no code in it, but ohm interprets it: a fifth of these
 * rules took it two to three times as long for a text as all of them take peggy. peggy writes the parser as plain JavaScript. To
 * write it costs peggy 0.25 s of processor time, and the whole service starts in 1 s: so it is written beforehand, and kept with
 * the sources. No step of the build is needed for it, and peggy itself is not needed at run time.
 * `tests/unit/when/french/grammar.test.ts` fails where the parser is not that of the grammar; with `-u` it writes the parser.
 */
export function parse<R extends keyof Results>(startRule: R, { coded, tokens }: Source): Results[R] {
  if (HOPELESS[startRule]?.test(coded)) return null as Results[R];
  return parseCoded(coded, { startRule, make: MAKE, is, tokens }) as Results[R];
}
