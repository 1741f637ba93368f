import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { blurOf } from '../../../main/content/kinds/pictures/make-picture.ts';
import type { MediaRef } from '../../../main/contract.ts';
import type { PlayerFixture } from '../player-fixture.ts';

/** Pictures and a film for recording changes of slides: some of one colour, some with shapes all over. */
const WALL = { width: 960, height: 540 };
const SHEET = { width: 420, height: 594 };

const flat = (size: typeof WALL, background: string) => sharp({ create: { ...size, channels: 3, background } });
const circles = Array.from(
  { length: 40 },
  (_, n) => `<circle cx="${(n * 197) % 960}" cy="${(n * 83) % 540}" r="50" fill="hsl(${n * 47},70%,60%)"/>`,
);
const rings = `<svg width="960" height="540"><rect width="960" height="540" fill="#204060"/>${circles.join('')}</svg>`;
const lines =
  '<svg width="420" height="594"><rect width="420" height="594" fill="#fff"/><rect width="420" height="120" fill="#c33"/><rect x="40" y="200" width="340" height="30" fill="#222"/></svg>';

interface Served {
  readonly media: MediaRef;
  readonly bytes: Uint8Array;
  readonly blurred: Uint8Array;
}

async function prepared(src: string, size: typeof WALL, picture: Sharp): Promise<Served> {
  const bytes = await picture.webp().toBuffer();
  return { bytes, blurred: await blurOf(sharp(bytes)), media: { src, ...size, blur: `${src}/blur.webp` } };
}

const PICTURES = {
  orange: await prepared('/media/a/photo.webp', WALL, flat(WALL, '#e08a1e')),
  rings: await prepared('/media/b/photo.webp', WALL, sharp(Buffer.from(rings))),
  green: await prepared('/media/a/page.webp', SHEET, flat(SHEET, '#2a9d8f')),
  lines: await prepared('/media/b/page.webp', SHEET, sharp(Buffer.from(lines))),
};

export const ORANGE = PICTURES.orange.media;
export const RINGS = PICTURES.rings.media;
export const GREEN_SHEET = PICTURES.green.media;
export const LINES_SHEET = PICTURES.lines.media;
export const BARS_FILM = { src: '/media/v/film.webm', width: 320, height: 180 };

/** Gives these pictures and the film to the stand-in for the service. */
export async function serveFlashMedia(service: PlayerFixture): Promise<void> {
  for (const { media, bytes, blurred } of Object.values(PICTURES)) {
    service.serve(media.src, { type: 'image/webp', bytes });
    service.serve(`${media.src}/blur.webp`, { type: 'image/webp', bytes: blurred });
  }
  const film = await readFile(new URL('../files/film-bars.webm', import.meta.url));
  service.serve(BARS_FILM.src, { type: 'video/webm', bytes: film });
}
