import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, TRUNCATED } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff } from '../../completeness/zeros.ts';

const EOI = 0xd9;
const SOS = 0xda;

/**
 * ITU-T T.81, annex B: segments by their lengths, scans up to the next marker, until EOI. Cameras append more behind EOI (a
 * second picture, a film, padding), which does not matter here.
 */
async function jpegCompleteness(bytes: Bytes): Promise<Completeness> {
  let at = 2;
  let scans = 0;
  for (;;) {
    const head = await bytes.at(at, 4);
    if (head.length < 2 || head[0] !== 0xff) return brokenOff(bytes);
    const marker = head[1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === EOI) return scans > 0 ? COMPLETE : TRUNCATED;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      if (head.length < 4 || marker === 0) return brokenOff(bytes);
      at += 2 + head.readUInt16BE(2);
      if (marker === SOS) {
        scans += 1;
        const next = await nextMarker(bytes, at);
        if (next === null) return brokenOff(bytes);
        at = next;
      }
    }
  }
}

/** The marker that ends a scan: within it, 0xff is followed by 0 (a plain 0xff) or by a restart marker. */
async function nextMarker(bytes: Bytes, from: number): Promise<number | null> {
  for (let at = from; ; ) {
    if ((await bytes.at(at, 2)).length < 2) return null;
    const run = await bytes.run(at);
    let i = run.indexOf(0xff);
    for (; i >= 0 && i + 1 < run.length; i = run.indexOf(0xff, i + 1)) {
      const next = run[i + 1] ?? 0;
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + i;
    }
    // A 0xff at the end of the window is looked at again, with the byte that follows it.
    at += i >= 0 ? i : run.length;
  }
}

/** The photos of cameras and telephones. */
export const JPEG: Format = {
  ending: '.jpg',
  sign: ({ text }) => text.startsWith('\xff\xd8\xff'),
  completeness: jpegCompleteness,
};
