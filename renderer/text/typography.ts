const NBSP = '\u00a0';
const THIN = '\u202f';
/** Any space a person may have typed before a sign. */
const GAP = `[ \\t${NBSP}${THIN}\u2009]*`;
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const UNITS = 'h|min|s|€|%|°C|km|m|cm|mm|kg|g|ans?|élèves|places?|heures?|minutes?|jours?';
/** Addresses are kept as they are. */
const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>«»]+|[^\s@<>«»]+@[^\s@<>«»]+\.[^\s@<>«»]+)/giu;
/** The last word joins the one before where it is at most this long. */
const SHORT_WORD = 8;

/** Words that stand before a number or a letter and are nothing without it. */
const LABELS =
  '[Nn]um[ée]ros?|[Nn]os?|[Pp]ages?|[Pp]\\.|[Ss]alles?|[Cc]hapitres?|[Aa]rticles?|[Aa]ctes?|[Tt]omes?|[Bb][âa]timents?|[Ll]ignes?|[Gg]roupes?';
/** What a verb is joined to by a hyphen. */
const PRONOUNS = 'vous|nous|moi|toi|les?|la|lui|leur|y|en|ce|je|tu|ils?|elles?|on';
/** A national number, or one with +33: ten figures by two. */
const TELEPHONE = /(?<![\d+])(?:0|\+33[ \u00a0]?)[1-9](?:[ \u00a0.]\d{2}){4}(?!\d)/gu;

type Rule = readonly [RegExp, string];

const rules: readonly Rule[] = [
  [/\.{3}/gu, '…'],
  [new RegExp(`«${GAP}(?=\\S)`, 'gu'), `«${NBSP}`],
  [new RegExp(`(?<=\\S)${GAP}»`, 'gu'), `${NBSP}»`],
  // Before a double sign: the thin space, but for the colon. None is added inside 9:41, ?x=1 or between signs.
  [new RegExp(`(?<=[\\p{L}\\p{N})\\]»%€’])[ ${NBSP}${THIN}\u2009]+(?=[;!?]+(?:[\\s»)\\]]|$))`, 'gu'), THIN],
  [/(?<=[\p{L}\p{N})\]»%€’])(?=[;!?]+(?:[\s»)\]]|$))/gu, THIN],
  [new RegExp(`(?<=[\\p{L}\\p{N})\\]»%€’])[ ${NBSP}${THIN}\u2009]+(?=:(?:\\s|$))`, 'gu'), NBSP],
  [/(?<=[\p{L}\p{N})\]»%€’])(?=:(?:\s|$))/gu, NBSP],
  // « 2026-2030 » does not break: U+2011 is in neither face, so the hyphen is held by word joiners.
  [/(?<=\d)([-–])(?=\d)/gu, '\u2060$1\u2060'],
  // « Éloignez-vous », « a-t-il ».
  [
    new RegExp(`(?<=\\p{L})-(?=(?:${PRONOUNS})(?![\\p{L}\\p{N}\\u2060-])|t-(?:ils?|elles?|on)(?!\\p{L}))`, 'giu'),
    '\u2060-\u2060',
  ],
  // Dashes between words.
  [/(?<=\s)--?(?=\s)/gu, '–'],
  // « 14h », « 18h30 », « 5% », as the labels have them.
  [/(?<![\p{L}\p{N}.,:/])([01]?\d|2[0-4])[hH]([0-5]\d)(?![\p{L}\p{N}])/gu, `$1${NBSP}h${NBSP}$2`],
  [/(?<![\p{L}\p{N}.,:/])(\d{1,2})[hH](?![\p{L}\p{N}])/gu, `$1${NBSP}h`],
  [/(?<=\d)(?=[%€](?![\p{L}\p{N}]))/gu, NBSP],
  // Numbers and what they count.
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
 * French typography by code: « », ’, …, no-break spaces before double signs and within numbers and dates, and no lone
 * word at the end of a paragraph. Addresses, times (9:41) and emoji stay as they are. Applying it twice changes nothing.
 */
export function typeset(text: string): string {
  return text
    .split('\n')
    .map((line) => bindLastWord(typesetLine(line)))
    .join('\n');
}

/** The same without the binding of the last word: for a piece of a paragraph. */
export function typesetPiece(text: string): string {
  return text.split('\n').map(typesetLine).join('\n');
}

function typesetLine(line: string): string {
  return line
    .split(ADDRESS)
    .map((part, index) =>
      index % 2 === 1 ? part : rules.reduce((text, [sign, by]) => text.replace(sign, by), prepared(part)),
    )
    .join('');
}

/** What must be whole before spaces are set: apostrophes, quotes, telephone numbers. */
function prepared(part: string): string {
  const text = part.replace(/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}«"“])/gu, '’');
  return frenchQuotes(text).replace(TELEPHONE, (number) => number.replace(/ /gu, NBSP));
}

const quotes: readonly RegExp[] = [
  /“([^“”\n]*)”/gu,
  /(?<![\p{L}\p{N}])"([^"\n]*[^"\s])"(?![\p{L}\p{N}])/gu,
  // One letter between two is « rock 'n' roll ».
  /(?<![\p{L}\p{N}'’])'(?=\S)([^'\n]+[^'\s])'(?![\p{L}\p{N}'])/gu,
];

/** English and straight quotes that come in pairs; again until none is left: a pair may stand in another. */
function frenchQuotes(text: string): string {
  const set = quotes.reduce((part, sign) => part.replace(sign, `«${NBSP}$1${NBSP}»`), text);
  return set === text ? text : frenchQuotes(set);
}

/** Joins a short last word to the one before, where there are three words at least. */
export function bindLastWord(text: string): string {
  const trimmed = text.trimEnd();
  const at = trimmed.lastIndexOf(' ');
  const last = trimmed.slice(at + 1);
  if (at <= 0 || last.length > SHORT_WORD || last.includes(NBSP) || !trimmed.slice(0, at).includes(' ')) return text;
  return `${trimmed.slice(0, at)}${NBSP}${last}${text.slice(trimmed.length)}`;
}

/** A run of text; `raised` for the letters of an ordinal (1er, 2de, XXe). */
export interface Run {
  readonly text: string;
  readonly raised: boolean;
}

/**
 * What may be an ordinal. After a figure, the long school forms too (1ère, 3èmes); after a Roman number only what is said
 * of a century or a king, and `er` and `re` of the first alone: « Ver » and « Vers » are words.
 */
const ORDINAL = new RegExp(
  `${ADDRESS.source}|(?<![\\p{L}\\p{N}])(?:` +
    '(1)(ers?|[eè]?res?)|(2)(n?des?|nds?)|(\\d+)(e|es|i?[eè]mes?)|' +
    '(I)(er|re)|((?=[VX]|II)X{0,3}(?:IX|IV|V?I{0,3}))(es?|i?[eè]mes?)' +
    ')(?![\\p{L}\\p{M}\\p{N}])',
  'gu',
);

/** Cuts a text where ordinals raise their letters, which are written short (1re, 3es); addresses stay as they are. */
export function ordinalRuns(written: string): Run[] {
  // Names of files come with accents apart: « ème » would be five signs.
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

/** « ère » is written re, « ème » and « ième » are written e, as the Imprimerie nationale has it. */
function shortLetters(letters: string): string {
  return letters.replace(/^[eè]re/u, 're').replace(/^i?[eè]me/u, 'e');
}
