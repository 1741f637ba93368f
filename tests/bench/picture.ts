import sharp from 'sharp';
import type { Bench } from './bench-part.ts';
import { quantile, type Row, spreadOf } from './figures.ts';
import { openWall, paintedAt } from './on-wall.ts';
import { photo } from './pictures.ts';

/** A photo of 12 megapixels, from its writing to the wall, compared with only decoding, resizing and encoding it. */
export async function benchPicture({ browser, quick }: Bench): Promise<Row[]> {
  const rounds = quick ? 3 : 8;
  const wall = await openWall(browser, (folders) => folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n'));
  const painted: number[] = [];
  const alone: number[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const bytes = await photo(4000, 3000);
      const before = performance.now();
      await sharp(bytes)
        .autoOrient()
        .resize({ width: 1920, height: 1920, fit: 'inside' })
        .webp({ quality: 82, effort: 0 })
        .toBuffer();
      alone.push(performance.now() - before);
      await wall.folders.write(`photo-${round}.jpg`, bytes);
      const written = Date.now();
      painted.push((await paintedAt(wall.page, { source: `photo-${round}.jpg` })) - written);
    }
  } finally {
    await wall.close();
  }
  const ratio = quantile(painted, 0.5) / quantile(alone, 0.5);
  return [
    { what: '12 megapixels written → painted', figure: spreadOf(painted) },
    { what: 'only sharp: decode, resize, WebP, once', figure: spreadOf(alone) },
    { what: 'ratio of the medians', figure: ratio.toFixed(2) },
  ];
}
