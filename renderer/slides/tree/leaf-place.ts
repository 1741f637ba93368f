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

/** A leaf stays inside the square, and off the trunk's place under the crown. */
const EDGE = { left: 14, right: 986, top: 14, bottom: 690 };
const TRIES = 12;

/**
 * The place of a message's leaf. It depends on the tree and on the message's id alone, so one more message moves
 * nothing. Places are drawn along the whole length of the twigs, with an angle and a size of their own: with 600 of
 * them some leaves overlap, as leaves do, but no two coincide.
 */
export function leafPlace(tree: GrownTree, id: string): LeafPlace {
  return draw(tree, createRandom(tree.seed ^ hashText(id)), 54, 18);
}

/** `count` leaves that stand for no message: they fill the crown where there are few, and are drawn behind, paler. */
export function foliage(tree: GrownTree, count: number): LeafPlace[] {
  const random = createRandom(tree.seed ^ 0x5eed1eaf);
  return Array.from({ length: count }, () => draw(tree, random, 36, 14));
}

function draw(tree: GrownTree, random: Random, size: number, spread: number): LeafPlace {
  // The candidates of a message are a fixed sequence; what makes one unfit is the tree's square, never another leaf.
  let place = candidate(tree, random, size, spread);
  for (let tries = 1; tries < TRIES && !fits(place); tries += 1) place = candidate(tree, random, size, spread);
  return place;
}

function candidate(tree: GrownTree, random: Random, size: number, spread: number): LeafPlace {
  const at = random() * tree.reach;
  const twig = twigAt(tree, at);
  const along = at - twig.before;
  const side = random() < 0.5 ? -1 : 1;
  const length = size + random() * spread;
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

/** The twig at a distance along all of them, by halving. */
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
