import type { Temporal } from 'temporal-polyfill';
import type { Slide } from '../contract.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { CatalogueItem } from './catalogue.ts';
import { makeSlides } from './make-slides.ts';
import type { Place } from './screen.ts';
import { type SeenAt, seenAt } from './seen-at.ts';

/** The slides last made of an item, and what they showed of the instant. */
interface Made {
  readonly seen: SeenAt;
  readonly slides: readonly Slide[];
}

/** Whether every field is the same object or text, whichever fields there are. */
const hasSameFields = (a: SeenAt, b: SeenAt): boolean =>
  (Object.keys({ ...a, ...b }) as (keyof SeenAt)[]).every((key) => a[key] === b[key]);

/** Mostly they are the same objects: comparing their text is for days that are asked in turns. */
const isSame = (a: SeenAt, b: SeenAt): boolean =>
  a === b || hasSameFields(a, b) || JSON.stringify(a) === JSON.stringify(b);

const madeFor = memoByObject((_place: Place) => new WeakMap<CatalogueItem, Made>());

/**
 * The slides of one item at an instant, in order. They depend on the item, the place, and what they show of the instant
 * (`seenAt`); while these three are the same, so are the objects: thousands of pictures are made once, and an item that shows
 * the time is made anew when the time that it shows changes.
 */
export function slidesOf(item: CatalogueItem, at: Temporal.ZonedDateTime, place: Place): readonly Slide[] {
  const seen = seenAt(item, at);
  const made = madeFor(place);
  const known = made.get(item);
  if (known && isSame(known.seen, seen)) return known.slides;
  const slides = makeSlides(item, seen, place);
  made.set(item, { seen, slides });
  return slides;
}
