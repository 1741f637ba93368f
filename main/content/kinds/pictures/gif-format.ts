import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DOUBTFUL_END, TRUNCATED } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { brokenOff, endsInZeros } from '../../completeness/zeros.ts';
import { subBlocksOf, tableSize } from './gif-blocks.ts';

/**
 * GIF89a: blocks and their sub-blocks, to the trailer; zeros between two blocks are passed over. Some programs forget the
 * trailer: then only time tells whether more frames are to come.
 */
async function gifCompleteness(bytes: Bytes): Promise<Completeness> {
  const screen = await bytes.at(0, 13);
  if (screen.length < 13) return TRUNCATED;
  let at = 13 + tableSize(screen[10] ?? 0);
  let frames = 0;
  for (;;) {
    const head = await bytes.at(at, 10);
    const kind = head[0];
    if (kind === 0x3b) return COMPLETE;
    if (kind === 0) {
      at = await afterZeros(bytes, at);
      continue;
    }
    const first = subBlocksOf(head);
    if (first === null) return frames > 0 && !(await endsInZeros(bytes)) ? DOUBTFUL_END : brokenOff(bytes);
    if (kind === 0x2c) frames += 1;
    at += first;
    const next = await afterSubBlocks(bytes, at);
    if (next === null) return TRUNCATED;
    at = next;
  }
}

async function afterZeros(bytes: Bytes, from: number): Promise<number> {
  for (let at = from; ; ) {
    const run = await bytes.run(at);
    const i = run.findIndex((byte) => byte !== 0);
    if (i >= 0 || run.length === 0) return at + Math.max(0, i);
    at += run.length;
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
