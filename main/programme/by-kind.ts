import { memoByObject } from '../lib/memo-by-object.ts';
import type { CatalogueItem } from './catalogue.ts';

type Kind = CatalogueItem['kind'];
type OfKind<K extends Kind> = Extract<CatalogueItem, { readonly kind: K }>;

/** A programme asks for each kind, and mostly thousands are of one: all are looked at once. */
const byKind = memoByObject((items: readonly CatalogueItem[]) => {
  const kinds = new Map<Kind, CatalogueItem[]>();
  for (const item of items) {
    const others = kinds.get(item.kind);
    if (others) others.push(item);
    else kinds.set(item.kind, [item]);
  }
  return kinds;
});

/** The items of one kind, in the order of the list; the list must never change. */
export function itemsOfKind<K extends Kind>(items: readonly CatalogueItem[], kind: K): readonly OfKind<K>[] {
  return (byKind(items).get(kind) ?? []) as OfKind<K>[];
}
