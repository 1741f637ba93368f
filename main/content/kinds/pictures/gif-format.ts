import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DOUBTFUL_END, TRUNCATED } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';

/**
 * GIF89a: blocks and their sub-blocks, to the trailer. Some programs forget the trailer: then only time tells whether more
 * frames are to come.
 */
async function gifCompleteness(bytes: Bytes): Promise<Completeness> {
  const tableSize = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  const screen = await bytes.at(0, 13);
  if (screen.length < 13) return TRUNCATED;
  let at = 13 + tableSize(screen[10] ?? 0);
  let frames = 0;
  for (;;) {
    const head = await bytes.at(at, 10);
    const kind = head[0];
    if (kind === 0x3b) return COMPLETE;
    if (kind === 0x21) at += 2;
    else if (kind === 0x2c && head.length === 10) {
      at += 11 + tableSize(head[9] ?? 0);
      frames += 1;
    } else return frames > 0 && !(await endsInZeros(bytes)) ? DOUBTFUL_END : brokenOff(bytes);
    const next = await afterSubBlocks(bytes, at);
    if (next === null) return TRUNCATED;
    at = next;
  }
}

async function afterSubBlocks(bytes: Bytes, from: number): Promise<number | null> {
  let at = from;
  while (at < bytes.size) {
    const run = await bytes.run(at);
    let i = 0;
    while (i < run.length) {
      const length = run[i] ?? 0;
      i += 1 + length;
      if (length === 0) return at + i;
    }
    at += i;
    if (run.length === 0) return null;
  }
  return null;
}

export const GIF: Format = {
  ending: '.gif',
  sign: ({ text }) => text.startsWith('GIF87a') || text.startsWith('GIF89a'),
  completeness: gifCompleteness,
};
