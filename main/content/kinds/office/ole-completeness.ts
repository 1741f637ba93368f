import type { Bytes } from '../../completeness/bytes.ts';
import { DOUBTFUL_ZEROS, TRUNCATED, type Verdict, WHOLE, ZEROS } from '../../completeness/verdict.ts';
import { endsInZeros } from '../../completeness/zeros.ts';

const FREE = 0xffffffff;
const LAST_REGULAR = 0xfffffffa;

/** [MS-CFB] 2.2-2.5: the file reaches the last sector that its allocation tables give out. */
export async function walkOle(bytes: Bytes): Promise<Verdict> {
  const header = Buffer.from(await bytes.at(0, 512));
  const unfinished = async (): Promise<Verdict> => ((await endsInZeros(bytes)) ? ZEROS : TRUNCATED);
  if (header.length < 512) return unfinished();
  const sector = 1 << Math.min(header.readUInt16LE(30), 16);
  const tables = Math.min(header.readUInt32LE(44), 109);
  let last = -1;
  for (let i = 0; i < tables; i += 1) {
    const table = header.readUInt32LE(76 + i * 4);
    if (table > LAST_REGULAR) return unfinished();
    const entries = await bytes.at((table + 1) * sector, sector);
    if (entries.length < sector) return unfinished();
    for (let k = 0; k < sector / 4; k += 1) if (entries.readUInt32LE(k * 4) !== FREE) last = (i * sector) / 4 + k;
  }
  // The last sector may be written short.
  if (last < 0 || (last + 1) * sector >= bytes.size) return unfinished();
  return (await endsInZeros(bytes)) ? DOUBTFUL_ZEROS : WHOLE;
}
