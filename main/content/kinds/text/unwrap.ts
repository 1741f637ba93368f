import { MONTH } from '../../../when/french/words.ts';
import { privateParts } from '../../documents/private-parts.ts';

/** A line of text and where it stands, from 1. */
export interface TextLine {
  readonly text: string;
  readonly line: number;
}

/** Editors wrap at 72 to 100 columns: a text with a longer line than this was not wrapped. */
const MAX_COLUMN = 110;
/** A text whose lines are all shorter than this is a list of short lines. */
const MIN_COLUMN = 50;

/** Lines that go on in the middle of a sentence: after a break on purpose, the next line begins with a capital. */
const MIN_RUN_ON = 2;

/** A line that begins with hours, as the lines of a programme do: it was not wrapped there. */
const BEGINS_WITH_HOURS = /^(?:de|dès|à)\s+\d{1,2}\s?h/iu;
/** « mardi 12 mai : réunion », « mer. 13/05 – sortie »: a line of a list begins with its day in small letters too. */
const BEGINS_WITH_DAY =
  /^(?:(?:le|du|les)\s+)?(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)s?\b|(?:lun|mar|mer|jeu|ven|sam|dim)\.?\s+\d)/iu;
/** « le 8 août – à 18 h – forum », « du 4 au 7/05 : oraux » */
const BEGINS_WITH_DATE = new RegExp(
  `^(?:(?:le|les|du)\\s+)?(?:\\d{1,2}(?:er)?\\s?(?:au|et|,)\\s?)?\\d{1,2}(?:er)?(?:\\s+${MONTH}(?:\\s20\\d\\d)?|[/.]\\d{1,2}(?:[/.]\\d{2,4})?)\\s*(?::|[–—-]\\s)`,
  'iu',
);
/** « Jeudi 4 mars », a date alone on its line: it is a heading, and goes on with no line. */
const DATE_ALONE =
  /^(?:le\s+)?(?:lun|mar|mercre|jeu|vendre|same)di\s+\d{1,2}\b[^.,;:]{0,25}$|^dimanche\s+\d{1,2}\b[^.,;:]{0,25}$/iu;

/** The column at which an editor wrapped a text: the length of its longest line; null where it was not wrapped. */
export function wrapColumn(lines: readonly string[]): number | null {
  const widest = lines.reduce((longest, line) => Math.max(longest, line.trim().length), 0);
  if (widest < MIN_COLUMN || widest > MAX_COLUMN) return null;
  let full = 0;
  let runOn = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]?.trim() ?? '';
    if (next === '' || line.trim().length < widest - 20) continue;
    full++;
    if (
      /^[\p{Ll}(«]/u.test(next) &&
      !BEGINS_WITH_HOURS.test(next) &&
      !BEGINS_WITH_DAY.test(next) &&
      !BEGINS_WITH_DATE.test(next)
    )
      runOn++;
  }
  return runOn >= MIN_RUN_ON && runOn * 2 >= full ? widest : null;
}

/**
 * Joins the lines that an editor broke. Two lines are one where the first word of the second did not fit on the first, or
 * where the break cuts a telephone number or an address. Lines that were broken on purpose stay apart.
 */
export function unwrapLines(lines: readonly TextLine[], column: number | null): TextLine[] {
  const joined: TextLine[] = [];
  let lastLength = 0;
  for (const { text, line } of lines) {
    const previous = joined.at(-1);
    const firstWord = /^\S*/.exec(text)?.[0].length ?? 0;
    const isFull =
      column !== null && lastLength + 1 + firstWord > column && !DATE_ALONE.test(text) && !BEGINS_WITH_DATE.test(text);
    const continues =
      previous !== undefined &&
      ((isFull && !(/[.!?:]$/.test(previous.text) && /^\p{Lu}/u.test(text))) || cutsPrivatePart(previous.text, text));
    if (continues) joined[joined.length - 1] = { text: `${previous.text} ${text}`, line: previous.line };
    else joined.push({ text, line });
    lastLength = text.length;
  }
  return joined;
}

/** Characters: longer than any telephone number, and than the part of an address on one line. */
const MAX_PART = 80;

function cutsPrivatePart(before: string, after: string): boolean {
  const head = before.slice(-MAX_PART);
  const cutAddress = /@[^\s@]*[-.]$|@$/.test(head);
  if (!cutAddress && !(/\d\W{0,3}$/.test(head) && /^\W{0,3}\d/.test(after))) return false;
  const endsLine = privateParts(head).some(({ end }) => end >= head.length - 1);
  const isAcross = privateParts(`${head}\n${after.slice(0, MAX_PART)}`).some(
    ({ start, end }) => start < head.length && end > head.length + 1,
  );
  return isAcross && (cutAddress || !endsLine);
}
