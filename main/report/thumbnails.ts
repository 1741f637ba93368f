import type { Logger } from 'pino';
import type { Store } from '../content/store/store.ts';

/** Longest side of a thumbnail, pixels: twice what the page shows, for fine screens and paper. */
const SIDE = 160;
/** Bytes of one thumbnail at most, as far as quality gives way. */
const MAX_BYTES = 6_000;
const QUALITIES = [70, 45, 25, 8];
/** Thumbnails in one page at most: about 700 kB as text. */
const MAX_THUMBNAILS = 90;

/** Makes small pictures of what the store holds, as `data:` addresses. */
export interface Thumbnailer {
  /** The first of these hashes, `MAX_THUMBNAILS` at most, that have a picture. Never rejects. */
  of(hashes: Iterable<string>): Promise<ReadonlyMap<string, string>>;
}

async function shrink(picture: Uint8Array): Promise<string> {
  // Loaded when it is first needed: not before the wall is painted.
  const { default: sharp } = await import('sharp');
  const small = await sharp(picture, { failOn: 'none' })
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer();
  let bytes = small;
  for (const quality of QUALITIES) {
    bytes = await sharp(small).webp({ quality, effort: 4 }).toBuffer();
    if (bytes.length <= MAX_BYTES) break;
  }
  return `data:image/webp;base64,${bytes.toString('base64')}`;
}

/** Makes each thumbnail once, one at a time, and forgets those that no page asks for any more. */
export function createThumbnails(store: Pick<Store, 'read'>, log: Logger): Thumbnailer {
  /** null: not a picture that sharp reads. Its row does without. */
  let made = new Map<string, string | null>();
  const make = async (hash: string): Promise<string | null | undefined> => {
    const picture = await store.read(hash);
    // Collected meanwhile, or damaged: it is made again, and so is its thumbnail then.
    if (picture === null) return undefined;
    return shrink(picture).catch((error: unknown) => {
      log.debug({ err: error, hash }, 'no thumbnail');
      return null;
    });
  };
  return {
    async of(hashes) {
      const wanted = [...new Set(hashes)].slice(0, MAX_THUMBNAILS);
      const kept = new Map<string, string | null>();
      for (const hash of wanted) {
        const known = made.get(hash);
        const thumbnail = known === undefined ? await make(hash) : known;
        if (thumbnail !== undefined) kept.set(hash, thumbnail);
      }
      made = kept;
      return new Map([...kept].flatMap(([hash, address]) => (address === null ? [] : [[hash, address] as const])));
    },
  };
}
