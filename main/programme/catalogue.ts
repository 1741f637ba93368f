import type { Problem } from '../contract.ts';
import type { Item } from './item.ts';

/** An item with the number of the change that brought it; 0 for what was there when the service started. */
export type CatalogueItem = Item & { readonly serial: number };

/** Every item and every problem, as last read. */
export interface Catalogue {
  readonly items: readonly CatalogueItem[];
  readonly problems: readonly Problem[];
  /** Something that was there at the start is still being read, and agendas may list it. */
  readonly isPartial?: true;
}
