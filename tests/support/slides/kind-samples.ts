import type { SlideKind, SlideOf } from '../../../main/contract.ts';

/** A slide of one kind; `programmeOf` adds the fields that a test does not care about. */
export type Sample<K extends SlideKind> = Partial<SlideOf<K>> & { readonly kind: K };

/** Texts for all the fields of a slide. */
export interface Texts {
  readonly title: string;
  readonly town: string;
  readonly venue: string;
  readonly description: string;
  readonly category: string;
  readonly heading: string;
  readonly hours: string;
}

/** What the tests show of one kind of slide. */
export interface KindSamples<K extends SlideKind> {
  /** A slide for each look that the kind has, by the name of its committed picture. The names of all kinds differ. */
  readonly examples: Readonly<Record<string, Sample<K>>>;
  /** Slides with these texts in all the fields of the kind, by name; none for a kind that shows no text. */
  filled(texts: Texts): Readonly<Record<string, Sample<K>>>;
  /** Two slides that look different, by name, to record the change from each look to another. The names of all kinds differ. */
  readonly pairs: Readonly<Record<string, readonly [Sample<K>, Sample<K>]>>;
}
