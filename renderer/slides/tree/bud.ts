/** A point in the tree's own square of 1000 by 1000, root at the bottom. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A joint while the tree grows: wood has no thickness yet. `parent` is an index, -1 for the root. */
export interface Bud extends Point {
  readonly parent: number;
}

/** Distance between two joints. */
export const STEP = 9;

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
