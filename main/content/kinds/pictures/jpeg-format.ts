import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DECODER_DECIDES, DOUBTFUL_ZEROS } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';
import { createJpegScans } from './jpeg-scans.ts';

const EOI = 0xd9;
const SOS = 0xda;

/** The marker of the header of the picture, by its method: SOF0 to SOF15, between which three other markers stand. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * ITU-T T.81, annex B: segments by their lengths, scans up to the next marker, until EOI. Cameras append more behind EOI (a
 * second picture, a film, padding), which does not matter here. As in every decoder, bytes between two segments that belong
 * to neither are passed over. Where EOI is missing and all scans have begun, the decoder tells whether more than the last row
 * of blocks is missing too.
 */
async function jpegCompleteness(bytes: Bytes): Promise<Completeness> {
  const scans = createJpegScans();
  let hasScan = false;
  for (let at = 2; ; ) {
    const start = await nextMarker(bytes, at, false);
    if (start === null) break;
    const head = await bytes.at(start, 4);
    const marker = head[1] ?? 0;
    if (marker === EOI && hasScan) return COMPLETE;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= EOI)) {
      at = start + 2;
      continue;
    }
    if (head.length < 4) return brokenOff(bytes);
    const length = head.readUInt16BE(2);
    at = start + 2 + length;
    if (isFrame(marker)) scans.frame(await bytes.at(start + 2, length));
    if (marker !== SOS) continue;
    hasScan = true;
    scans.scan(await bytes.at(start + 2, length));
    const end = await nextMarker(bytes, at, true);
    if (end === null) break;
    at = end;
  }
  if (!scans.areComplete()) return brokenOff(bytes);
  // Some cameras fill the file up with zeros in place of an end mark.
  return (await endsInZeros(bytes)) ? DOUBTFUL_ZEROS : DECODER_DECIDES;
}

/**
 * Where the next marker begins; null for none before the end of the file. 0xff that is followed by 0 or 0xff is no marker;
 * within a scan, neither are the restart markers.
 */
async function nextMarker(bytes: Bytes, from: number, inScan: boolean): Promise<number | null> {
  for (let at = from; ; ) {
    if ((await bytes.at(at, 2)).length < 2) return null;
    const run = await bytes.run(at);
    let i = run.indexOf(0xff);
    for (; i >= 0 && i + 1 < run.length; i = run.indexOf(0xff, i + 1)) {
      const next = run[i + 1] ?? 0;
      if (next !== 0 && next !== 0xff && !(inScan && next >= 0xd0 && next <= 0xd7)) return at + i;
    }
    // A 0xff at the end of the window is looked at again, with the byte that follows it.
    at += i >= 0 ? i : run.length;
  }
}

/**
 * A JPEG that lacks EOI, with one at its end, in place of zeros there: a decoder then notices where pixels are missing, which
 * it would take zeros for. Any other file is as it was.
 */
export function withEndMark(file: Uint8Array): Uint8Array {
  if (file[0] !== 0xff || file[1] !== 0xd8) return file;
  let end = file.length;
  while (file[end - 1] === 0) end -= 1;
  return Buffer.concat([file.subarray(0, end), Buffer.from([0xff, EOI])]);
}

const END = Buffer.from([0xff, EOI]);

/** The photos of cameras and telephones. */
export const JPEG: Format = {
  ending: '.jpg',
  sign: ({ text }) => text.startsWith('\xff\xd8\xff'),
  completeness: jpegCompleteness,
  seemsComplete: async (bytes) => (await bytes.at(bytes.size - 2, 2)).equals(END),
};
