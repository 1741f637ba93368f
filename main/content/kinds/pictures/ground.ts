import sharp, { type Sharp } from 'sharp';

/** The wall gives transparent pictures a white ground; this is the darkest colour of the wall. */
const NIGHT = '#0b0f1c';
/** A ground for pictures that are light in some parts of their outline and dark in others: 4.7:1 to white, 4:1 to `NIGHT`. */
const SLATE = '#64748b';
/** The outline is looked at in a copy of this size, pixels. */
const SIDE = 512;
/** From this value of alpha on, a pixel is seen. */
const MIN_ALPHA = 64;
/** Relative luminance (WCAG 2) above which a colour is lost on white, at 1.6:1, and below which it is lost on `NIGHT`. */
const LIGHT = 0.6;
const DARK = 0.05;
/** Shares of the outline. */
const MIN_LIGHT = 0.3;
const MAX_DARK = 0.1;

/** A colour, or `white`, which is the ground that the wall gives anyway. */
type Ground = 'white' | 'nothing' | typeof NIGHT | typeof SLATE;

/**
 * The ground on which a transparent picture can be seen, where it cannot be on the white one of the wall: a white logo is
 * laid on dark. `nothing` where there is nothing to be seen.
 */
export async function groundFor(picture: Sharp): Promise<Ground> {
  const { data, info } = await picture
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (!hasInk(data)) return 'nothing';
  const { light, dark, all } = outline(data, info.width);
  if (all === 0 || light / all < MIN_LIGHT) return 'white';
  return dark / all <= MAX_DARK ? NIGHT : SLATE;
}

/** Frames of an animation that are looked at, spread over all of it: many begin empty, and end full. */
const LOOKS = 12;

/**
 * The same for an animation: `nothing` where nothing is to be seen in any of its frames. It may have fewer of them than the file
 * it is made from: WebP keeps one frame of several that are the same.
 */
export async function groundForAll(animation: Uint8Array): Promise<Ground> {
  const { pages: frames = 1 } = await sharp(animation).metadata();
  const count = Math.min(LOOKS, frames);
  const pages = Array.from({ length: count }, (_, at) => Math.round((at * (frames - 1)) / Math.max(1, count - 1)));
  const grounds: Ground[] = [];
  for (const page of pages) grounds.push(await groundFor(sharp(animation, { page })));
  const seen = grounds.filter((ground) => ground !== 'nothing');
  return seen.find((ground) => ground !== 'white') ?? seen[0] ?? 'nothing';
}

/** Alpha below which nobody sees anything. */
const MIN_INK = 8;

const hasInk = (data: Buffer): boolean => {
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) >= MIN_INK) return true;
  return false;
};

/** How many pixels beside a transparent one there are, and how many of them are light and dark. */
function outline(data: Buffer, width: number): { light: number; dark: number; all: number } {
  const count = { light: 0, dark: 0, all: 0 };
  const isSeen = (pixel: number): boolean => (data[pixel * 4 + 3] ?? OUTSIDE) >= MIN_ALPHA;
  for (let pixel = 0; pixel < data.length / 4; pixel += 1) {
    if (!isSeen(pixel)) continue;
    const x = pixel % width;
    const isInside =
      (x === 0 || isSeen(pixel - 1)) &&
      (x === width - 1 || isSeen(pixel + 1)) &&
      isSeen(pixel - width) &&
      isSeen(pixel + width);
    if (isInside) continue;
    const luminance = luminanceOf(data, pixel * 4);
    count.all += 1;
    if (luminance > LIGHT) count.light += 1;
    if (luminance < DARK) count.dark += 1;
  }
  return count;
}

/** Beyond the edge of the picture nothing is transparent. */
const OUTSIDE = 255;

/** Relative luminance, from 0 to 1, with the plain power 2.2 in place of the curve of sRGB. */
function luminanceOf(data: Buffer, at: number): number {
  const linear = (value = 0): number => (value / 255) ** 2.2;
  return 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
}
