import type { Bytes } from './bytes.ts';
import { COMPLETE, type Completeness, DOUBTFUL_ZEROS } from './completeness.ts';
import type { Format } from './format.ts';
import { brokenOff, endsInZeros } from './zeros.ts';

const FREE = 0xffffffff;
const LAST_REGULAR = 0xfffffffa;

/** [MS-CFB] 2.2-2.5: the file reaches the last sector that its allocation tables name. */
async function oleCompleteness(bytes: Bytes): Promise<Completeness> {
  const header = Buffer.from(await bytes.at(0, 512));
  if (header.length < 512) return brokenOff(bytes);
  const sector = 1 << Math.min(header.readUInt16LE(30), 16);
  const tables = Math.min(header.readUInt32LE(44), 109);
  let last = -1;
  for (let i = 0; i < tables; i += 1) {
    const table = header.readUInt32LE(76 + i * 4);
    if (table > LAST_REGULAR) return brokenOff(bytes);
    const entries = await bytes.at((table + 1) * sector, sector);
    if (entries.length < sector) return brokenOff(bytes);
    for (let k = 0; k < sector / 4; k += 1) if (entries.readUInt32LE(k * 4) !== FREE) last = (i * sector) / 4 + k;
  }
  // Some programs do not fill the last sector.
  if (last < 0 || (last + 1) * sector >= bytes.size) return brokenOff(bytes);
  return (await endsInZeros(bytes)) ? DOUBTFUL_ZEROS : COMPLETE;
}

/** The container of the documents and decks of Office before 2007, and of later ones that have a password. */
export const OLE: Format = {
  ending: null,
  sign: ({ text }) => text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  completeness: oleCompleteness,
};
