import { extname } from 'node:path';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { Catalogue } from '../programme/catalogue.ts';
import { BLUR_NAME } from '../programme/item.ts';
import { hashesOf, mediaOfItem } from '../programme/item-media.ts';

/** Types of what the store holds; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/mp4', // Chromium refuses video/quicktime, and plays the same boxes.
  '.webm': 'video/webm',
};

/** Names by hash, indexed once a catalogue: they are asked for at every range of a video. */
const namesOf = memoByObject(({ items }: Catalogue): ReadonlyMap<string, string> => {
  const media = items.flatMap(mediaOfItem);
  return new Map(media.flatMap((one) => hashesOf(one).map((hash) => [hash, hash === one.hash ? one.name : BLUR_NAME])));
});

/** The file a hash names, with its type; null unless the catalogue names it: nothing else of the store is served. */
export function mediaOf(catalogue: Catalogue, hash: string): { readonly hash: string; readonly type: string } | null {
  const name = namesOf(catalogue).get(hash);
  const type = name && TYPES[extname(name).toLowerCase()];
  return type ? { hash, type } : null;
}
