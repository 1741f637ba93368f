/**
 * What is worked out of all the slides of a programme, once for each list of slides: what has its place in every turn, what is
 * recalled, and the sets that pass in portions. A turn then costs what it shows, however many slides there are.
 */
import type { Slide } from './contract.ts';
import { memoByObject } from './lib/memo-by-object.ts';

/** The sets that are no `group`: the events of the day, and what stands alone (texts, trees). */
export const TODAY = 'today';
export const ALONE = 'alone';

/** What has its place in every turn. */
const PLACED: ReadonlySet<Slide['kind']> = new Set(['agenda', 'absences', 'menu', 'idle', 'alert']);

/** The set that a slide is portioned with; null for what has its place in every turn. */
export function setOf(slide: Slide): string | null {
  if (PLACED.has(slide.kind)) return null;
  if (slide.group !== undefined) return `group ${slide.group}`;
  return slide.today ? TODAY : ALONE;
}

/** The opening of an exhibition introduces each of its portions. */
export const isOpening = (slide: Slide): boolean => slide.kind === 'exhibition' && slide.part === 'opening';

/** Slides that pass in portions, and the one that introduces each portion. */
export interface PortionedSet {
  readonly name: string;
  readonly opening: Slide | undefined;
  readonly slides: readonly Slide[];
  /** The index of each slide among `slides`, by id. */
  readonly indexes: ReadonlyMap<string, number>;
  /** By index: when the middle of a slide passes, milliseconds since the first one. */
  readonly middlesMs: readonly number[];
  /** Milliseconds of `slides`. */
  readonly slidesMs: number;
  /** Milliseconds of all of it. */
  readonly totalMs: number;
}

/** A list of slides, as turns need it. */
interface TurnPlan {
  /** What has its place in every turn, and how long it takes, milliseconds; of this, what is recalled. */
  readonly placed: readonly Slide[];
  readonly placedMs: number;
  readonly placedRecalledMs: number;
  /** In the order in which they begin. */
  readonly sets: readonly PortionedSet[];
  /** What comes back between others: the agenda of the day; where there is none, each event of the day in its turn. */
  readonly recalled: readonly Slide[];
  readonly recalledIndexes: ReadonlyMap<string, number>;
  /** The place of each slide in the programme. */
  readonly ranks: ReadonlyMap<Slide, number>;
}

const durationOf = (slides: readonly Slide[]): number => slides.reduce((sum, { durationMs }) => sum + durationMs, 0);

const indexesById = (slides: readonly Slide[]): ReadonlyMap<string, number> =>
  new Map(slides.map(({ id }, index) => [id, index]));

function portionedSet(name: string, own: readonly Slide[]): PortionedSet {
  const opening = own.find(isOpening);
  const slides = own.filter((slide) => slide !== opening);
  let before = 0;
  const middlesMs = slides.map(({ durationMs }) => {
    const middle = before + durationMs / 2;
    before += durationMs;
    return middle;
  });
  return { name, opening, slides, indexes: indexesById(slides), middlesMs, slidesMs: before, totalMs: durationOf(own) };
}

export const planOf = memoByObject((slides: readonly Slide[]): TurnPlan => {
  const placed: Slide[] = [];
  const byName = new Map<string, Slide[]>();
  for (const slide of slides) {
    const name = setOf(slide);
    const own = name === null ? placed : byName.get(name);
    if (own) own.push(slide);
    else if (name !== null) byName.set(name, [slide]);
  }
  const today = slides.filter((slide) => slide.today);
  const agendas = today.filter(({ kind }) => kind === 'agenda');
  const recalled = agendas.length > 0 ? agendas : today;
  return {
    placed,
    placedMs: durationOf(placed),
    placedRecalledMs: durationOf(recalled.filter((slide) => setOf(slide) === null)),
    sets: [...byName].map(([name, own]) => portionedSet(name, own)),
    recalled,
    recalledIndexes: indexesById(recalled),
    ranks: new Map(slides.map((slide, index) => [slide, index])),
  };
});
