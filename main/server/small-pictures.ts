import PQueue from 'p-queue';
import type { Store } from '../content/store/store.ts';
import type { PictureSide } from '../regie-contract.ts';

const QUALITY = 70;
/** Pictures that are kept: some ten megabytes. */
const MAX_KEPT = 400;

/** A picture of the store as WebP, within a square of that side; null where it cannot be made. */
export async function shrinkPicture(
  store: Pick<Store, 'read'>,
  hash: string,
  side: number,
  quality: number,
): Promise<Buffer | null> {
  const bytes = await store.read(hash);
  if (bytes === null) return null; // Collected meanwhile, or damaged.
  // Loading it takes a tenth of the start of the service, and nothing needs it before the wall is painted.
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { failOn: 'none' })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality })
    .toBuffer()
    .catch(() => null);
}

/**
 * Returns how to get the pictures of the store small: a week has hundreds on one page, and those of the wall have eight million
 * pixels. They are made one at a time, for the wall comes first, and the last ones are kept.
 */
export function createSmallPictures(store: Pick<Store, 'read'>) {
  const queue = new PQueue({ concurrency: 1 });
  const kept = new Map<string, Promise<Buffer | null>>();
  const make = async (key: string, hash: string, side: number): Promise<Buffer | null> => {
    const picture = await queue.add(() => shrinkPicture(store, hash, side, QUALITY));
    // An object that is damaged is made again, and its picture then too.
    if (picture === null) kept.delete(key);
    return picture;
  };
  return (hash: string, side: PictureSide): Promise<Buffer | null> => {
    const key = `${hash} ${side}`;
    const picture = kept.get(key) ?? make(key, hash, side);
    kept.delete(key);
    kept.set(key, picture);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > MAX_KEPT) kept.delete(oldest);
    return picture;
  };
}
