import { type Branch, branchesOf, outlineOf } from './outline.ts';
import { createRandom, hashText } from './random.ts';
import { growSkeleton, type Joint } from './skeleton.ts';

/** A short stretch of thin wood that can bear leaves; `before` is the length of all the twigs up to it. */
export interface Twig {
  readonly x: number;
  readonly y: number;
  /** Where it points, radians. */
  readonly angle: number;
  readonly length: number;
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
export const GROUND = 968;
const TWIG_RADIUS = 3.4;

/** Grows the tree of one name: the same name gives the same tree, on every screen and every day. */
export function growTree(name: string): GrownTree {
  const seed = hashText(name);
  const joints = growSkeleton(createRandom(seed)).map(flare);
  const branches = branchesOf(joints);
  const twigs: Twig[] = [];
  let reach = 0;
  for (const joint of joints) {
    const base = joints[joint.parent];
    if (base === undefined || joint.radius > TWIG_RADIUS) continue;
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
      .filter(isStout)
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

function isStout(branch: Branch): boolean {
  return (branch[0]?.radius ?? 0) > 5;
}
