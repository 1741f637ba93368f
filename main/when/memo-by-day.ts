import type { Temporal } from 'temporal-polyfill';
import { numberOfDay } from './day-number.ts';
import type { When } from './when.ts';

/** The day of the wall, and the next one. */
const KEPT_DAYS = 2;
let firstKept = Number.NaN;

/**
 * What is worked out for this day and the next one is kept while other days are asked for: the page for staff looks a fortnight ahead, and
 * the wall must not pay for it.
 */
export function keepDay(day: Temporal.PlainDate): void {
  firstKept = numberOfDay(day);
}

interface OfDay<V> {
  readonly day: number;
  readonly value: V;
}

/**
 * A function that works out a value for an object (a When, or an item) and a day, and remembers that of the day asked last, and
 * those of the days that are kept. All programmes of a day ask the same of thousands of items: only what is new or on another day
 * is worked out.
 */
export function memoByDay<V extends NonNullable<unknown>, K extends object = When>(
  make: (key: K, day: Temporal.PlainDate) => V,
): (key: K, day: Temporal.PlainDate) => V {
  const made = new WeakMap<K, (OfDay<V> | undefined)[]>();
  return (key, day) => {
    const number = numberOfDay(day);
    const ahead = number - firstKept;
    const slot = ahead >= 0 && ahead < KEPT_DAYS ? ahead : KEPT_DAYS;
    const slots = made.get(key);
    const known = slots?.[slot];
    if (known?.day === number) return known.value;
    const value = make(key, day);
    if (slots) slots[slot] = { day: number, value };
    else {
      const first = new Array<OfDay<V> | undefined>(KEPT_DAYS + 1);
      first[slot] = { day: number, value };
      made.set(key, first);
    }
    return value;
  };
}
