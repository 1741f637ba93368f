import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import type { Bench } from './bench-part.ts';
import { ms, type Row } from './figures.ts';
import { openWall, paintedAt, type Wall } from './on-wall.ts';
import { photo } from './pictures.ts';

const CHUNK = 50_000;
const BYTES_PER_MS = 1_000;

/** A photo of 24 megapixels copied at 1 MB/s: it must not be shown before its last byte, and completely soon after. */
export async function benchSlowCopy({ browser }: Bench): Promise<Row[]> {
  const wall = await openWall(browser, (folders) => folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n'));
  try {
    const bytes = await photo(6000, 4000);
    const { written, early } = await copySlowly(wall, bytes);
    const painted = (await paintedAt(wall.page, { source: 'lente.jpg' })) - written;
    const off = await differenceFrom(wall, bytes);
    return [
      {
        what: `24 megapixels at 1 MB/s (${(bytes.length / 1e6).toFixed(1)} MB): last byte → painted`,
        figure: ms(painted),
      },
      { what: 'times it was in the catalogue before its last byte', figure: String(early) },
      { what: 'mean difference of its lowest tenth from the original (of 255)', figure: off.toFixed(1) },
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
