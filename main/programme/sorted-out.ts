import { memoByObject } from '../lib/memo-by-object.ts';
import type { CatalogueItem } from './catalogue.ts';
import { isListed, type Listed } from './listed.ts';

type Kind = CatalogueItem['kind'];
type ByKind = { readonly [K in Kind]?: readonly (CatalogueItem & { readonly kind: K })[] };

/** The items of a screen by what a programme makes of them, each in the order of the items. */
interface SortedOut {
  readonly byKind: ByKind;
  /** What agendas list. */
  readonly listed: readonly Listed[];
  /** What has days and hours of its own, and no alert among it. */
  readonly timed: readonly CatalogueItem[];
}

/** A programme asks for each of these, and for some of them several times: the items are gone through once. */
export const sortedOut = memoByObject((items: readonly CatalogueItem[]): SortedOut => {
  const byKind: { [K in Kind]?: CatalogueItem[] } = {};
  const listed: Listed[] = [];
  const timed: CatalogueItem[] = [];
  for (const item of items) {
    const { kind } = item;
    const others = byKind[kind];
    if (others) others.push(item);
    else byKind[kind] = [item];
    if (isListed(item)) listed.push(item);
    if (item.when !== null && kind !== 'alert') timed.push(item);
  }
  return { byKind: byKind as ByKind, listed, timed };
});

/** The items of one kind, in their order. The array must never change. */
export const ofKind = <K extends Kind>(items: readonly CatalogueItem[], kind: K): NonNullable<ByKind[K]> =>
  sortedOut(items).byKind[kind] ?? [];
