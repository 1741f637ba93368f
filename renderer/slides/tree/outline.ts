import type { Joint } from './skeleton.ts';

/** One stretch of wood from where it leaves the thicker one to its tip; it starts inside that one. */
export type Branch = readonly Joint[];

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Splits a skeleton into branches: from each joint the thickest child goes on, the others begin branches of their own.
 * Each begins two joints early, at its own thickness, so that it parts from the wood that bears it along a tangent.
 */
export function branchesOf(joints: readonly Joint[]): Branch[] {
  const children = joints.map((): number[] => []);
  joints.forEach((joint, index) => {
    if (joint.parent >= 0) children[joint.parent]?.push(index);
  });
  const thickness = (index: number): number => joints[index]?.radius ?? 0;
  const branches: Branch[] = [];
  const starts: number[] = [0];
  for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
    const branch: Joint[] = [];
    const first = joints[start];
    const bearer = joints[first?.parent ?? -1];
    const before = joints[bearer?.parent ?? -1];
    if (first !== undefined) {
      if (before !== undefined) branch.push({ ...before, radius: Math.min(before.radius, first.radius) });
      if (bearer !== undefined) branch.push({ ...bearer, radius: Math.min(bearer.radius, first.radius * 1.08) });
    }
    let at: number | undefined = start;
    while (at !== undefined) {
      const joint: Joint | undefined = joints[at];
      if (joint !== undefined) branch.push(joint);
      const [next, ...others]: number[] = [...(children[at] ?? [])].sort((a, b) => thickness(b) - thickness(a));
      starts.push(...others);
      at = next;
    }
    if (branch.length > 1) branches.push(branch);
  }
  return branches;
}

/**
 * Path data of the filled outline of a branch, pointed at its tip. `from` and `to` say which part of its width, from -1
 * (left) to 1 (right): the shaded side is 0.2 to 1.
 */
export function outlineOf(branch: Branch, from = -1, to = 1): string {
  const smooth = relax(branch);
  const left: Point[] = [];
  const right: Point[] = [];
  smooth.forEach((joint, i) => {
    const before = smooth[Math.max(0, i - 1)] ?? joint;
    const after = smooth[Math.min(smooth.length - 1, i + 1)] ?? joint;
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const across = { x: -(after.y - before.y) / length, y: (after.x - before.x) / length };
    const radius = i === smooth.length - 1 ? 0.3 : joint.radius;
    left.push({ x: joint.x + across.x * radius * from, y: joint.y + across.y * radius * from });
    right.push({ x: joint.x + across.x * radius * to, y: joint.y + across.y * radius * to });
  });
  return `${through(left, 'M')}${through(right.reverse(), 'L')}Z`;
}

/** Each joint moves towards the middle of its neighbours, thrice: growth by steps leaves knees. */
function relax(branch: Branch): Joint[] {
  let joints = [...branch];
  for (let pass = 0; pass < 3; pass += 1) {
    joints = joints.map((joint, i) => {
      const before = joints[i - 1];
      const after = joints[i + 1];
      if (before === undefined || after === undefined) return joint;
      return {
        ...joint,
        x: joint.x / 2 + (before.x + after.x) / 4,
        y: joint.y / 2 + (before.y + after.y) / 4,
        radius: joint.radius / 2 + (before.radius + after.radius) / 4,
      };
    });
  }
  return joints;
}

/** Curves through every second point: half the path, and no knee to see. */
function through(points: readonly Point[], begin: 'M' | 'L'): string {
  const last = points.length - 1;
  const kept = points.filter((_, i) => i % 2 === 0 || i === last);
  let path = '';
  kept.forEach((point, i) => {
    const next = kept[i + 1];
    if (i === 0) path += `${begin}${write(point)}`;
    else if (next === undefined) path += `L${write(point)}`;
    else path += `Q${write(point)} ${write({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return path;
}

function write(point: Point): string {
  return `${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
}
