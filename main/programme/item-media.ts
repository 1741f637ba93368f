import type { Item, Media } from './item.ts';

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
    case 'logo':
      return [item.media];
    case 'alert':
      return [item.image, item.video].filter((media) => media !== undefined);
    case 'menu':
    case 'absence':
    case 'holidays':
    case 'tree':
    case 'text':
    case 'countdown':
      return [];
  }
}

/** Hashes of all that the store holds of a file: its bytes, and the blurred copy where there is one. */
export function hashesOf({ hash, blur }: Media): string[] {
  return blur === undefined ? [hash] : [hash, blur];
}
