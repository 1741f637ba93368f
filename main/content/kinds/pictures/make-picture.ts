import { posix } from 'node:path';
import sharp, { type ResizeOptions, type Sharp, type SharpOptions } from 'sharp';
import { compact } from '../../../lib/compact.ts';
import { fold } from '../../../lib/fold.ts';
import type { Media } from '../../../programme/item.ts';
import type { Fault } from '../../fault.ts';
import { MAX_PIXELS } from '../../preparation/limits.ts';
import type { Store } from '../../store.ts';
import { groundFor } from './ground.ts';
import { animationCut, imageTransparent, tooManyPixels } from './picture-faults.ts';

/**
 * Quality 82 shows no loss at 3 m. A picture of 12 megapixels at 3840 pixels takes 0.48 s with effort 0, 0.74 s with 2 and
 * 1.45 s with 4, for the same bytes within 4 %.
 */
const WEBP = { quality: 82, effort: 0 } as const;
/** Long side and standard deviation of the blurred copy, in its pixels. */
const BLUR = { side: 96, sigma: 8 } as const;
/** The blurred copy is darkened on the wall, and blurring makes colours greyer: this gives the colours back. */
const BLUR_SATURATION = 1.4;

export type Pixels =
  | Uint8Array
  | { readonly data: Uint8Array; readonly width: number; readonly height: number; readonly channels: 3 | 4 };

interface PictureResult {
  readonly media: Media;
  readonly warnings: readonly Fault[];
}

/** How a picture is made. */
export interface PictureWork {
  /** Longest side of the result, pixels. */
  readonly longSide: number;
  /** The last part of its address. */
  readonly name: string;
  readonly store: Store;
  /** Of a drawing: dots an inch. */
  readonly density?: number;
  /** Of a file of several pages: the one to show, from 0. */
  readonly page?: number;
  /** How much wider than high a pixel is; default 1. Fax machines scan twice as many pixels across as down. */
  readonly pixelRatio?: number;
  /** True where the file must decode without a single warning, since it may be cut. */
  readonly strict?: boolean;
}

/**
 * Makes the one picture that the wall plays: turned as its EXIF says, its colours brought from its profile (Display P3,
 * CMYK …) to sRGB, reduced to `longSide` and never enlarged, without metadata, WebP; an animation stays one. What would be
 * light on the white ground that the wall gives to transparent pictures gets a darker ground.
 * Gives a fault for what it refuses from the header. @throws what sharp throws for what does not decode.
 */
export async function makePicture(pixels: Pixels, work: PictureWork): Promise<PictureResult | Fault> {
  const { name, store } = work;
  const open = opener(pixels, work);
  const facts =
    pixels instanceof Uint8Array
      ? await open({ limitInputPixels: false }).metadata()
      : { ...pixels, pages: 1, format: 'raw' };
  const { width, height } = facts;
  if (width * height > MAX_PIXELS) return tooManyPixels(width, height);

  const frames = facts.format === 'gif' || facts.format === 'webp' ? (facts.pages ?? 1) : 1;
  const shownFrames = Math.max(1, Math.min(frames, Math.floor(MAX_PIXELS / (width * height))));
  const encode = (ground: string | null) => {
    const input = shownFrames > 1 ? open({ pages: shownFrames }) : open({}).autoOrient();
    const sized = input.resize(resizeTo(facts, work));
    return (ground === null ? sized : sized.flatten({ background: ground }))
      .toColourspace('srgb')
      .webp(WEBP)
      .timeout({ seconds: 60 })
      .toBuffer({ resolveWithObject: true });
  };
  let made = await encode(null);
  const ground = made.info.channels === 4 ? await groundFor(made.data) : 'white';
  if (ground === 'nothing') return imageTransparent();
  if (ground !== 'white') made = await encode(ground);
  const { data, info } = made;
  const [hash, blur] = await Promise.all([store.put(data), blurOf(data).then(store.put)]);
  return {
    media: { hash, name, width: info.width, height: info.pageHeight ?? info.height, blur },
    warnings: shownFrames < frames ? [animationCut(shownFrames, frames)] : [],
  };
}

/** The size of the result: inside a square of `longSide`, never enlarged, and with square pixels. */
function resizeTo({ width, height }: { width: number; height: number }, work: PictureWork): ResizeOptions {
  const { longSide, pixelRatio = 1 } = work;
  if (pixelRatio === 1) return { width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true };
  const [wide, high] = [width * Math.max(1, pixelRatio), height * Math.max(1, 1 / pixelRatio)];
  const scale = Math.min(1, longSide / Math.max(wide, high));
  const side = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
  return { width: side(wide), height: side(high), fit: 'fill' };
}

/** Opens the same pixels once more, with more options. */
function opener(pixels: Pixels, { density, page, strict = false }: PictureWork): (more: SharpOptions) => Sharp {
  const options = {
    failOn: strict ? 'warning' : 'truncated',
    limitInputPixels: MAX_PIXELS,
    sequentialRead: true,
    ...compact({ density, page }),
  } as const;
  if (pixels instanceof Uint8Array) return (more) => sharp(pixels, { ...options, ...more });
  const { data, width, height, channels } = pixels;
  return () => sharp(data, { ...options, raw: { width, height, channels } });
}

/**
 * A blurred copy, WebP of about 700 bytes; a smaller one would show the blocks of WebP as stripes. It holds no detail, so the wall
 * enlarges it without blocks to be seen. Made here, once: the wall neither decodes the picture again nor runs a filter.
 */
export function blurOf(picture: Uint8Array): Promise<Uint8Array> {
  return sharp(picture)
    .resize({ width: BLUR.side, height: BLUR.side, fit: 'inside' })
    .blur(BLUR.sigma)
    .modulate({ saturation: BLUR_SATURATION })
    .webp({ quality: 95, smartSubsample: true })
    .toBuffer();
}

/** The last part of the address of a picture: the name of the file in plain letters, the page if any, and the extension. */
export function nameFor(path: string, extension: string, page?: number): string {
  const stem = fold(posix.basename(path).replace(/\.[^.]*$/, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${stem || 'media'}${page === undefined ? '' : `-p${page}`}${extension}`;
}
