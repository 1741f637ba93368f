import { extname } from 'node:path';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { Catalogue } from '../programme/catalogue.ts';
import { BLUR_NAME } from '../programme/item.ts';
import { hashesOf, mediaOfItem } from '../programme/item-media.ts';

/** Types of what the store holds; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/mp4', // Chromium refuses video/quicktime, but plays the same file as video/mp4.
  '.webm': 'video/webm',
};

/** Names by hash. They are indexed once for each catalogue, because a video asks for them at every byte range. */
const namesOf = memoByObject(({ items }: Catalogue): ReadonlyMap<string, string> => {
  const media = items.flatMap(mediaOfItem);
  return new Map(media.flatMap((one) => hashesOf(one).map((hash) => [hash, hash === one.hash ? one.name : BLUR_NAME])));
});

/** The file that a hash names, with its media type; null for all that the catalogue does not name: it is not served. */
export function mediaOf(catalogue: Catalogue, hash: string): { readonly hash: string; readonly type: string } | null {
  const name = namesOf(catalogue).get(hash);
  const type = name && TYPES[extname(name).toLowerCase()];
  return type ? { hash, type } : null;
}
