import { svg, type TemplateResult } from 'lit';
import { type GrownTree, TREE_SIZE } from './grow.ts';
import { leafColour } from './leaf-colour.ts';
import { leafPath } from './leaf-path.ts';
import { foliage, type LeafPlace } from './leaf-place.ts';

/** Leaves that stand for no message. */
const FOLIAGE = 560;
/** Side of the small square that holds one lifted leaf, in the tree's units. */
export const LEAF_BOX = 300;

/** Paths of the wood, of the pale leaves behind it, and of one leaf a message. */
export function treeContents(tree: GrownTree, leaves: readonly LeafPlace[], day: string): TemplateResult {
  return svg`
    <g class="pale">${byColour(foliage(tree, FOLIAGE), day).map(([colour, path]) => svg`<path fill=${colour} d=${path}></path>`)}</g>
    <path class="bark" d=${tree.bark}></path>
    <path class="shade" d=${tree.shade}></path>
    ${leaves.map((place) => svg`<path fill=${leafColour(place, day)} d=${leafPath(place)}></path>`)}
  `;
}

/** A lifted leaf in a square of its own, centred on the foot of the leaf, so that it can move without a new paint. */
export function liftedContents(place: LeafPlace, day: string): TemplateResult {
  const path = leafPath({ ...place, x: LEAF_BOX / 2, y: LEAF_BOX / 2 });
  return svg`<path class="halo" d=${path}></path><path fill=${leafColour(place, day)} d=${path}></path>`;
}

/** Left and top of that square in the tree's square, as CSS percentages. */
export function liftedCorner(place: LeafPlace): Record<string, string> {
  const share = (at: number): string => `${(((at - LEAF_BOX / 2) / TREE_SIZE) * 100).toFixed(3)}%`;
  return { left: share(place.x), top: share(place.y) };
}

/** One path a colour: these leaves are never told apart. */
function byColour(places: readonly LeafPlace[], day: string): [string, string][] {
  const paths = new Map<string, string>();
  for (const place of places) {
    const colour = leafColour(place, day);
    paths.set(colour, (paths.get(colour) ?? '') + leafPath(place));
  }
  return [...paths];
}
