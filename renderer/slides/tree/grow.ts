import { type Branch, branchesOf, outlineOf } from './outline.ts';
import { createRandom, hashText } from './random.ts';
import { growSkeleton, type Joint } from './skeleton.ts';

/** A short piece of thin wood that can bear leaves. */
interface Twig {
  readonly x: number;
  readonly y: number;
  /** Where it points, radians. */
  readonly angle: number;
  readonly length: number;
  /** Length of all the twigs before this one. */
  readonly before: number;
}

/** A tree in its own square of 1000 by 1000, root at the bottom. */
export interface GrownTree {
  readonly seed: number;
  /** Path data of all the wood, and of its shaded side. */
  readonly bark: string;
  readonly shade: string;
  readonly twigs: readonly Twig[];
  /** Length of all the twigs. */
  readonly reach: number;
}

export const TREE_SIZE = 1000;
/** Height of the foot of the trunk. */
export const GROUND = 968;
/** Wood up to this radius bears leaves. */
const MAX_TWIG_RADIUS = 3.4;
/** Wood from this radius on has a shaded side. */
const MIN_SHADED_RADIUS = 5;

/** Grows the tree of a name: the same name gives the same tree on every screen and every day. */
export function growTree(name: string): GrownTree {
  const seed = hashText(name);
  const joints = growSkeleton(createRandom(seed)).map(flare);
  const branches = branchesOf(joints);
  const twigs: Twig[] = [];
  let reach = 0;
  for (const joint of joints) {
    const base = joints[joint.parent];
    if (base === undefined || joint.radius > MAX_TWIG_RADIUS) continue;
    const length = Math.hypot(joint.x - base.x, joint.y - base.y);
    twigs.push({
      x: base.x,
      y: base.y,
      angle: Math.atan2(joint.y - base.y, joint.x - base.x),
      length,
      before: reach,
    });
    reach += length;
  }
  return {
    seed,
    bark: branches.map((branch) => outlineOf(branch)).join(''),
    shade: branches
      .filter(isThick)
      .map((branch) => outlineOf(branch, 0.15, 1))
      .join(''),
    twigs,
    reach,
  };
}

/** The trunk widens where it meets the ground. */
function flare(joint: Joint): Joint {
  const height = Math.max(0, GROUND - joint.y);
  return { ...joint, radius: joint.radius * (1 + 1.15 * Math.exp(-height / 34)) };
}

function isThick(branch: Branch): boolean {
  return (branch[0]?.radius ?? 0) > MIN_SHADED_RADIUS;
}
