/**
 * A photo of 24 megapixels copied at 1 MB/s: it must not be shown before its last byte, and completely soon after.
 *
 * What would make it lie: a copy that ends before its last byte is on the disk; a picture whose lowest tenth is as grey as a
 * half-read one would be; asking the catalogue so seldom that an early reading goes unseen (it is asked with each 50 KB).
 */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { openWall, paintedAt, type Wall } from '../on-wall.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';

const CHUNK = 50_000;
const BYTES_PER_MS = 1_000;

export const row: Row = {
  name: 'copy',
  notShown: 'One photo, one speed, on a disk of this machine and not on a share.',
  run: benchSlowCopy,
};

async function benchSlowCopy(bench: Bench): Promise<Measured[]> {
  const wall = await openWall(await bench.browser(), (folders) =>
    folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n'),
  );
  try {
    const bytes = await photo(6000, 4000);
    const { written, early } = await copySlowly(wall, bytes);
    const painted = (await paintedAt(wall.page, { source: 'lente.jpg' })) - written;
    const off = await differenceFrom(wall, bytes);
    return [
      {
        what: '24 megapixels copied at 1 MB/s: last byte → painted',
        against: null,
        unit: 'ms',
        values: [painted],
        aims: [],
        headline: true,
      },
      {
        what: 'times it was in the catalogue before its last byte',
        against: null,
        unit: '',
        values: [early],
        aims: [{ of: 'worst', most: 0 }],
      },
      {
        what: 'difference of its lowest tenth from the original, of 255',
        against: null,
        unit: '',
        values: [off],
        aims: [{ of: 'worst', most: 10 }],
      },
    ];
  } finally {
    await wall.close();
  }
}

async function copySlowly({ folders, service }: Wall, bytes: Buffer): Promise<{ written: number; early: number }> {
  const file = await open(join(folders.content, 'lente.jpg'), 'w');
  const begun = performance.now();
  let early = 0;
  for (let at = 0; at < bytes.length; at += CHUNK) {
    await pause(Math.max(0, begun + at / BYTES_PER_MS - performance.now()));
    const { items } = await service.catalogue();
    if (items.some(({ file: name }) => name === 'lente.jpg')) early += 1;
    await file.write(bytes.subarray(at, at + CHUNK));
  }
  await file.close();
  return { written: Date.now(), early };
}

/** Mean difference between the lowest tenth of the picture on the wall and that of the original, from 0 to 255. */
async function differenceFrom({ service }: Wall, original: Buffer): Promise<number> {
  const { slides } = await service.programme();
  const slide = slides.find(({ source }) => source === 'lente.jpg');
  if (slide?.kind !== 'image') return Number.NaN;
  const played = Buffer.from(await (await fetch(new URL(slide.src, service.url))).arrayBuffer());
  const small = (picture: Buffer) => sharp(picture).resize(200, 100, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  const [a, b] = await Promise.all([small(played), small(original)]);
  const from = Math.floor(a.length * 0.9);
  return a.subarray(from).reduce((sum, value, i) => sum + Math.abs(value - (b[from + i] ?? 0)), 0) / (a.length - from);
}
