import sharp from 'sharp';
import { blurOf } from '../../main/content/kinds/pictures/make-picture.ts';
import { committed } from './media-files.ts';
import type { PlayerFixture } from './player-fixture.ts';

/** A picture for the slides of tests: where it is served, and its size in pixels. */
export interface Picture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly blur: string;
}

type Shape = Omit<Picture, 'blur'>;

/** Hills under a sky: only shapes, so that it is the same on every machine. */
function hills({ width, height }: Shape): string {
  const at = (x: number, y: number): string => `${Math.round(x * width)},${Math.round(y * height)}`;
  return `<rect width="${width}" height="${height}" fill="#9fc4dd"/>
    <circle cx="${width * 0.72}" cy="${height * 0.26}" r="${Math.min(width, height) * 0.1}" fill="#f7e3a1"/>
    <polygon points="${at(0, 0.62)} ${at(0.35, 0.4)} ${at(0.7, 0.66)} ${at(1, 0.5)} ${at(1, 1)} ${at(0, 1)}" fill="#5d8a6a"/>
    <polygon points="${at(0, 0.8)} ${at(0.5, 0.62)} ${at(1, 0.84)} ${at(1, 1)} ${at(0, 1)}" fill="#39604a"/>`;
}

/** A page of a document, with grey lines for its text. */
function sheet({ width, height }: Shape): string {
  const lines = Array.from({ length: 22 }, (_, n) => {
    const length = n % 5 === 4 ? 0.4 : 0.8;
    return `<rect x="${width * 0.1}" y="${Math.round(height * (0.16 + n * 0.035))}" width="${width * length}" height="${Math.round(height * 0.012)}" fill="#555"/>`;
  });
  return `<rect width="${width}" height="${height}" fill="#fff"/><rect x="${width * 0.1}" y="${height * 0.07}" width="${width * 0.5}" height="${height * 0.04}" fill="#223"/>${lines.join('')}`;
}

/** A logo on white paper: a shield and a wave. */
const shield = ({ width, height }: Shape): string =>
  `<rect width="${width}" height="${height}" fill="#fff"/><path d="M${width * 0.18} 20h${width * 0.64}v${height * 0.5}q0 ${height * 0.3} -${width * 0.32} ${height * 0.38}q-${width * 0.32} -${height * 0.08} -${width * 0.32} -${height * 0.38}z" fill="#1f47a8"/><path d="M${width * 0.24} ${height * 0.5}q${width * 0.13} -60 ${width * 0.26} 0t${width * 0.26} 0" stroke="#f2b134" stroke-width="34" fill="none"/>`;

const white = ({ width, height }: Shape): string => `<rect width="${width}" height="${height}" fill="#fff"/>`;

const files = new Map<string, Uint8Array>();

async function drawn(name: string, width: number, height: number, draw: (picture: Shape) => string): Promise<Picture> {
  const one = { src: `/media/${name}`, width, height };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${draw(one)}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).webp({ quality: 90 }).toBuffer();
  files.set(one.src, bytes);
  const blur = `${one.src}/blur.webp`;
  files.set(blur, await blurOf(sharp(bytes)));
  return { ...one, blur };
}

export const LANDSCAPE = await drawn('paysage.webp', 1600, 900, hills);
export const PORTRAIT = await drawn('portrait.webp', 800, 1200, hills);
export const PAGE = await drawn('page.webp', 900, 1273, sheet);
export const WHITE = await drawn('blanc.webp', 1600, 900, white);
export const PANORAMA = await drawn('panorama.webp', 2000, 200, hills);
export const TOWER = await drawn('tour.webp', 200, 2000, hills);
export const POINT = await drawn('point.webp', 1, 1, hills);
export const LOGO = await drawn('logo.webp', 420, 300, shield);
export const FILM = { src: '/media/film.webm', width: 320, height: 180 };

/** Makes the stand-in for the service serve all of these. */
export async function servePictures(service: PlayerFixture): Promise<void> {
  for (const [src, bytes] of files) service.serve(src, { type: 'image/webp', bytes });
  service.serve(FILM.src, { type: 'video/webm', bytes: await committed('film-vp9.webm') });
}
