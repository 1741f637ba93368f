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

/** Whether every field of one is the same object or text in the other, whichever fields there are. */
function hasFieldsOf(a: SeenAt, b: SeenAt): boolean {
  for (const key in a) if (a[key as keyof SeenAt] !== b[key as keyof SeenAt]) return false;
  return true;
}

/** Mostly they are the same objects: comparing their text is for days that are asked in turns. */
const isSame = (a: SeenAt, b: SeenAt): boolean =>
  a === b || (hasFieldsOf(a, b) && hasFieldsOf(b, a)) || JSON.stringify(a) === JSON.stringify(b);

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
