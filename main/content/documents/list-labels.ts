/** How the items of one level of a list are numbered. */
export interface ListLevel {
  /** `1`, `a`, `A`, `i` or `I`; empty for items that have a sign and no number. */
  readonly format: string;
  readonly start: number;
  /** The label with `%1` for the number of the first level, `%2` for that of the second … */
  readonly text: string;
}

/** What stands before an item of a list. */
export interface ListLabel {
  /** « Article 2 : » or « 1.2 »; empty where the label is one number or a sign alone. */
  readonly words: string;
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
      if (own === undefined || own.format === '') return { words: '', number: null };
      const number = (numbers[level] ?? own.start - 1) + 1;
      numbers.length = level;
      numbers[level] = number;
      const label = own.text.replace(/%([1-9])/gu, (_all, digit: string) => {
        const at = Number(digit) - 1;
        return numbered(numbers[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? '1');
      });
      const hasWords = /\p{L}{2,}/u.test(own.text.replace(/%[1-9]/gu, ''));
      const hasSeveral = (own.text.match(/%[1-9]/gu) ?? []).length > 1;
      const words = hasWords || hasSeveral ? `${label.trim()} ` : '';
      return { words, number, ...(isLetters(own.format) ? { letters: own.format } : {}) };
    },
    restart(level, number) {
      numbers.length = level;
      numbers[level] = number - 1;
    },
  };
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
  if (format === '1' || format === '' || number < 1 || number > 399) return String(number);
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
