import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import type { EventItem } from '../programme/item.ts';
import { occursOn } from '../when/occurrence.ts';
import { periodOf } from '../when/period.ts';
import type { When } from '../when/when.ts';

type Placed = Extract<CatalogueItem, { kind: 'event' | 'exhibition' | 'tree' }>;

/** Words that carry a title; short ones (« de », « par », « les ») are in all of them. */
function wordsOf(title: string): Set<string> {
  return new Set(
    fold(title)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= 4),
  );
}

/** Whether two titles are near: half of the shorter one's words stand in the other. */
function areNear(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const shorter = Math.min(first.size, second.size);
  if (shorter === 0) return fold(a) === fold(b);
  return [...first].filter((word) => second.has(word)).length * 2 >= shorter;
}

/** Whether they have a day in common; the first days of each tell, for what is written in a release. */
function meet(a: When | null, b: When | null): boolean {
  if (a === null || b === null) return a === b;
  const days = [periodOf(a), periodOf(b)].flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  return days.map((day) => Temporal.PlainDate.from(day)).some((day) => occursOn(a, day) && occursOn(b, day));
}

const isPlaced = (item: CatalogueItem): item is Placed =>
  item.kind === 'event' || item.kind === 'exhibition' || item.kind === 'tree';

const isFromList = (item: Placed): item is Extract<Placed, EventItem> =>
  item.kind === 'event' && item.line !== undefined;

/**
 * An event of a press release or a table that also stands as a file of its own (same town, same day, near title) is
 * shown once: the file wins, and a warning says so.
 */
export function withoutDuplicates(items: readonly CatalogueItem[]): { items: CatalogueItem[]; problems: Problem[] } {
  const own = new Map<string, Placed[]>();
  for (const item of items.filter(isPlaced)) {
    if (isFromList(item) || item.town === undefined || item.town === '') continue;
    const town = fold(item.town);
    own.set(town, [...(own.get(town) ?? []), item]);
  }
  const problems: Problem[] = [];
  const kept = items.filter((item) => {
    if (!isPlaced(item) || !isFromList(item)) return true;
    const double = own
      .get(fold(item.town))
      ?.find(
        (other) => other.source !== item.source && areNear(other.title, item.title) && meet(other.when, item.when),
      );
    if (double === undefined) return true;
    problems.push({
      file: item.source,
      severity: 'warning',
      about: 'dropped',
      code: 'event-double',
      message: `« ${item.title} » (ligne ${item.line}) a aussi sa propre fiche, « ${double.source} » : c’est elle qui est montrée.`,
      advice: 'Rien à faire si c’est voulu ; sinon, retirez l’une des deux.',
    });
    return false;
  });
  return { items: kept, problems };
}
