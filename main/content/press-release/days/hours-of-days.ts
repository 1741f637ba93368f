import { MONTH, WEEKDAY } from '../../../when/french/words.ts';
import type { Block } from '../../documents/block.ts';

const TIME = '\\d{1,2}\\s?h(?:\\s?\\d\\d)?';
const DAY = `(?:le\\s+)?(?:${WEEKDAY}\\s+)?\\d{1,2}(?:er)?(?:\\s+${MONTH}(?!\\p{L})(?:\\s+20\\d\\d)?|\\s?/\\s?\\d{1,2}(?!\\d))`;
const TIMED = `${DAY}\\s*,?\\s*\\(?(?:de\\s+|à\\s+)?${TIME}(?:\\s*(?:[-–/]|à)\\s*${TIME})?\\)?`;
const TWO = new RegExp(
  `^(.*?)(?<![\\p{L}\\d])(${TIMED})\\s*(?:,|;|\\s(?:et|puis))\\s+(${TIMED})(\\s*(?:[:–—-]\\s.*)?)$`,
  'iu',
);
/** A longer line is a paragraph. */
const MAX_LINE = 200;

/** « Portes ouvertes : samedi 16 mai de 9h à 12h et vendredi 22 mai de 17h à 20h » as a line for each day, since each has hours of its own. */
export function lineForEachDay(block: Block): Block[] {
  const [, before, first, second, behind] = block.text.length > MAX_LINE ? [] : (TWO.exec(block.text) ?? []);
  if (before === undefined || first === undefined || second === undefined) return [block];
  return [first, second].map((day) => ({ ...block, text: `${before}${day}${behind ?? ''}` }));
}
