import { boxes } from '../../completeness/boxes.ts';
import type { Bytes } from '../../completeness/bytes.ts';
import { DOUBTFUL_ZEROS, TRUNCATED, type Verdict, WHOLE, ZEROS } from '../../completeness/verdict.ts';
import { endsInZeros } from '../../completeness/zeros.ts';

/**
 * ISO base media (MP4, MOV, HEIC, AVIF): the boxes cover the file exactly, what describes the payload (`moov` or `meta`) and
 * the payload are there. A film may end in silence, a photo never in zeros.
 */
export async function walkIsoMedia(bytes: Bytes): Promise<Verdict> {
  const types = new Set<string>();
  let last = { type: '', body: 0, end: 0 };
  for await (const box of boxes(bytes, 0, bytes.size)) {
    // Some cameras pad the file behind its last box; less than a header is no box.
    if (box.type === '' && bytes.size - box.start < 8 && types.has('moov')) break;
    if (box.end > bytes.size) return (await endsInZeros(bytes)) ? ZEROS : TRUNCATED;
    types.add(box.type);
    last = box;
  }
  const still = types.has('meta') && !types.has('moov');
  if (!still && !types.has('moov')) return (await endsInZeros(bytes)) ? ZEROS : TRUNCATED;
  if (!types.has('mdat') && !types.has('moof') && !still) return TRUNCATED;
  if (last.type === 'mdat' && (await endsInZeros(bytes, last.end, last.body))) return still ? ZEROS : DOUBTFUL_ZEROS;
  return WHOLE;
}
