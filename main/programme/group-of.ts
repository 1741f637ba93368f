import { posix } from 'node:path';
import type { CatalogueItem } from './catalogue.ts';

/** The `group` of a folder: its path with a final `/`, so that it is no id of an item. */
function folderGroup(source: string): string {
  const folder = posix.dirname(source);
  return folder === '.' ? '/' : `${folder}/`;
}

/** The `group` of the slides of an item; undefined where they stand alone. */
export function groupOf(item: CatalogueItem): string | undefined {
  switch (item.kind) {
    case 'exhibition':
      return item.id;
    case 'image':
      return item.pages.length > 1 ? item.id : folderGroup(item.source);
    case 'video':
      return folderGroup(item.source);
    case 'menu':
    case 'absence':
    case 'logo':
    case 'holidays':
    case 'event':
    case 'tree':
    case 'text':
    case 'countdown':
    case 'alert':
      return undefined;
  }
}
