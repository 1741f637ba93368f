const NBSP = '\u00a0';
const THIN = '\u202f';
/** Any spaces that a person may have typed before a punctuation mark. */
const GAP = `[ \\t${NBSP}${THIN}\u2009]*`;
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const UNITS = 'h|min|s|€|%|°C|km|m|cm|mm|kg|g|ans?|élèves|places?|heures?|minutes?|jours?';
/** Web and e-mail addresses, which are not changed. */
const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>«»]+|[^\s@<>«»]+@[^\s@<>«»]+\.[^\s@<>«»]+)/giu;
/** A last word up to this length is kept on the line of the word before it; characters. */
const MAX_BOUND_WORD = 8;

/** Words that are kept on the line of the number or letter after them: « salle 12 », « bâtiment C ». */
const LABELS =
  '[Nn]um[ée]ros?|[Nn]os?|[Pp]ages?|[Pp]\\.|[Ss]alles?|[Cc]hapitres?|[Aa]rticles?|[Aa]ctes?|[Tt]omes?|[Bb][âa]timents?|[Ll]ignes?|[Gg]roupes?';
/** Pronouns that a hyphen joins to a verb. */
const PRONOUNS = 'vous|nous|moi|toi|les?|la|lui|leur|y|en|ce|je|tu|ils?|elles?|on';
/** A French telephone number: ten figures in pairs, or nine after +33. */
const TELEPHONE = /(?<![\d+])(?:0|\+33[ \u00a0]?)[1-9](?:[ \u00a0.]\d{2}){4}(?!\d)/gu;

/** What is replaced, and by what; in order. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\.{3}/gu, '…'],
  [new RegExp(`«${GAP}(?=\\S)`, 'gu'), `«${NBSP}`],
  [new RegExp(`(?<=\\S)${GAP}»`, 'gu'), `${NBSP}»`],
  // Before ; ! ? the narrow no-break space, before : the wide one. None is added inside 9:41, ?x=1 or between marks.
  [new RegExp(`(?<=[\\p{L}\\p{N})\\]»%€’])[ ${NBSP}${THIN}\u2009]+(?=[;!?]+(?:[\\s»)\\]]|$))`, 'gu'), THIN],
  [/(?<=[\p{L}\p{N})\]»%€’])(?=[;!?]+(?:[\s»)\]]|$))/gu, THIN],
  [new RegExp(`(?<=[\\p{L}\\p{N})\\]»%€’])[ ${NBSP}${THIN}\u2009]+(?=:(?:\\s|$))`, 'gu'), NBSP],
  [/(?<=[\p{L}\p{N})\]»%€’])(?=:(?:\s|$))/gu, NBSP],
  // « 2026-2030 » does not break. Neither font has U+2011, the no-break hyphen: word joiners on both sides do the same.
  [/(?<=\d)([-–])(?=\d)/gu, '\u2060$1\u2060'],
  // « Éloignez-vous », « a-t-il » do not break either.
  [
    new RegExp(`(?<=\\p{L})-(?=(?:${PRONOUNS})(?![\\p{L}\\p{N}\\u2060-])|t-(?:ils?|elles?|on)(?!\\p{L}))`, 'giu'),
    '\u2060-\u2060',
  ],
  // Dashes between words.
  [/(?<=\s)--?(?=\s)/gu, '–'],
  // « 14h », « 18h30 », « 5% » are written as the service writes its own labels: « 14 h », « 18 h 30 », « 5 % ».
  [/(?<![\p{L}\p{N}.,:/])([01]?\d|2[0-4])[hH]([0-5]\d)(?![\p{L}\p{N}])/gu, `$1${NBSP}h${NBSP}$2`],
  [/(?<![\p{L}\p{N}.,:/])(\d{1,2})[hH](?![\p{L}\p{N}])/gu, `$1${NBSP}h`],
  [/(?<=\d)(?=[%€](?![\p{L}\p{N}]))/gu, NBSP],
  // A number stays with what it counts.
  [new RegExp(`\\b([Nn])[°º]${GAP}(?=\\d)`, 'gu'), `$1°${NBSP}`],
  [/(?<=(?<!\d)\d{1,3})[ \u00a0](?=\d{3}(?!\d))/gu, THIN],
  [new RegExp(`(?<=\\d) (?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'gu'), NBSP],
  [/(?<=\dh|\d[\u00a0\u202f]h) (?=\d{2}(?!\d))/gu, NBSP],
  [new RegExp(`(?<=\\d|\\b1er) (?=(?:${MONTHS})(?!\\p{L}))`, 'giu'), NBSP],
  [new RegExp(`(?<![\\p{L}\\p{N}])(${LABELS}) (?=(?:\\d|\\p{Lu}(?![\\p{L}\\p{N}])))`, 'gu'), `$1${NBSP}`],
  [/(?<=\p{Lu}\p{Ll}+) (?=(?:[IVX]+|Ier)(?![\p{L}\p{N}]))/gu, NBSP],
  [/(?<=(?<![\p{L}\p{N}])[IVX]+(?:e|er|ème)) (?=siècles?(?!\p{L}))/gu, NBSP],
  [/(?<![\p{L}\p{N}])(M\.|MM\.|Mme|Mmes|Mlle|Dr|Pr|St|Ste) (?=\p{Lu})/gu, `$1${NBSP}`],
];

/**
 * French typography: « », ’, …, no-break spaces before : ; ! ? and inside numbers and dates, and no short word alone on the
 * last line of a paragraph. Addresses, times (9:41) and emoji stay as they are. Applying it twice changes nothing.
 */
export function typeset(text: string): string {
  return text
    .split('\n')
    .map((line) => bindLastWord(typesetLine(line)))
    .join('\n');
}

/** The same for a piece of a paragraph: its last word is not bound. */
export function typesetPiece(text: string): string {
  return text.split('\n').map(typesetLine).join('\n');
}

function typesetLine(line: string): string {
  return line
    .split(ADDRESS)
    .map((part, index) =>
      index % 2 === 1 ? part : RULES.reduce((text, [sign, by]) => text.replace(sign, by), prepared(part)),
    )
    .join('');
}

/** Sets what the rules for spaces build on: apostrophes, quotation marks, telephone numbers. */
function prepared(part: string): string {
  const text = part.replace(/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}«"“])/gu, '’');
  return frenchQuotes(text).replace(TELEPHONE, (number) => number.replace(/ /gu, NBSP));
}

/** Pairs of English and straight quotation marks. */
const QUOTES: readonly RegExp[] = [
  /“([^“”\n]*)”/gu,
  /(?<![\p{L}\p{N}])"([^"\n]*[^"\s])"(?![\p{L}\p{N}])/gu,
  // Not around a single letter: « rock 'n' roll ».
  /(?<![\p{L}\p{N}'’])'(?=\S)([^'\n]+[^'\s])'(?![\p{L}\p{N}'])/gu,
];

/** Makes « » of pairs of quotation marks, again until none is left: a pair may be inside another. */
function frenchQuotes(text: string): string {
  const set = QUOTES.reduce((part, sign) => part.replace(sign, `«${NBSP}$1${NBSP}»`), text);
  return set === text ? text : frenchQuotes(set);
}

/** Keeps a short last word on the line of the word before it, in a text of three words or more. */
export function bindLastWord(text: string): string {
  const trimmed = text.trimEnd();
  const at = trimmed.lastIndexOf(' ');
  const last = trimmed.slice(at + 1);
  if (at <= 0 || last.length > MAX_BOUND_WORD || last.includes(NBSP) || !trimmed.slice(0, at).includes(' '))
    return text;
  return `${trimmed.slice(0, at)}${NBSP}${last}${text.slice(trimmed.length)}`;
}

/** A run of text; `raised` for the letters of an ordinal number (1er, 2de, XXe). */
export interface Run {
  readonly text: string;
  readonly raised: boolean;
}

/**
 * Ordinal numbers. After a figure, the long forms of schoolbooks too (1ère, 3èmes). After a Roman number, only those of
 * centuries and kings, and `er` and `re` only after I: « Ver » and « Vers » are words.
 */
const ORDINAL = new RegExp(
  `${ADDRESS.source}|(?<![\\p{L}\\p{N}])(?:` +
    '(1)(ers?|[eè]?res?)|(2)(n?des?|nds?)|(\\d+)(e|es|i?[eè]mes?)|' +
    '(I)(er|re)|((?=[VX]|II)X{0,3}(?:IX|IV|V?I{0,3}))(es?|i?[eè]mes?)' +
    ')(?![\\p{L}\\p{M}\\p{N}])',
  'gu',
);

/** Splits a text at the raised letters of its ordinals, which become the short ones (1re, 3es); addresses stay as they are. */
export function ordinalRuns(written: string): Run[] {
  // The names of files may come with accents apart from their letters (NFD), which the pattern would not find.
  const text = written.normalize('NFC');
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(ORDINAL)) {
    const [number, letters] = match.slice(2).filter((part) => part !== undefined);
    if (number === undefined || letters === undefined) continue;
    runs.push({ text: text.slice(end, match.index) + number, raised: false });
    runs.push({ text: shortLetters(letters), raised: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), raised: false });
  return runs;
}

/** « ère » becomes re, « ème » and « ième » become e, as the Imprimerie nationale prescribes. */
function shortLetters(letters: string): string {
  return letters.replace(/^[eè]re/u, 're').replace(/^i?[eè]me/u, 'e');
}
