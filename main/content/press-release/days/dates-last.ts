import { fold } from '../../../lib/fold.ts';
import type { Block } from '../../documents/block.ts';
import { readDatedLine } from './dated-line.ts';
import { mayNameDay } from './may-hold-date.ts';
import { createDateReader, type DateReader, type ReleaseContext } from './read-dates.ts';

/** No line of a list is longer. */
const MAX_LINE = 160;
/** So many lines below the first, which may be the title, are a list. */
const MIN_LINES = 2;
/** What parts a title from its date: « Oral : 29 mai », « Oral – 29 mai », « Oral le 29 mai ». */
const PARTED =
  /\s*:\s+|\s+[–—-]\s+|\s+(?=(?:le|les|du)\s(?:\p{L}+\.?\s)?\d)|\s+(?=(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s\d)|,\s+(?=(?:le\s|les\s|du\s)?(?:\p{L}+\.?\s)?\d)/iu;
/** A line that tells of its date in a sentence. */
const SENTENCE =
  /\b(?:aura|auront|est|sont|sera|seront|ont|a|avant|jusqu|rappel|inscri\w+|limite|delai|merci|avoir|retour|rendre)\b/;

/** « Oral du brevet : 29 mai » as « 29 mai : Oral du brevet » where all lines of a text but its title are such; others as they are. */
export function withDatesFirst(blocks: readonly Block[], context: ReleaseContext): readonly Block[] {
  if (blocks.length > 200 || blocks.some(({ text, kind }) => text.length > MAX_LINE || kind === 'table-row'))
    return blocks;
  const dates = createDateReader(context, null);
  const [title, ...others] = blocks;
  const first = title && turnedLine(title, dates);
  if (title === undefined || (first === null && mayNameDay(title.text))) return blocks;
  const turned: Block[] = [first ?? title];
  for (const block of others) {
    // « Mardi 5 mai : 6e » may stand among them as it is.
    const line = turnedLine(block, dates) ?? (readDatedLine(block.text, dates) === null ? null : block);
    if (line === null) return blocks;
    turned.push(line);
  }
  return others.length >= MIN_LINES ? turned : blocks;
}

function turnedLine(block: Block, dates: DateReader): Block | null {
  const parting = block.level > 0 || !mayNameDay(block.text) ? null : PARTED.exec(block.text);
  if (parting === null) return null;
  const front = block.text
    .slice(0, parting.index)
    .replace(/^[^\p{L}\p{N}«"“]+/u, '')
    .trim();
  const behind = block.text
    .slice(parting.index + parting[0].length)
    .replace(/[\s.;]+$/u, '')
    .trim();
  // « Musée (5e, 12 mai) »
  const isBracketed = /\([^)]*$/u.test(front) && /^[^(]*\)$/u.test(behind);
  const [title, days] = isBracketed ? [`${front})`, behind.slice(0, -1)] : [front, behind];
  if (!/\p{L}/u.test(title) || mayNameDay(title) || dates.isDate(title) || SENTENCE.test(fold(title))) return null;
  const reading = dates.days(days);
  const isClosed = reading?.ok === true && reading.when.ranges.every(({ from, to }) => from !== null && to !== null);
  return isClosed && reading.when.weekdays.length === 0 ? { ...block, text: `${days} : ${title}` } : null;
}
