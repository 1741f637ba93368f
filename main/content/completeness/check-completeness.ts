import { walkOle } from '../kinds/office/ole-completeness.ts';
import { walkPdf } from '../kinds/pdf/pdf-completeness.ts';
import { walkGif } from '../kinds/pictures/gif-completeness.ts';
import { walkJpeg } from '../kinds/pictures/jpeg-completeness.ts';
import { walkPng } from '../kinds/pictures/png-completeness.ts';
import { walkBmp, walkTiff } from '../kinds/pictures/uncompressed-completeness.ts';
import { walkSvg, walkText } from '../kinds/text/text-completeness.ts';
import { walkEbml } from '../kinds/videos/ebml-completeness.ts';
import { walkIsoMedia } from '../kinds/videos/iso-media-completeness.ts';
import { Bytes } from './bytes.ts';
import { walkRiff } from './riff.ts';
import { type Container, sniff } from './sniff.ts';
import { EMPTY, TRUNCATED, UNKNOWN, type Verdict, WHOLE, ZEROS } from './verdict.ts';
import { endsInZeros } from './zeros.ts';
import { walkZip } from './zip-directory.ts';

export type { Verdict } from './verdict.ts';

const TEXTS = ['.txt', '.md', '.csv', '.ics', '.yml', '.yaml'];

const WALKS: { readonly [C in Container]?: (bytes: Bytes) => Promise<Verdict> } = {
  jpeg: walkJpeg,
  png: walkPng,
  gif: walkGif,
  webp: walkRiff,
  avif: walkIsoMedia,
  heif: walkIsoMedia,
  mp4: walkIsoMedia,
  webm: walkEbml,
  tiff: walkTiff,
  bmp: walkBmp,
  svg: walkSvg,
  pdf: walkPdf,
  zip: walkZip,
  ole: walkOle,
  zeros: async () => ZEROS,
};

/**
 * Walks the container of a file to its true end: a quiet size and a decode that succeeds prove nothing, since Samba reserves
 * the full size at once and decoders accept pictures whose second half is zeros. Reads no more than it needs; the
 * extension (with its dot) only decides for files without a signature. Rejects when the file cannot be read.
 */
export async function checkCompleteness(absolute: string, extension: string): Promise<Verdict> {
  const bytes = await Bytes.open(absolute);
  try {
    if (TEXTS.includes(extension.toLowerCase())) return await walkText(bytes);
    return await checkBytes(bytes, await sniff(bytes));
  } finally {
    await bytes.close();
  }
}

/** The same for bytes at hand. What no walk knows is whole unless it ends in zeros: what it is, is another question. */
export async function checkBytes(bytes: Bytes, container: Container): Promise<Verdict> {
  if (bytes.size === 0) return EMPTY;
  // The head of a copy may have come without enough of it to be recognised.
  if (bytes.size < 16 && (container === 'unknown' || container === 'text')) return TRUNCATED;
  const walk = WALKS[container];
  if (walk) return walk(bytes);
  if (await endsInZeros(bytes)) return ZEROS;
  return container === 'unknown' ? UNKNOWN : WHOLE;
}
