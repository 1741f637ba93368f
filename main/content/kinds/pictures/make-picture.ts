import { posix } from 'node:path';
import sharp, { type JpegOptions, type ResizeOptions, type Sharp, type SharpOptions } from 'sharp';
import { compact } from '../../../lib/compact.ts';
import { fold } from '../../../lib/fold.ts';
import type { Media } from '../../../programme/item.ts';
import type { Fault } from '../../faults/fault.ts';
import { MAX_PIXELS } from '../../preparation/limits.ts';
import type { Store } from '../../store/store.ts';
import { groundFor, groundForAll } from './ground.ts';
import { animationCut, tooManyPixels } from './picture-faults.ts';

/**
 * An opaque picture is a JPEG: it is encoded in a tenth of the time that WebP takes, and the wall decodes it in half the time.
 * Quality 90 shows no loss at 3 m. Codes of its own for each picture would save 7 % of the bytes of a photo, and take three
 * times as long.
 */
const JPEG = { quality: 90, optimiseCoding: false } as const;
/** The coloured letters of drawings and pages need their colours at full size; cameras do not keep them so. */
const JPEG_OF_LETTERS = { ...JPEG, chromaSubsampling: '4:4:4' } as const;
/** A transparent picture, or one that moves. Quality 82 shows no loss at 3 m; more effort takes longer for the same bytes. */
const WEBP = { quality: 82, effort: 0 } as const;
/** Long side and standard deviation of the blurred copy, in its pixels. */
const BLUR = { side: 96, sigma: 8 } as const;
/** The blurred copy is darkened on the wall, and blurring makes colours greyer: this gives the colours back. */
const BLUR_SATURATION = 1.4;
/** The value of alpha of a pixel through which nothing is seen. */
const OPAQUE = 255;

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
  /** The last part of its address, without the ending, which tells what it became. */
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

type Open = (more: SharpOptions) => Sharp;

/** A picture reduced to the size of the wall: its pixels, from which all that is kept of it is made. */
interface Reduced {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** What is kept of a picture. */
interface Encoded {
  readonly data: Uint8Array;
  readonly ending: '.jpg' | '.webp';
  readonly width: number;
  readonly height: number;
  readonly blur: Uint8Array;
}

/** A decoder that takes longer, seconds, is broken off. */
const LIMIT = { seconds: 60 } as const;

/**
 * Makes the one picture that the wall plays: turned as its EXIF says, its colours brought from its profile (Display P3,
 * CMYK …) to sRGB, reduced to `longSide` and never enlarged, without metadata; an animation stays one. It is decoded once. What
 * would be light on the white ground that the wall gives to transparent pictures gets a darker ground.
 * Gives a fault for what it refuses from the header, and `nothing` where every pixel is transparent. @throws what sharp throws
 * for what does not decode.
 */
export async function makePicture(pixels: Pixels, work: PictureWork): Promise<PictureResult | Fault | 'nothing'> {
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
  const size = resizeTo(facts, work);
  const encoded =
    shownFrames > 1
      ? await encodeAnimation(open, shownFrames, size)
      : await encodeStill(await reduce(open, pixels, size), facts.format === 'jpeg' ? JPEG : JPEG_OF_LETTERS);
  if (encoded === 'nothing') return encoded;
  const [hash, blur] = await Promise.all([store.put(encoded.data), store.put(encoded.blur)]);
  return {
    media: { hash, name: `${name}${encoded.ending}`, width: encoded.width, height: encoded.height, blur },
    warnings: shownFrames < frames ? [animationCut(shownFrames, frames)] : [],
  };
}

async function encodeStill(reduced: Reduced, jpeg: JpegOptions): Promise<Encoded | 'nothing'> {
  const { width, height } = reduced;
  const isOpaque = hasNoAlpha(reduced);
  const ground = isOpaque ? 'white' : await groundFor(sharpOf(reduced));
  if (ground === 'nothing') return ground;
  const isTransparent = !isOpaque && ground === 'white';
  const laid = (): Sharp => {
    if (isTransparent) return sharpOf(reduced);
    return isOpaque ? sharpOf(reduced).removeAlpha() : sharpOf(reduced).flatten({ background: ground });
  };
  const [data, blur] = await Promise.all([
    (isTransparent ? laid().webp(WEBP) : laid().jpeg(jpeg)).toBuffer(),
    blurOf(laid()),
  ]);
  return { data, blur, width, height, ending: isTransparent ? '.webp' : '.jpg' };
}

async function encodeAnimation(open: Open, pages: number, size: ResizeOptions): Promise<Encoded | 'nothing'> {
  const encode = (ground: string | null) => {
    const sized = open({ pages }).resize(size);
    return (ground === null ? sized : sized.flatten({ background: ground }))
      .toColourspace('srgb')
      .webp(WEBP)
      .timeout(LIMIT)
      .toBuffer({ resolveWithObject: true });
  };
  let made = await encode(null);
  const ground = made.info.channels === 4 ? await groundForAll(made.data) : 'white';
  if (ground === 'nothing') return ground;
  if (ground !== 'white') made = await encode(ground);
  const { data, info } = made;
  const height = info.pageHeight ?? info.height;
  return { data, blur: await blurOf(sharp(data)), width: info.width, height, ending: '.webp' };
}

async function reduce(open: Open, pixels: Pixels, size: ResizeOptions): Promise<Reduced> {
  // Bare pixels, which have neither a profile nor EXIF, are ready where they fit.
  if (!(pixels instanceof Uint8Array) && Math.max(pixels.width, pixels.height) <= (size.width ?? 0)) return pixels;
  const { data, info } = await open({})
    .autoOrient()
    .resize(size)
    .toColourspace('srgb')
    .timeout(LIMIT)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

const sharpOf = ({ data, width, height, channels }: Reduced): Sharp =>
  sharp(data, { raw: { width, height, channels } });

/** Whether nothing shines through: pictures often have an alpha channel that says nothing. */
function hasNoAlpha({ data, channels }: Reduced): boolean {
  if (channels === 1 || channels === 3) return true;
  for (let at = channels - 1; at < data.length; at += channels) if (data[at] !== OPAQUE) return false;
  return true;
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
function opener(pixels: Pixels, { density, page, strict = false }: PictureWork): Open {
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
export function blurOf(picture: Sharp): Promise<Uint8Array> {
  return picture
    .resize({ width: BLUR.side, height: BLUR.side, fit: 'inside' })
    .blur(BLUR.sigma)
    .modulate({ saturation: BLUR_SATURATION })
    .webp({ quality: 95, smartSubsample: true })
    .toBuffer();
}

/** The last part of the address of a file of the store: the name in plain letters, and the page if any; the ending follows. */
export function nameFor(path: string, page?: number): string {
  const stem = fold(posix.basename(path).replace(/\.[^.]*$/, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${stem || 'media'}${page === undefined ? '' : `-p${page}`}`;
}
