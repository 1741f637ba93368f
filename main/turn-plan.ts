/**
 * What is worked out of all the slides of a programme, once for each list of slides: what has its place in every turn, what is
 * recalled, and the sets that pass in portions. A turn then costs what it shows, however many slides there are.
 */
import type { Slide } from './contract.ts';
import { atOnce, type Steps } from './lib/steps.ts';

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

/** The index of each slide, by id. */
function* indexesById(slides: readonly Slide[]): Steps<ReadonlyMap<string, number>> {
  const indexes = new Map<string, number>();
  for (const [index, { id }] of slides.entries()) {
    indexes.set(id, index);
    yield;
  }
  return indexes;
}

function* portionedSet(name: string, own: readonly Slide[]): Steps<PortionedSet> {
  const opening = own.find(isOpening);
  const slides = opening === undefined ? own : own.filter((slide) => slide !== opening);
  let slidesMs = 0;
  const middlesMs: number[] = [];
  for (const { durationMs } of slides) {
    middlesMs.push(slidesMs + durationMs / 2);
    slidesMs += durationMs;
    yield;
  }
  const indexes = yield* indexesById(slides);
  return { name, opening, slides, indexes, middlesMs, slidesMs, totalMs: slidesMs + (opening?.durationMs ?? 0) };
}

function* makePlan(slides: readonly Slide[]): Steps<TurnPlan> {
  const [placed, today, agendas]: [Slide[], Slide[], Slide[]] = [[], [], []];
  const byName = new Map<string, Slide[]>();
  const ranks = new Map<Slide, number>();
  for (const [index, slide] of slides.entries()) {
    ranks.set(slide, index);
    if (slide.today) today.push(slide);
    if (slide.today && slide.kind === 'agenda') agendas.push(slide);
    const name = setOf(slide);
    const own = name === null ? placed : byName.get(name);
    if (own) own.push(slide);
    else if (name !== null) byName.set(name, [slide]);
    yield;
  }
  const sets: PortionedSet[] = [];
  for (const [name, own] of byName) sets.push(yield* portionedSet(name, own));
  const recalled = agendas.length > 0 ? agendas : today;
  const recalledIndexes = yield* indexesById(recalled);
  return {
    placed,
    placedMs: durationOf(placed),
    placedRecalledMs: durationOf(placed.filter(({ id }) => recalledIndexes.has(id))),
    sets,
    recalled,
    recalledIndexes,
    ranks,
  };
}

/** The plans that were made; lists of slides never change. */
const plans = new WeakMap<readonly Slide[], TurnPlan>();

/** Makes the plan of a list of slides in steps: there may be thousands of them, and the report looks at many lists. */
export function* planSteps(slides: readonly Slide[]): Steps<TurnPlan> {
  const known = plans.get(slides);
  if (known !== undefined) return known;
  const plan = yield* makePlan(slides);
  plans.set(slides, plan);
  return plan;
}

/** The plan of a list of slides, at once. */
export const planOf = (slides: readonly Slide[]): TurnPlan => plans.get(slides) ?? atOnce(planSteps(slides));
