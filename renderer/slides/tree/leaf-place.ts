import type { GrownTree } from './grow.ts';
import { createRandom, hashText, type Random } from './random.ts';

/** Where a leaf hangs and what it looks like, in the tree's own square of 1000 by 1000. */
export interface LeafPlace {
  /** Foot of the leaf. */
  readonly x: number;
  readonly y: number;
  /** Where it points, radians. */
  readonly angle: number;
  readonly length: number;
  readonly width: number;
  /** How much it curves to one side, -1 to 1. */
  readonly bend: number;
  /** Two numbers in [0, 1): which colour of the season, and how early it turns. */
  readonly tint: number;
  readonly turn: number;
}

/** A leaf stays inside the square, and above the trunk. */
const EDGE = { left: 14, right: 986, top: 14, bottom: 690 };
const MAX_TRIES = 12;
/** Length of a leaf, and how much longer it may be by chance. */
const MESSAGE_LEAF = { length: 54, spread: 18 };
const FOLIAGE_LEAF = { length: 36, spread: 14 };

/**
 * The place of the leaf of a message. It depends only on the tree and the id of the message, so a further message moves no
 * leaf. Places, angles and sizes are random along all the twigs: with 600 leaves some overlap, as leaves do, but no two are
 * in the same place.
 */
export function leafPlace(tree: GrownTree, id: string): LeafPlace {
  return pickPlace(tree, createRandom(tree.seed ^ hashText(id)), MESSAGE_LEAF);
}

/** `count` leaves without a message: they fill the crown of a tree with few messages, and are painted paler, behind. */
export function foliage(tree: GrownTree, count: number): LeafPlace[] {
  const random = createRandom(tree.seed ^ 0x5eed1eaf);
  return Array.from({ length: count }, () => pickPlace(tree, random, FOLIAGE_LEAF));
}

/** The first of some random places that is inside the square. Other leaves play no part: see `leafPlace`. */
function pickPlace(tree: GrownTree, random: Random, size: typeof MESSAGE_LEAF): LeafPlace {
  let place = randomPlace(tree, random, size);
  for (let tries = 1; tries < MAX_TRIES && !fits(place); tries += 1) place = randomPlace(tree, random, size);
  return place;
}

function randomPlace(tree: GrownTree, random: Random, size: typeof MESSAGE_LEAF): LeafPlace {
  const at = random() * tree.reach;
  const twig = twigAt(tree, at);
  const along = at - twig.before;
  const side = random() < 0.5 ? -1 : 1;
  const length = size.length + random() * size.spread;
  return {
    x: twig.x + Math.cos(twig.angle) * along,
    y: twig.y + Math.sin(twig.angle) * along,
    angle: twig.angle + side * (0.35 + random() * 0.75),
    length,
    width: length * (0.46 + random() * 0.12),
    bend: random() * 2 - 1,
    tint: random(),
    turn: random(),
  };
}

function fits(place: LeafPlace): boolean {
  const x = place.x + Math.cos(place.angle) * place.length;
  const y = place.y + Math.sin(place.angle) * place.length;
  return x > EDGE.left && x < EDGE.right && y > EDGE.top && y < EDGE.bottom;
}

/** The twig at a distance along all the twigs (binary search). */
function twigAt(tree: GrownTree, at: number): GrownTree['twigs'][number] {
  let low = 0;
  let high = tree.twigs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tree.twigs[middle]?.before ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return tree.twigs[low] ?? { x: 500, y: 500, angle: -Math.PI / 2, length: 0, before: 0 };
}
