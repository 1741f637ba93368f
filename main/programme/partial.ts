import type { SlideKind } from '../contract.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { SharedProgramme } from './programme-at.ts';

/** Slides that list all there is of their kind: made of a part of it, they would say that there is no more. */
const LISTS: ReadonlySet<SlideKind> = new Set(['agenda', 'absences']);

/** The programme of a catalogue of which a part is still being read: without what would claim to be all. */
export const withoutLists = memoByObject(
  (programme: SharedProgramme): SharedProgramme => ({
    ...programme,
    revision: `${programme.revision}-partial`,
    week: [],
    slides: programme.slides.filter(({ kind }) => !LISTS.has(kind)),
  }),
);
