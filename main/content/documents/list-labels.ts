/** How the items of one level of a list are numbered. */
export interface ListLevel {
  /** `1`, `01`, `1er`, `a`, `A`, `i` or `I`; empty for items that have a sign and no number. */
  readonly format: string;
  readonly start: number;
  /** The label with `%1` for the number of the first level, `%2` for that of the second … */
  readonly text: string;
  /** All numbers of the label are in figures, also those of levels that count in letters. */
  readonly isLegal?: boolean;
  /** It counts on over the items of levels above, but for those of the levels up to this one, from 1; 0: of all of them. */
  readonly restartsBelow?: number;
}

/** What stands before an item of a list. */
export interface ListLabel {
  /** « Article 2 : » or « 1.2 »; empty where the label is one number or a sign alone. */
  readonly words: string;
  /** All of it, as it is written: « 2. », « a) », « Article 2 : », « 1.2 »; empty for a sign alone. */
  readonly written: string;
  /** The number, which is that of a list on the wall too; null for an item with a sign. */
  readonly number: number | null;
  /** How it is written, where not in figures. */
  readonly letters?: ListLetters;
}

/** Letters that count: a, b, c … or i, ii, iii … */
export type ListLetters = 'a' | 'A' | 'i' | 'I';

const isLetters = (format: string): format is ListLetters => /^[aAiI]$/u.test(format);

/** Counts the items of one list, level by level. */
export interface ListCounter {
  /** The label of the next item of a level, from 0. */
  next(level: number, levels: readonly (ListLevel | undefined)[]): ListLabel;
  /** Makes the next item of a level the one with this number. */
  restart(level: number, number: number): void;
}

export function createListCounter(): ListCounter {
  const numbers: (number | undefined)[] = [];
  return {
    next(level, levels) {
      const own = levels[level];
      const number = (numbers[level] ?? (own?.start ?? 1) - 1) + 1;
      numbers[level] = number;
      for (let below = level + 1; below < numbers.length; below += 1) {
        const { restartsBelow } = levels[below] ?? {};
        if (restartsBelow === undefined || level < restartsBelow) numbers[below] = undefined;
      }
      return own === undefined ? { words: '', written: '', number: null } : labelOf(own, level, numbers, levels);
    },
    restart(level, number) {
      numbers.length = level;
      numbers[level] = number - 1;
    },
  };
}

/** A place for a number in the text of a level. */
const PLACE = /%([1-9])/gu;

function labelOf(
  own: ListLevel,
  level: number,
  numbers: readonly (number | undefined)[],
  levels: readonly (ListLevel | undefined)[],
): ListLabel {
  const places = [...own.text.matchAll(PLACE)].map(([, digit]) => Number(digit) - 1);
  const hasWords = /\p{L}{2,}/u.test(own.text.replace(PLACE, ''));
  if (!hasWords && (own.format === '' || places.length === 0)) return { words: '', written: '', number: null };
  const label = own.text.replace(PLACE, (_all, digit: string) => {
    const at = Number(digit) - 1;
    const format = own.isLegal === true ? '1' : (levels[at]?.format ?? '1');
    return format === '' ? '' : numbered(numbers[at] ?? levels[at]?.start ?? 1, format);
  });
  const written = label.trim();
  const isOwnAlone = places.length === 1 && places[0] === level && own.format !== '';
  if (hasWords || !isOwnAlone) return { words: `${written} `, written, number: null };
  const letters = own.isLegal !== true && isLetters(own.format) ? { letters: own.format } : {};
  return { words: '', written, number: numbers[level] ?? own.start, ...letters };
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

function numbered(number: number, format: string): string {
  if (format === '01') return String(number).padStart(2, '0');
  if (format === '1er') return number === 1 ? '1er' : `${number}e`;
  if (!isLetters(format) || number < 1 || number > 399) return String(number);
  const small = format.toLowerCase() === 'i' ? roman(number) : letters(number);
  return format === format.toUpperCase() ? small.toUpperCase() : small;
}

function roman(number: number): string {
  let left = number;
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return sign.repeat(times);
  }).join('');
}

/** a … z, then aa, bb … (ECMA-376, part 1, 17.18.59). */
const letters = (number: number): string =>
  String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
