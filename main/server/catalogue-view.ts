import type { CatalogueView } from '../contract.ts';
import type { Catalogue } from '../programme/catalogue.ts';
import { periodOf } from '../when/period.ts';

/** What `GET /api/catalogue` and `preau check --json` tell of the catalogue. */
export function catalogueView(catalogue: Catalogue): CatalogueView {
  return {
    items: catalogue.items.map((item) => ({
      id: item.id,
      kind: item.kind,
      title: item.title,
      file: item.source,
      ...(item.when === null ? {} : { when: { label: item.when.label, ...periodOf(item.when) } }),
      ...(item.screens === null ? {} : { screens: item.screens }),
    })),
    problems: catalogue.problems,
  };
}
