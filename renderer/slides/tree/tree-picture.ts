import { svg, type TemplateResult } from 'lit';
import { type GrownTree, TREE_SIZE } from './grow.ts';
import { leafColour } from './leaf-colour.ts';
import { leafPath } from './leaf-path.ts';
import { foliage, type LeafPlace } from './leaf-place.ts';

/** Number of leaves without a message. */
const FOLIAGE = 560;
/** Side of the small square around one lifted leaf, in the tree's units. */
export const LEAF_BOX = 300;

/** Paths of the wood, of the pale leaves behind it, and of one leaf for each message. */
export function treeContents(tree: GrownTree, leaves: readonly LeafPlace[], day: string): TemplateResult {
  return svg`
    <g class="pale">${byColour(foliage(tree, FOLIAGE), day).map(([colour, path]) => svg`<path fill=${colour} d=${path}></path>`)}</g>
    <path class="bark" d=${tree.bark}></path>
    <path class="shade" d=${tree.shade}></path>
    <g class="leaves">${leaves.map((place) => svg`<path fill=${leafColour(place, day)} d=${leafPath(place)}></path>`)}</g>
  `;
}

/** A lifted leaf in its own square, centred on the foot of the leaf, so that it moves without being painted again. */
export function liftedContents(place: LeafPlace, day: string): TemplateResult {
  const path = leafPath({ ...place, x: LEAF_BOX / 2, y: LEAF_BOX / 2 });
  return svg`<path class="halo" d=${path}></path><path fill=${leafColour(place, day)} d=${path}></path>`;
}

/** How much a lifted leaf grows. */
const LIFTED_SCALE = 2.5;
/** The part of the tree's square that a lifted leaf may cover: outside is the margin of the wall. */
const INSIDE = { left: 14, right: 950, top: 14 };

/** Position of that square, and its transform when the leaf is lifted, as CSS properties. */
export function liftedProperties(place: LeafPlace): Record<string, string> {
  const share = (at: number): string => `${(((at - LEAF_BOX / 2) / TREE_SIZE) * 100).toFixed(3)}%`;
  const shift = liftedShift(place);
  const own = (by: number): string => `${((by / LEAF_BOX) * 100).toFixed(2)}%`;
  return {
    left: share(place.x),
    top: share(place.y),
    '--lift': `translate(${own(shift.x)}, ${own(shift.y)}) scale(${LIFTED_SCALE})`,
  };
}

/** How far a leaf must move to be inside when it has grown, in the tree's units. */
export function liftedShift(place: LeafPlace): { readonly x: number; readonly y: number } {
  const { left, right, top } = liftedBounds(place);
  const x = Math.max(0, INSIDE.left - left) - Math.max(0, right - INSIDE.right);
  return { x, y: Math.max(0, INSIDE.top - top) };
}

/** The bounds of a leaf that has grown: around its foot, its tip, and its two sides where it is broadest. */
export function liftedBounds(place: LeafPlace): {
  readonly left: number;
  readonly right: number;
  readonly top: number;
} {
  const at = (along: number, across: number): { x: number; y: number } => ({
    x: place.x + (Math.cos(place.angle) * along - Math.sin(place.angle) * across) * LIFTED_SCALE,
    y: place.y + (Math.sin(place.angle) * along + Math.cos(place.angle) * across) * LIFTED_SCALE,
  });
  const half = place.width / 2 + place.length * 0.1;
  const middle = place.length / 2;
  const points = [at(0, 0), at(place.length, 0), at(middle, half), at(middle, -half)];
  return {
    left: Math.min(...points.map(({ x }) => x)),
    right: Math.max(...points.map(({ x }) => x)),
    top: Math.min(...points.map(({ y }) => y)),
  };
}

/** One path for each colour: these leaves never move one by one. */
function byColour(places: readonly LeafPlace[], day: string): [string, string][] {
  const paths = new Map<string, string>();
  for (const place of places) {
    const colour = leafColour(place, day);
    paths.set(colour, (paths.get(colour) ?? '') + leafPath(place));
  }
  return [...paths];
}
