import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bitmap } from '../../../../support/bitmaps.ts';
import * as files from '../../../../support/media-files.ts';
import { LONG_AGO_MS, type NowBench, openNowBench, type Picture } from '../../../../support/prepare-now.ts';
import { tiffOf } from '../../../../support/tiffs.ts';

const SIZE = { width: 160, height: 120 };
const KINDS: readonly [name: string, make: () => Promise<Buffer> | Buffer][] = [
  ['photo.jpg', () => files.jpeg(SIZE)],
  ['progressive.jpg', () => files.progressiveJpeg(SIZE)],
  ['cmyk.jpg', () => files.jpegCmyk(SIZE)],
  ['capture.png', () => files.png(SIZE)],
  [
    'entrelacée.png',
    async () =>
      sharp(await files.png(SIZE))
        .png({ progressive: true })
        .toBuffer(),
  ],
  ['image.webp', () => files.webp(SIZE)],
  ['image.avif', () => files.avif(SIZE)],
  [
    'image.gif',
    async () =>
      sharp(await files.png(SIZE))
        .gif()
        .toBuffer(),
  ],
  ['scan.tif', () => files.tiff(SIZE)],
  ['scan-none.tif', () => files.tiff(SIZE, 'none')],
  ['pages.tif', () => tiffOf([{ grey: 10 }, { grey: 90 }], true)],
  ['dessin.bmp', () => files.bmp(SIZE)],
  ['palette.bmp', () => bitmap({ bits: 8 })],
  ['rle.bmp', () => bitmap({ bits: 8, rle: true })],
  ['affiche.svg', () => files.svg()],
];

/**
 * The mean difference of two pictures, by a grid of places above their last 16 lines: libvips does not tell whether the last
 * row of blocks of a JPEG lacks some of its bytes.
 */
function difference(one: Picture, other: Picture): number {
  const lowest = Math.max(0.5, 1 - 17 / one.height);
  const places = Array.from({ length: 256 }, (_, n) => [(n % 16) / 15, (Math.floor(n / 16) / 15) * lowest] as const);
  const sum = places.reduce((total, [x, y]) => {
    const [a, b] = [one.at(x, y), other.at(x, y)];
    return total + Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? 0))));
  }, 0);
  return sum / places.length;
}

describe('a picture of which a part is missing is never shown, however long nothing changes', () => {
  let bench: NowBench;
  const made = new Map<string, Buffer>();
  const whole = new Map<string, Picture>();
  beforeAll(async () => {
    bench = await openNowBench();
    for (const [name, make] of KINDS) {
      const file = await make();
      made.set(name, file);
      whole.set(name, await bench.pixels(await bench.prepare(name, file)));
    }
  });
  afterAll(() => bench.close());

  /** It is refused, or nothing of it is missing on the wall but, perhaps, the last lines of a JPEG. */
  const isNeverHalf = async (name: string, cut: Buffer, quietMs: number): Promise<void> => {
    const prepared = await bench.prepare(name, cut, quietMs);
    if (!prepared.ok) return;
    const reference = whole.get(name);
    if (reference === undefined) throw new Error(name);
    expect(difference(await bench.pixels(prepared), reference), `${name} cut at ${cut.length}`).toBeLessThan(4);
  };

  it.each(KINDS)('%s, cut at each twentieth and in each of its last bytes', async (name) => {
    const file = made.get(name) ?? Buffer.alloc(0);
    for (let n = 1; n < 20; n += 1) {
      await isNeverHalf(name, file.subarray(0, Math.floor((file.length * n) / 20)), LONG_AGO_MS);
    }
    for (const back of [1, 2, 3, 5, 8, 12, 13, 20, 40]) await isNeverHalf(name, file.subarray(0, -back), LONG_AGO_MS);
  });

  it('any of them, cut anywhere, while it is copied and after', { timeout: 60_000 }, async () => {
    const names = KINDS.map(([name]) => name);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        share,
        fc.constantFrom(0, LONG_AGO_MS),
        async (name, cut, quietMs) => {
          const file = made.get(name) ?? Buffer.alloc(0);
          await isNeverHalf(name, file.subarray(0, Math.floor(file.length * cut)), quietMs);
        },
      ),
      { numRuns: 150 },
    );
  });
});
