import type { Point } from './bud.ts';
import type { Joint } from './skeleton.ts';

/** The joints of one branch from its beginning, inside the thicker branch it grows from, to its tip. */
export type Branch = readonly Joint[];

/** Splits a skeleton into branches: at each joint the thickest child continues the branch, the others begin new ones. */
export function branchesOf(joints: readonly Joint[]): Branch[] {
  const children = joints.map((): number[] => []);
  joints.forEach((joint, index) => {
    if (joint.parent >= 0) children[joint.parent]?.push(index);
  });
  const thickness = (index: number): number => joints[index]?.radius ?? 0;
  const branches: Branch[] = [];
  const starts: number[] = [0];
  for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
    const branch = beginningOf(joints, start);
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
 * The two joints before the first one of a branch, at its own thickness: so it leaves the wood it grows from along a
 * tangent. Fewer at the root.
 */
function beginningOf(joints: readonly Joint[], start: number): Joint[] {
  const first = joints[start];
  const base = joints[first?.parent ?? -1];
  const before = joints[base?.parent ?? -1];
  if (first === undefined || base === undefined) return [];
  const beginning = { ...base, radius: Math.min(base.radius, first.radius * 1.08) };
  return before ? [{ ...before, radius: Math.min(before.radius, first.radius) }, beginning] : [beginning];
}

/**
 * Path data of the filled outline of a branch, pointed at its tip. `from` and `to` are the part of its width to fill, from
 * -1 (left) to 1 (right): the shaded side is 0.15 to 1.
 */
export function outlineOf(branch: Branch, from = -1, to = 1): string {
  const smooth = smoothed(branch);
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

/** Moves each joint towards the middle of its neighbours, three times: growth in steps leaves corners. */
function smoothed(branch: Branch): Joint[] {
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

/** Curves through every second point: half as much path data, and still no visible corner. */
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
