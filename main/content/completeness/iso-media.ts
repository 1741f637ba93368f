import { boxes } from './boxes.ts';
import type { Bytes } from './bytes.ts';
import { COMPLETE, type Completeness, DOUBTFUL_ZEROS, TRUNCATED, ZEROS } from './completeness.ts';
import { brokenOff, endsInZeros } from './zeros.ts';

/** What an ISO base media file is, by its brands. */
type IsoBrand = 'avif' | 'heif' | 'mp4';

const AVIF_BRANDS = ['avif', 'avis'];
const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/**
 * The brand in the `ftyp` box at the start of a file (ISO/IEC 14496-12): the major brand, then, after its version, the
 * compatible ones; null where no such box stands there.
 */
export function isoBrand(head: Buffer): IsoBrand | null {
  if (head.toString('latin1', 4, 8) !== 'ftyp') return null;
  const size = Math.min(head.readUInt32BE(0), head.length, 256);
  const brands: string[] = [head.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(head.toString('latin1', at, at + 4));
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif';
  return HEIF_BRANDS.includes(brands[0] ?? '') ? 'heif' : 'mp4';
}

/**
 * ISO base media (MP4, MOV, HEIC, AVIF): the boxes cover the file exactly, and among them are the payload and what
 * describes it (`moov` or `meta`). A film may end in zeros, which are silence; a photo never does.
 */
export async function isoMediaCompleteness(bytes: Bytes): Promise<Completeness> {
  const types = new Set<string>();
  let last = { type: '', body: 0, end: 0 };
  for await (const box of boxes(bytes, 0, bytes.size)) {
    // Some cameras write a few bytes behind the last box: fewer than the header of a box.
    if (box.type === '' && bytes.size - box.start < 8 && types.has('moov')) break;
    if (box.end > bytes.size) return brokenOff(bytes);
    types.add(box.type);
    last = box;
  }
  const still = types.has('meta') && !types.has('moov');
  if (!still && !types.has('moov')) return brokenOff(bytes);
  if (!types.has('mdat') && !types.has('moof') && !still) return TRUNCATED;
  if (last.type === 'mdat' && (await endsInZeros(bytes, last.end, last.body))) return still ? ZEROS : DOUBTFUL_ZEROS;
  return COMPLETE;
}
