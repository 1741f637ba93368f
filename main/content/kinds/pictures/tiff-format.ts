import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DOUBTFUL_END, DOUBTFUL_ZEROS, ZEROS } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';
import { type TiffDirectory, tiffDirectories } from './tiff-directories.ts';

const COMPRESSION = 259;
/** Where the pixels are and how many bytes: strips, then tiles. */
const PIXELS = [
  [273, 279],
  [324, 325],
] as const;

/**
 * TIFF 6.0 and BigTIFF: the directories and all their strips or tiles lie within the file. Uncompressed ones may end in
 * black, where no directory follows that shows that the end has come.
 */
async function tiffCompleteness(bytes: Bytes): Promise<Completeness> {
  let pixelsEnd = 0;
  let directoriesEnd = 0;
  let compressed = false;
  for await (const directory of tiffDirectories(bytes)) {
    // A damaged link to a next picture does not make the first one unfinished for ever.
    if (directory === null) return pixelsEnd > 0 && pixelsEnd <= bytes.size ? DOUBTFUL_END : brokenOff(bytes);
    const end = await endOfPixels(directory);
    const compression = await directory.values(COMPRESSION);
    if (end === null || compression === null) return brokenOff(bytes);
    pixelsEnd = Math.max(pixelsEnd, end);
    directoriesEnd = Math.max(directoriesEnd, directory.end);
    compressed ||= (compression[0] ?? 1) !== 1;
  }
  if (pixelsEnd === 0 || pixelsEnd > bytes.size) return brokenOff(bytes);
  if (directoriesEnd > pixelsEnd || !(await endsInZeros(bytes, pixelsEnd))) return COMPLETE;
  return compressed ? ZEROS : DOUBTFUL_ZEROS;
}

async function endOfPixels(directory: TiffDirectory): Promise<number | null> {
  let end = 0;
  for (const [offsetsTag, countsTag] of PIXELS) {
    const offsets = await directory.values(offsetsTag);
    const counts = await directory.values(countsTag);
    if (offsets === null || counts === null) return null;
    for (const [index, offset] of offsets.entries()) end = Math.max(end, offset + (counts[index] ?? 0));
  }
  return end;
}

export const TIFF: Format = {
  ending: '.tif',
  sign: ({ text }) => /^(II[*+]\0|MM\0[*+])/.test(text),
  completeness: tiffCompleteness,
};
