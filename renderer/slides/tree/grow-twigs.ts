import { type Bud, distance, type Point, STEP } from './bud.ts';
import type { Random } from './random.ts';

/** Middle of the crown, and its half sizes: a dome that is flatter below than above. */
const CROWN = { x: 500, y: 385, wide: 462, above: 335, below: 215 };
/** How many points twigs grow towards, and how far apart these are at least. */
const GOALS = 860;
const MIN_GOAL_DISTANCE = 15;

/** No twig grows from the trunk below this height. */
const LOWEST_TWIG = 640;
/** A joint is drawn by points up to this distance. */
const MAX_PULL_DISTANCE = 330;
/** A point is reached, and draws no more, when a joint is this close. */
const REACHED = 20;
/** Joints on both sides of a fork that do not fork. */
const JOINTS_BETWEEN_FORKS = 2;
/** Growth always ends: no tree needs as many rounds. */
const MAX_ROUNDS = 260;

/** A point that twigs grow towards, with the joint nearest to it. */
interface Goal {
  readonly point: Point;
  nearest: number;
  distance: number;
}

/** What draws a joint: the sum of the directions of its goals, each of length 1. */
interface Pull {
  x: number;
  y: number;
  readonly goals: Goal[];
}

/** A tree that grows. */
interface Growth {
  readonly buds: Bud[];
  /** Indexes of the children of each joint. */
  readonly children: number[][];
  /** Goals that have not been reached. */
  goals: Goal[];
}

/**
 * Adds twigs to the limbs: they grow towards points scattered in the crown, joint by joint, each point drawing the joint
 * nearest to it ("Modeling Trees with a Space Colonization Algorithm", Runions, Lane and Prusinkiewicz, 2007).
 */
export function growTwigs(buds: Bud[], random: Random): void {
  const growth = beginGrowth(buds, random);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const pulls = pullsOf(growth);
    if (pulls.size === 0) return;
    for (const [index, pull] of pulls) growJoint(growth, index, pull, random);
    growth.goals = growth.goals.filter((goal) => goal.distance > REACHED);
  }
}

function beginGrowth(buds: Bud[], random: Random): Growth {
  const goals = scatterGoals(random).map((point): Goal => ({ point, nearest: -1, distance: Number.POSITIVE_INFINITY }));
  const children = buds.map((): number[] => []);
  for (const [index, bud] of buds.entries()) {
    children[bud.parent]?.push(index);
    if (bud.y < LOWEST_TWIG) noteDistances(goals, bud, index);
  }
  return { buds, children, goals: goals.filter((goal) => goal.distance > REACHED) };
}

/** Points in the crown: random, but none close to another, so that no part of the crown stays bare. */
function scatterGoals(random: Random): Point[] {
  const points: Point[] = [];
  for (let tries = 0; points.length < GOALS && tries < GOALS * 12; tries += 1) {
    const point = {
      x: CROWN.x + (random() * 2 - 1) * CROWN.wide,
      y: CROWN.y - CROWN.above + random() * (CROWN.above + CROWN.below),
    };
    const isFree = isInCrown(point) && !points.some((other) => distance(other, point) < MIN_GOAL_DISTANCE);
    if (isFree) points.push(point);
  }
  return points;
}

function isInCrown(point: Point): boolean {
  const across = (point.x - CROWN.x) / CROWN.wide;
  const up = point.y - CROWN.y;
  const along = up / (up < 0 ? CROWN.above : CROWN.below);
  return across * across + along * along < 1;
}

/** Remembers a joint for the goals it is the nearest to. */
function noteDistances(goals: readonly Goal[], bud: Point, index: number): void {
  for (const goal of goals) {
    const away = distance(goal.point, bud);
    if (away >= goal.distance) continue;
    goal.distance = away;
    goal.nearest = index;
  }
}

/** The joints that are drawn, and by what. */
function pullsOf({ buds, goals }: Growth): Map<number, Pull> {
  const pulls = new Map<number, Pull>();
  for (const goal of goals) {
    const bud = buds[goal.nearest];
    if (bud === undefined || goal.distance > MAX_PULL_DISTANCE) continue;
    const pull = pulls.get(goal.nearest) ?? { x: 0, y: 0, goals: [] };
    pull.x += (goal.point.x - bud.x) / goal.distance;
    pull.y += (goal.point.y - bud.y) / goal.distance;
    pull.goals.push(goal);
    pulls.set(goal.nearest, pull);
  }
  return pulls;
}

/** Adds one joint to the joint `index`, in the direction it is drawn to. */
function growJoint({ buds, children, goals }: Growth, index: number, pull: Pull, random: Random): void {
  const bud = buds[index];
  if (bud === undefined || isCrowded(buds, children, index)) return;
  const next = nextPoint(bud, buds[bud.parent] ?? bud, pull, random);
  const own = children[index] ?? [];
  const isThereAlready = own.some((child) => distance(buds[child] ?? bud, next) < STEP * 0.7);
  if (isThereAlready) {
    // Two goals that draw evenly from both sides would make the same twig grow for ever: give them up.
    for (const goal of pull.goals) goal.distance = 0;
    return;
  }
  own.push(buds.length);
  children.push([]);
  buds.push({ ...next, parent: index });
  noteDistances(goals, next, buds.length - 1);
}

/** Wood does not turn sharply: it keeps some of its direction, tends a little upwards, and varies by chance. */
function nextPoint(bud: Point, before: Point, pull: Pull, random: Random): Point {
  const size = Math.hypot(pull.x, pull.y) || 1;
  const x = pull.x / size + ((bud.x - before.x) / STEP) * 0.55 + (random() - 0.5) * 0.5;
  const y = pull.y / size + ((bud.y - before.y) / STEP) * 0.55 + (random() - 0.5) * 0.5 - 0.08;
  const length = Math.hypot(x, y) || 1;
  return { x: bud.x + (x / length) * STEP, y: bud.y + (y / length) * STEP };
}

/** Whether a joint may not fork: it has forked, or a fork is too near. With a twig at each joint, wood looks like a comb. */
function isCrowded(buds: readonly Bud[], children: readonly (readonly number[])[], index: number): boolean {
  const own = children[index] ?? [];
  if (own.length === 0) return false;
  if (own.length > 1) return true;
  let below = buds[index]?.parent ?? -1;
  let above: number | undefined = own[0];
  for (let joints = 0; joints < JOINTS_BETWEEN_FORKS; joints += 1) {
    if ((children[below]?.length ?? 0) > 1) return true;
    if (above !== undefined && (children[above]?.length ?? 0) > 1) return true;
    below = buds[below]?.parent ?? -1;
    above = above === undefined ? undefined : children[above]?.[0];
  }
  return false;
}
