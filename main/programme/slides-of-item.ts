import type { Temporal } from 'temporal-polyfill';
import type { Slide } from '../contract.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { CatalogueItem } from './catalogue.ts';
import type { Place } from './screen.ts';
import {
  alertSlide,
  eventSlide,
  exhibitionSlides,
  type Frame,
  imageSlides,
  textSlide,
  treeSlide,
  videoSlide,
} from './slides.ts';

type ItemKind = CatalogueItem['kind'];
type ItemOf<K extends ItemKind> = Extract<CatalogueItem, { kind: K }>;

/** How the slides of one kind of item are made. */
interface SlideMaker<K extends ItemKind> {
  /**
   * `item`: the slides of an item without dates are the same at any time; they are made once and remembered. `instant`:
   * they also depend on when they are shown, as « depuis hier » does, and are made anew for each programme. The slides of
   * an item with dates always are.
   */
  readonly dependsOn: 'item' | 'instant';
  make(item: ItemOf<K>, frame: Frame): readonly Slide[];
}

const MAKERS: { readonly [K in ItemKind]: SlideMaker<K> } = {
  event: { dependsOn: 'item', make: (item, frame) => [eventSlide(frame, item)] },
  exhibition: { dependsOn: 'item', make: (item, frame) => exhibitionSlides(frame, item) },
  tree: { dependsOn: 'item', make: (item, frame) => [treeSlide(frame, item)] },
  image: { dependsOn: 'item', make: (item, frame) => imageSlides(frame, item) },
  video: { dependsOn: 'item', make: (item, frame) => [videoSlide(frame, item)] },
  text: { dependsOn: 'item', make: (item, frame) => [textSlide(frame, item)] },
  alert: { dependsOn: 'instant', make: (item, frame) => [alertSlide(frame, item)] },
};

const remembered = memoByObject((_place: Place) => new WeakMap<CatalogueItem, readonly Slide[]>());

/** The slides of one item, in order. */
export function slidesOf(item: CatalogueItem, at: Temporal.ZonedDateTime, place: Place): readonly Slide[] {
  if (item.when !== null || MAKERS[item.kind].dependsOn === 'instant') return makeSlides(item, { item, at, place });
  const made = remembered(place);
  const slides = made.get(item) ?? makeSlides(item, { item, at, place });
  made.set(item, slides);
  return slides;
}

function makeSlides<K extends ItemKind>(item: ItemOf<K>, frame: Frame): readonly Slide[] {
  const maker: SlideMaker<K> = MAKERS[item.kind as K];
  return maker.make(item, frame);
}
