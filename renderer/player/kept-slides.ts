import type { Programme, Slide } from '../../main/contract.ts';

/** What a slide is drawn from besides itself, as JSON: while it is the same, a slide that has not changed looks the same. */
export function surroundings({ day, theme, week, head }: Programme): string {
  return JSON.stringify([day, theme, week, head !== undefined]);
}

/**
 * The slides that have come, in their order; each that is equal to one of the known slides is that very object. What was
 * measured and prepared of a slide is kept by its object, and nearly every programme has nearly all slides of the one before.
 */
export function keepSlides(known: readonly Slide[], come: readonly Slide[]): Slide[] {
  const byId = new Map(known.map((slide) => [slide.id, slide]));
  return come.map((slide) => {
    const before = byId.get(slide.id);
    // Both came as JSON of the same service: the order of their keys is the same.
    return before && JSON.stringify(before) === JSON.stringify(slide) ? before : slide;
  });
}
