import { type Bud, distance, type Point, STEP } from './bud.ts';
import { growTwigs } from './grow-twigs.ts';
import type { Random } from './random.ts';

/** A point of a branch, in the tree's own square of 1000 by 1000; `parent` is an index, -1 for the root. */
export interface Joint extends Point {
  readonly parent: number;
  /** Half the thickness of the wood here. */
  readonly radius: number;
}

const ROOT: Point = { x: 500, y: 968 };

/** How far out a main limb reaches before its twigs grow, and at what height. */
const LIMBS: readonly (readonly [reach: number, top: number])[] = [
  [205, 520],
  [215, 500],
  [90, 430],
  [70, 400],
];

const TIP_RADIUS = 1.2;
/** Leonardo's rule says 2; less makes a stouter trunk. */
const PIPE_EXPONENT = 1.94;

/** The branches of a tree: a trunk that leans a little, limbs that fan out of it, then twigs in the crown. */
export function growSkeleton(random: Random): Joint[] {
  const buds: Bud[] = [{ ...ROOT, parent: -1 }];
  const trunk = growTrunk(buds, random);
  for (let limb = 0; limb < LIMBS.length; limb += 1) growLimb(buds, trunk, limb, random);
  growTwigs(buds, random);
  return withThickness(buds);
}

/** Adds the trunk; returns the indexes of its joints. */
function growTrunk(buds: Bud[], random: Random): number[] {
  const lean = (random() - 0.5) * 46;
  const fork = { x: ROOT.x + lean, y: 690 - random() * 40 };
  return growCurve(buds, 0, { x: ROOT.x - lean * 0.5, y: 830 }, fork);
}

/** Limbs leave on alternate sides. The lowest ones reach out furthest, the last ones go up. */
function growLimb(buds: Bud[], trunk: readonly number[], limb: number, random: Random): void {
  const [reach, top] = LIMBS[limb] ?? [0, 0];
  const last = LIMBS.length - 1;
  const side = (limb % 2 === 0 ? -1 : 1) * (random() < 0.5 && limb === last ? -1 : 1);
  const start = trunk[Math.max(0, trunk.length - 1 - Math.round((last - limb) * 2 + random() * 4))] ?? 0;
  const from = buds[start] ?? ROOT;
  const end = { x: from.x + side * reach * (0.8 + random() * 0.4), y: top + (random() - 0.5) * 70 };
  const sway = (random() - 0.3) * 0.34;
  const elbow = {
    x: from.x + (end.x - from.x) * (0.5 + sway),
    y: from.y + (end.y - from.y) * (0.5 - sway * 0.8),
  };
  growCurve(buds, start, elbow, end);
}

/** Adds joints along a quadratic curve from the joint `start`; returns their indexes. */
function growCurve(buds: Bud[], start: number, elbow: Point, end: Point): number[] {
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

/** A branch is as thick as its twigs together (Leonardo da Vinci, notebooks, § 394). */
function withThickness(buds: readonly Bud[]): Joint[] {
  const load = new Array<number>(buds.length).fill(0);
  for (let i = buds.length - 1; i >= 0; i -= 1) {
    const own = Math.max(load[i] ?? 0, TIP_RADIUS ** PIPE_EXPONENT);
    load[i] = own;
    const parent = buds[i]?.parent ?? -1;
    if (parent >= 0) load[parent] = (load[parent] ?? 0) + own;
  }
  return buds.map((bud, i) => ({ ...bud, radius: (load[i] ?? 0) ** (1 / PIPE_EXPONENT) }));
}
