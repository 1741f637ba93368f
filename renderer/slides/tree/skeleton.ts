import type { Random } from './random.ts';

/** A point of a branch, in the tree's own square of 1000 by 1000; `parent` is an index, -1 for the root. */
export interface Joint {
  readonly x: number;
  readonly y: number;
  readonly parent: number;
  /** Half the thickness of the wood here. */
  readonly radius: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Bud extends Point {
  readonly parent: number;
}

const ROOT: Point = { x: 500, y: 968 };
/** Middle of the crown, and its half sizes: a dome that is flatter below than above. */
const CROWN = { x: 500, y: 385, wide: 462, above: 335, below: 215 };

/** How far out a main limb reaches before it is left to itself, and at what height. */
const LIMBS: readonly (readonly [reach: number, top: number])[] = [
  [205, 520],
  [215, 500],
  [90, 430],
  [70, 400],
];

const STEP = 9;
const REACH = 330;
const ARRIVED = 20;
const ATTRACTORS = 860;
/** Joints without a fork on both sides of a fork. */
const FREE_KNOTS = 2;
/** Growth always ends: no tree needs as many rounds. */
const ROUNDS = 260;
const TIP_RADIUS = 1.2;
/** Leonardo's rule says 2; less makes a stouter trunk. */
const PIPE_EXPONENT = 1.94;

/**
 * The branches of a tree: a trunk that leans a little, limbs that fan out of it, then twigs that grow towards points
 * scattered in the crown ("Modeling Trees with a Space Colonization Algorithm", Runions, Lane and Prusinkiewicz, 2007).
 */
export function growSkeleton(random: Random): Joint[] {
  const buds = limbs(random);
  colonise(buds, scatter(random), random);
  return thicken(buds);
}

function inCrown(point: Point): boolean {
  const across = (point.x - CROWN.x) / CROWN.wide;
  const up = point.y - CROWN.y;
  const along = up / (up < 0 ? CROWN.above : CROWN.below);
  return across * across + along * along < 1;
}

/** Points that twigs will grow to: random, but none close to another, so that no part of the crown stays bare. */
function scatter(random: Random): Point[] {
  const points: Point[] = [];
  for (let tries = 0; points.length < ATTRACTORS && tries < ATTRACTORS * 12; tries += 1) {
    const point = {
      x: CROWN.x + (random() * 2 - 1) * CROWN.wide,
      y: CROWN.y - CROWN.above + random() * (CROWN.above + CROWN.below),
    };
    if (inCrown(point) && !points.some((other) => distance(other, point) < 15)) points.push(point);
  }
  return points;
}

function limbs(random: Random): Bud[] {
  const buds: Bud[] = [{ ...ROOT, parent: -1 }];
  const lean = (random() - 0.5) * 46;
  const fork = { x: ROOT.x + lean, y: 690 - random() * 40 };
  const trunk = curve(buds, 0, { x: ROOT.x - lean * 0.5, y: 830 }, fork);

  for (const [i, [reach, top]] of LIMBS.entries()) {
    // Limbs leave on alternate sides, the lowest ones reach out furthest, the last ones go up.
    const side = (i % 2 === 0 ? -1 : 1) * (random() < 0.5 && i === LIMBS.length - 1 ? -1 : 1);
    const start = trunk[Math.max(0, trunk.length - 1 - Math.round((LIMBS.length - 1 - i) * 2 + random() * 4))] ?? 0;
    const from = buds[start];
    if (from === undefined) continue;
    const end = {
      x: from.x + side * reach * (0.8 + random() * 0.4),
      y: top + (random() - 0.5) * 70,
    };
    const sway = (random() - 0.3) * 0.34;
    const elbow = {
      x: from.x + (end.x - from.x) * (0.5 + sway),
      y: from.y + (end.y - from.y) * (0.5 - sway * 0.8),
    };
    curve(buds, start, elbow, end);
  }
  return buds;
}

/** Adds joints along a quadratic curve from joint `start`; returns their indices. */
function curve(buds: Bud[], start: number, elbow: Point, end: Point): number[] {
  const from = buds[start] ?? ROOT;
  const steps = Math.max(2, Math.round((distance(from, elbow) + distance(elbow, end)) / STEP));
  const added: number[] = [];
  let parent = start;
  for (let i = 1; i <= steps; i += 1) {
    const t = i / steps;
    const a = (1 - t) * (1 - t);
    const b = 2 * t * (1 - t);
    buds.push({
      x: a * from.x + b * elbow.x + t * t * end.x,
      y: a * from.y + b * elbow.y + t * t * end.y,
      parent,
    });
    parent = buds.length - 1;
    added.push(parent);
  }
  return added;
}

function colonise(buds: Bud[], attractors: Point[], random: Random): void {
  const open = attractors.map((point) => ({ point, nearest: -1, away: Number.POSITIVE_INFINITY }));
  const look = (index: number): void => {
    const bud = buds[index];
    if (bud === undefined) return;
    for (const goal of open) {
      const away = distance(goal.point, bud);
      if (away < goal.away) {
        goal.away = away;
        goal.nearest = index;
      }
    }
  };
  // Nothing sprouts from the foot of the trunk.
  buds.forEach((bud, index) => {
    if (bud.y < 640) look(index);
  });

  const children = childrenOf(buds);
  let waiting = open.filter((goal) => goal.away > ARRIVED);
  for (let round = 0; round < ROUNDS && waiting.length > 0; round += 1) {
    const pulls = new Map<number, { x: number; y: number; goals: typeof waiting }>();
    for (const goal of waiting) {
      const bud = buds[goal.nearest];
      if (bud === undefined || goal.away > REACH) continue;
      const pull = pulls.get(goal.nearest) ?? { x: 0, y: 0, goals: [] };
      pull.x += (goal.point.x - bud.x) / goal.away;
      pull.y += (goal.point.y - bud.y) / goal.away;
      pull.goals.push(goal);
      pulls.set(goal.nearest, pull);
    }
    if (pulls.size === 0) return;
    for (const [index, pull] of pulls) {
      const bud = buds[index];
      if (bud === undefined || isCrowded(buds, children, index)) continue;
      const before = buds[bud.parent] ?? bud;
      // Some of the way it was going, some light from above, some chance: wood does not turn sharply.
      const size = Math.hypot(pull.x, pull.y) || 1;
      const x = pull.x / size + ((bud.x - before.x) / STEP) * 0.55 + (random() - 0.5) * 0.5;
      const y = pull.y / size + ((bud.y - before.y) / STEP) * 0.55 + (random() - 0.5) * 0.5 - 0.08;
      const length = Math.hypot(x, y) || 1;
      const next = { x: bud.x + (x / length) * STEP, y: bud.y + (y / length) * STEP, parent: index };
      // Two points that pull evenly from both sides would have the same twig grow for ever: let go of them.
      if (buds.some((other) => other.parent === index && distance(other, next) < STEP * 0.7)) {
        for (const goal of pull.goals) goal.away = 0;
        continue;
      }
      children[index]?.push(buds.length);
      children.push([]);
      buds.push(next);
      look(buds.length - 1);
    }
    waiting = waiting.filter((goal) => goal.away > ARRIVED);
  }
}

function childrenOf(buds: readonly Bud[]): number[][] {
  const children = buds.map((): number[] => []);
  buds.forEach((bud, index) => {
    children[bud.parent]?.push(index);
  });
  return children;
}

/** Whether a joint that has already grown on would fork too close to another fork: wood with a twig at each knot is a comb. */
function isCrowded(buds: readonly Bud[], children: readonly (readonly number[])[], index: number): boolean {
  const own = children[index] ?? [];
  if (own.length === 0) return false;
  if (own.length > 1) return true;
  let below = buds[index]?.parent ?? -1;
  let above: number | undefined = own[0];
  for (let knots = 0; knots < FREE_KNOTS; knots += 1) {
    if ((children[below]?.length ?? 0) > 1) return true;
    if (above !== undefined && (children[above]?.length ?? 0) > 1) return true;
    below = buds[below]?.parent ?? -1;
    above = above === undefined ? undefined : children[above]?.[0];
  }
  return false;
}

/** A branch is as thick as its twigs together (Leonardo da Vinci, notebooks, § 394). */
function thicken(buds: readonly Bud[]): Joint[] {
  const load = new Array<number>(buds.length).fill(0);
  for (let i = buds.length - 1; i >= 0; i -= 1) {
    const own = Math.max(load[i] ?? 0, TIP_RADIUS ** PIPE_EXPONENT);
    load[i] = own;
    const parent = buds[i]?.parent ?? -1;
    if (parent >= 0) load[parent] = (load[parent] ?? 0) + own;
  }
  return buds.map((bud, i) => ({ ...bud, radius: (load[i] ?? 0) ** (1 / PIPE_EXPONENT) }));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
