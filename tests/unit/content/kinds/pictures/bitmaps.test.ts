import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BitmapOptions, bitmap, STRIPES, TOP } from '../../../../support/bitmaps.ts';
import { distance, type NowBench, openNowBench } from '../../../../support/prepare-now.ts';

const RGB565 = [0xf800, 0x7e0, 0x1f, 0] as const;
const ODD = [0x3ff, 0xffc00, 0x3ff00000, 0] as const;
const ARGB = [0xff0000, 0xff00, 0xff, 0xff000000] as const;

const BITMAPS: readonly [name: string, options: BitmapOptions][] = [
  ['one bit', { bits: 1 }],
  ['four bits', { bits: 4 }],
  ['eight bits', { bits: 8 }],
  ['four bits, packed (RLE4)', { bits: 4, rle: true }],
  ['eight bits, packed (RLE8)', { bits: 8, rle: true }],
  ['OS/2, one bit', { bits: 1, header: 12 }],
  ['OS/2, eight bits', { bits: 8, header: 12 }],
  ['OS/2, 24 bits', { bits: 24, header: 12 }],
  ['sixteen bits', { bits: 16 }],
  ['sixteen bits with masks', { bits: 16, masks: RGB565 }],
  ['24 bits', { bits: 24 }],
  ['24 bits from the top down', { bits: 24, topDown: true }],
  ['eight bits from the top down', { bits: 8, topDown: true }],
  ['32 bits', { bits: 32 }],
  ['32 bits, ten a colour', { bits: 32, masks: ODD }],
  ['V4 header, eight bits', { bits: 8, header: 108 }],
  ['V4 header with masks, 16 bits', { bits: 16, header: 108, masks: RGB565 }],
  ['V5 header, 24 bits', { bits: 24, header: 124 }],
  ['V5 header, opaque alpha', { bits: 32, header: 124, masks: ARGB, alpha: 255 }],
  ['V5 header, alpha that was never written', { bits: 32, header: 124, masks: ARGB, alpha: 0 }],
];

describe('a bitmap of Windows or OS/2 has its own colours', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());

  it.each(BITMAPS)('%s', async (name, options) => {
    const prepared = await bench.prepare('dessin.bmp', bitmap(options));
    expect(prepared, name).toMatchObject({ ok: true, warnings: [] });
    const picture = await bench.pixels(prepared);
    expect([picture.width, picture.height]).toEqual([61, 40]);
    const stripes = options.bits === 1 ? [STRIPES[0], STRIPES[1]] : STRIPES;
    for (const [n, colour] of stripes.entries()) {
      expect(distance(picture.at((n + 0.5) / stripes.length, 0.7), colour), `stripe ${n}`).toBeLessThan(24);
    }
    if (options.bits > 1) expect(distance(picture.at(0.5, 0.1), TOP)).toBeLessThan(24);
  });

  it.each([54, 100])('a palette that the position of the pixels (%d) forgets is no line of the picture', async (at) => {
    const forgotten = bitmap({ bits: 8 });
    forgotten.writeUInt32LE(at, 10);
    const picture = await bench.pixels(await bench.prepare('dessin.bmp', forgotten));
    for (const [n, colour] of STRIPES.entries())
      expect(distance(picture.at((n + 0.5) / 3, 0.7), colour)).toBeLessThan(24);
    expect(distance(picture.at(0.99, 0.95), STRIPES[2])).toBeLessThan(24);
  });

  it('a palette that is shorter than its header says ends where the pixels begin', async () => {
    const short = bitmap({ bits: 8 });
    const kept = Buffer.concat([short.subarray(0, 54 + 4 * 4), short.subarray(54 + 256 * 4)]);
    kept.writeUInt32LE(kept.length, 2);
    kept.writeUInt32LE(54 + 4 * 4, 10);
    const picture = await bench.pixels(await bench.prepare('dessin.bmp', kept));
    for (const [n, colour] of STRIPES.entries())
      expect(distance(picture.at((n + 0.5) / 3, 0.7), colour)).toBeLessThan(24);
  });

  it('a line without its padding at the end of the file is complete all the same', async () => {
    const whole = bitmap({ bits: 24 });
    expect(await bench.prepare('dessin.bmp', whole.subarray(0, -1))).toMatchObject({ ok: true });
    expect(await bench.prepare('dessin.bmp', whole.subarray(0, -2))).toMatchObject({
      fault: { code: 'file-truncated' },
    });
  });
});
