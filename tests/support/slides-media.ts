import sharp from 'sharp';
import { committed } from './media-files.ts';
import type { PlayerFixture } from './player-fixture.ts';

/** A picture of the tests: where it is served, and its size. */
export interface Picture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

const picture = (name: string, width: number, height: number): Picture => ({ src: `/media/${name}`, width, height });

export const LANDSCAPE = picture('paysage.webp', 1600, 900);
export const PORTRAIT = picture('portrait.webp', 800, 1200);
export const PAGE = picture('page.webp', 900, 1273);
export const WHITE = picture('blanc.webp', 1600, 900);
export const PANORAMA = picture('panorama.webp', 2000, 200);
export const TOWER = picture('tour.webp', 200, 2000);
export const POINT = picture('point.webp', 1, 1);
export const FILM = picture('film.webm', 320, 180);

/** Hills under a sky: shapes alone, so that it is the same on every machine. */
function hills({ width, height }: Picture): string {
  const at = (x: number, y: number): string => `${Math.round(x * width)},${Math.round(y * height)}`;
  return `<rect width="${width}" height="${height}" fill="#9fc4dd"/>
    <circle cx="${width * 0.72}" cy="${height * 0.26}" r="${Math.min(width, height) * 0.1}" fill="#f7e3a1"/>
    <polygon points="${at(0, 0.62)} ${at(0.35, 0.4)} ${at(0.7, 0.66)} ${at(1, 0.5)} ${at(1, 1)} ${at(0, 1)}" fill="#5d8a6a"/>
    <polygon points="${at(0, 0.8)} ${at(0.5, 0.62)} ${at(1, 0.84)} ${at(1, 1)} ${at(0, 1)}" fill="#39604a"/>`;
}

/** A sheet of a document: grey lines for its text. */
function sheet({ width, height }: Picture): string {
  const lines = Array.from({ length: 22 }, (_, n) => {
    const length = n % 5 === 4 ? 0.4 : 0.8;
    return `<rect x="${width * 0.1}" y="${Math.round(height * (0.16 + n * 0.035))}" width="${width * length}" height="${Math.round(height * 0.012)}" fill="#555"/>`;
  });
  return `<rect width="${width}" height="${height}" fill="#fff"/><rect x="${width * 0.1}" y="${height * 0.07}" width="${width * 0.5}" height="${height * 0.04}" fill="#223"/>${lines.join('')}`;
}

const white = ({ width, height }: Picture): string => `<rect width="${width}" height="${height}" fill="#fff"/>`;

const DRAWN: readonly (readonly [Picture, (picture: Picture) => string])[] = [
  [LANDSCAPE, hills],
  [PORTRAIT, hills],
  [PAGE, sheet],
  [WHITE, white],
  [PANORAMA, hills],
  [TOWER, hills],
  [POINT, hills],
];

/** Puts all of these on a stand-in for the service. */
export async function servePictures(service: PlayerFixture): Promise<void> {
  for (const [one, draw] of DRAWN) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${one.width}" height="${one.height}">${draw(one)}</svg>`;
    service.serve(one.src, {
      type: 'image/webp',
      bytes: await sharp(Buffer.from(svg)).webp({ quality: 90 }).toBuffer(),
    });
  }
  service.serve(FILM.src, { type: 'video/webm', bytes: await committed('film-vp9.webm') });
}
