import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DECODER_DECIDES, DOUBTFUL_END } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';

const EOI = 0xd9;
const SOS = 0xda;

/** The first marker of a picture that is written in several passes, each sharper than the one before. */
const PROGRESSIVE = 0xc2;

/**
 * ITU-T T.81, annex B: segments by their lengths, scans up to the next marker, until EOI. Cameras append more behind EOI (a
 * second picture, a film, padding), which does not matter here. As in every decoder, bytes between two segments that belong
 * to neither are passed over. Where only EOI is missing, the decoder tells whether pixels are missing too, except in a
 * progressive picture.
 */
async function jpegCompleteness(bytes: Bytes): Promise<Completeness> {
  let at = 2;
  let scans = 0;
  let isProgressive = false;
  for (;;) {
    const start = await nextMarker(bytes, at, false);
    if (start === null) break;
    const head = await bytes.at(start, 4);
    const marker = head[1] ?? 0;
    if (marker === EOI && scans > 0) return COMPLETE;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= EOI)) at = start + 2;
    else {
      if (head.length < 4) return brokenOff(bytes);
      isProgressive ||= marker === PROGRESSIVE;
      at = start + 2 + head.readUInt16BE(2);
      if (marker === SOS) {
        scans += 1;
        const end = await nextMarker(bytes, at, true);
        if (end === null) break;
        at = end;
      }
    }
  }
  if (scans === 0 || (await endsInZeros(bytes))) return brokenOff(bytes);
  return isProgressive ? DOUBTFUL_END : DECODER_DECIDES;
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

/** A JPEG that may lack EOI, with one behind its end: nothing reads further than the first one. Any other file is as it was. */
export function withEndMark(file: Uint8Array): Uint8Array {
  const isJpeg = file[0] === 0xff && file[1] === 0xd8;
  return isJpeg ? Buffer.concat([file, Buffer.from([0xff, EOI])]) : file;
}

/** The photos of cameras and telephones. */
export const JPEG: Format = {
  ending: '.jpg',
  sign: ({ text }) => text.startsWith('\xff\xd8\xff'),
  completeness: jpegCompleteness,
};
