import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import { grouped } from '../lib/grouped.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import type { EventItem } from '../programme/item.ts';
import { occursOn } from '../when/occurrence.ts';
import { periodOf } from '../when/period.ts';
import type { When } from '../when/when.ts';

/** Items that may have a town and days. */
type Placed = Extract<CatalogueItem, { kind: 'event' | 'exhibition' | 'tree' }>;

const townOf = memoByObject((item: Placed) => fold(item.town ?? ''));

/** The words that tell one title from another; short words (« de », « par », « les ») are in all titles. */
const wordsOf = memoByObject(
  ({ title }: Placed) =>
    new Set(
      fold(title)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length >= 4),
    ),
);

/** Whether two titles are alike: at least half of the words of the shorter title are in the other. */
function areAlike(a: Placed, b: Placed): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const shorter = Math.min(first.size, second.size);
  if (shorter === 0) return fold(a.title) === fold(b.title);
  return [...first].filter((word) => second.has(word)).length * 2 >= shorter;
}

/** Whether both are on one day, of the first and last days of each: that is enough for the events of a press release. */
function shareADay(a: When | null, b: When | null): boolean {
  if (a === null || b === null) return a === b;
  const days = [periodOf(a), periodOf(b)].flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  return days.map((day) => Temporal.PlainDate.from(day)).some((day) => occursOn(a, day) && occursOn(b, day));
}

const isPlaced = (item: CatalogueItem): item is Placed =>
  item.kind === 'event' || item.kind === 'exhibition' || item.kind === 'tree';

const isFromList = (item: Placed): item is Extract<Placed, EventItem> =>
  item.kind === 'event' && item.line !== undefined;

/**
 * The items without the events of press releases and tables that also have a file of their own, by town, day and title: the
 * file is shown, and a warning says so.
 */
export function withoutDuplicates(items: readonly CatalogueItem[]): {
  readonly items: readonly CatalogueItem[];
  readonly problems: readonly Problem[];
} {
  if (!items.some((item) => isPlaced(item) && isFromList(item))) return { items, problems: [] };
  const ofTown = byTown(items);
  const problems: Problem[] = [];
  const kept = items.filter((item) => {
    if (!isPlaced(item) || !isFromList(item)) return true;
    const duplicate = ofTown
      .get(townOf(item))
      ?.find((other) => other.source !== item.source && areAlike(other, item) && shareADay(other.when, item.when));
    if (duplicate === undefined) return true;
    problems.push({
      file: item.source,
      severity: 'warning',
      about: 'dropped',
      code: 'event-double',
      message: `« ${item.title} » (ligne ${item.line}) a aussi sa propre fiche, « ${duplicate.source} » : c’est elle qui est montrée.`,
      advice: 'Rien à faire si c’est voulu ; sinon, retirez l’une des deux.',
    });
    return false;
  });
  return { items: kept, problems };
}

/** The items that have a file of their own, by town. */
function byTown(items: readonly CatalogueItem[]): Map<string, Placed[]> {
  const placed = items
    .filter(isPlaced)
    .filter((item) => !isFromList(item) && item.town !== undefined && item.town !== '');
  return grouped(placed, townOf);
}
