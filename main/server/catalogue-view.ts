import { compact } from '../lib/compact.ts';
import type { Catalogue } from '../programme/catalogue.ts';
import { periodOf } from '../when/period.ts';
import type { CatalogueView } from './answers.ts';

/** What `GET /api/catalogue` and `preau check --json` tell of the catalogue. */
export function catalogueView(catalogue: Catalogue): CatalogueView {
  return {
    items: catalogue.items.map((item) => ({
      id: item.id,
      kind: item.kind,
      title: item.title,
      file: item.source,
      ...compact({
        when: item.when === null ? undefined : { label: item.when.label, ...periodOf(item.when) },
        screens: item.screens ?? undefined,
      }),
    })),
    problems: catalogue.problems,
  };
}
