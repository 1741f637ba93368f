import { extname } from 'node:path';
import type { Catalogue } from '../calendar/catalogue.ts';
import type { Item, Media } from '../calendar/item.ts';

/** Types of what the store holds; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/mp4', // Chromium refuses video/quicktime, and plays the same boxes.
  '.webm': 'video/webm',
};

/** Every file of the store that an item shows. */
export function mediaOfItem(item: Item): readonly Media[] {
  switch (item.kind) {
    case 'event':
      return item.image ? [item.image] : [];
    case 'exhibition':
      return item.plates.map(({ media }) => media);
    case 'image':
      return item.pages;
    case 'video':
      return [item.media];
    case 'alert':
      return [item.image, item.video].filter((media) => media !== undefined);
    case 'tree':
    case 'text':
      return [];
  }
}

const byCatalogue = new WeakMap<Catalogue, ReadonlyMap<string, Media>>();

/** Indexed once a catalogue: it is asked for at every range of a video. */
function indexOf(catalogue: Catalogue): ReadonlyMap<string, Media> {
  const known = byCatalogue.get(catalogue);
  if (known) return known;
  const index = new Map(catalogue.items.flatMap(mediaOfItem).map((media) => [media.hash, media]));
  byCatalogue.set(catalogue, index);
  return index;
}

/** The file a hash names, with its type; null unless the catalogue names it: nothing else of the store is served. */
export function mediaOf(catalogue: Catalogue, hash: string): { readonly hash: string; readonly type: string } | null {
  const media = indexOf(catalogue).get(hash);
  const type = media && TYPES[extname(media.name).toLowerCase()];
  return media && type ? { hash: media.hash, type } : null;
}
