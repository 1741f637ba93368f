import type { Temporal } from 'temporal-polyfill';
import { numberOfDay } from './day-number.ts';
import type { When } from './when.ts';

/**
 * A function that works out a value for a When and a day, and remembers the one of the day asked last. All programmes of a
 * day ask the same of thousands of items: only what is new or on another day is worked out.
 */
export function memoByDay<V extends NonNullable<unknown>>(
  make: (when: When, day: Temporal.PlainDate) => V,
): (when: When, day: Temporal.PlainDate) => V {
  const made = new WeakMap<When, { readonly day: number; readonly value: V }>();
  return (when, day) => {
    const number = numberOfDay(day);
    const known = made.get(when);
    if (known?.day === number) return known.value;
    const value = make(when, day);
    made.set(when, { day: number, value });
    return value;
  };
}

/** The same of an instant: one programme asks several times of each item, always with the same object. */
export function memoByInstant<V extends NonNullable<unknown>>(
  make: (when: When, at: Temporal.ZonedDateTime) => V,
): (when: When, at: Temporal.ZonedDateTime) => V {
  const made = new WeakMap<When, { readonly at: Temporal.ZonedDateTime; readonly value: V }>();
  return (when, at) => {
    const known = made.get(when);
    if (known?.at === at) return known.value;
    const value = make(when, at);
    made.set(when, { at, value });
    return value;
  };
}
