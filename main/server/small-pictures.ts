import PQueue from 'p-queue';

/** Longest side of a thumbnail of the régie, pixels: it is shown half as large, for screens with twice the pixels. */
const SIDE = 640;
const QUALITY = 70;
/** Thumbnails that are kept: some ten megabytes. */
const MAX_KEPT = 400;

/** A picture as WebP, within a square of that side; null where it cannot be made. */
export async function shrinkPicture(path: string, side: number, quality: number): Promise<Buffer | null> {
  // Loading it takes a tenth of the start of the service, and nothing needs it before the wall is painted.
  const { default: sharp } = await import('sharp');
  return sharp(path, { failOn: 'none' })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality })
    .toBuffer()
    .catch(() => null); // Collected meanwhile.
}

/**
 * Returns how to get the pictures of the store small: a week has hundreds on one page, and those of the wall have eight million
 * pixels. They are made one at a time, for the wall comes first, and the last ones are kept.
 */
export function createSmallPictures(pathOf: (hash: string) => string): (hash: string) => Promise<Buffer | null> {
  const queue = new PQueue({ concurrency: 1 });
  const kept = new Map<string, Promise<Buffer | null>>();
  return (hash) => {
    const picture = kept.get(hash) ?? queue.add(() => shrinkPicture(pathOf(hash), SIDE, QUALITY));
    kept.delete(hash);
    kept.set(hash, picture);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > MAX_KEPT) kept.delete(oldest);
    return picture;
  };
}
