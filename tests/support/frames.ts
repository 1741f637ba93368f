import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** A frame of the compositor, reduced in size. */
export interface Frame {
  /** Epoch milliseconds. */
  readonly atMs: number;
  /** Red, green, blue, a byte each, line by line from the top. */
  readonly pixels: Uint8Array;
}

/** A frame of a change that is neither the old slide, nor the new one, nor a mix of the two. */
export interface Strange {
  readonly atMs: number;
  /** Share of the pixels that are not a mix, from 0 to 1. */
  readonly share: number;
  /** `back`: it shows more of the old slide than a frame before it. */
  readonly why: 'no mix' | 'back';
}

/** Frames are compared in this width, pixels. */
const WIDTH = 240;
/** A channel may differ this much from the mix, because of scaling and rounding. */
const TOLERANCE = 20;
/** A pixel whose channels change no more than this while its slide is shown does not move. */
const MAX_CHANGE_OF_STILL = 6;
/** Share of the pixels that need not be a mix: edges of letters, when the frame is reduced. */
export const MAX_STRANGE_SHARE = 0.004;
/** Height of the time bar and one row above it, as a share of the height of the wall: the bar is not compared. */
const BAR_HEIGHT = 2 / 135;
/** A later frame may show so much more of the old slide, because of rounding. */
const MAX_BACK = 0.06;

/** Records every frame of the compositor during `run` (Page.startScreencast), which can ask when the last one was taken, epoch milliseconds. */
export async function recordFrames(page: Page, run: (lastAtMs: () => number) => Promise<void>): Promise<Frame[]> {
  const session = await page.context().newCDPSession(page);
  const taken: { readonly atMs: number; readonly png: Buffer }[] = [];
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    taken.push({ atMs: (metadata.timestamp ?? 0) * 1000, png: Buffer.from(data, 'base64') });
    // The page may have been closed in the meantime.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1, maxWidth: WIDTH, maxHeight: WIDTH });
  await run(() => taken.at(-1)?.atMs ?? 0);
  await session.send('Page.stopScreencast');
  await session.detach();
  const frames: Frame[] = [];
  for (const { atMs, png } of taken) frames.push({ atMs, pixels: await sharp(png).removeAlpha().raw().toBuffer() });
  return frames.toSorted((a, b) => a.atMs - b.atMs);
}

/** What a slide looks like: its last frame, and the lowest and highest value of each channel in all its frames. */
interface Look {
  readonly pixels: Uint8Array;
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

function lookOf(frames: readonly Frame[]): Look {
  const last = frames.at(-1);
  if (!last) throw new Error('there is no frame of the slide alone');
  const low = Uint8Array.from(last.pixels);
  const high = Uint8Array.from(last.pixels);
  for (const { pixels } of frames) {
    for (let i = 0; i < pixels.length; i += 1) {
      const value = pixels[i] ?? 0;
      if (value < (low[i] ?? 0)) low[i] = value;
      if (value > (high[i] ?? 0)) high[i] = value;
    }
  }
  return { pixels: last.pixels, low, high };
}

const spread = ({ low, high }: Look, i: number): number => (high[i] ?? 0) - (low[i] ?? 0);

/**
 * The frames of a change that are not a mix of the old slide and the new one. In a cross-fade, every pixel of a frame has the
 * same share of both; where one of the slides moves by itself, a pixel only has to be within all the values it had there.
 * The share of the new slide must grow: a frame that goes back is a flash too. `maxShare`: share of the pixels that need not
 * be a mix.
 */
export function strangeFrames(
  change: readonly Frame[],
  before: readonly Frame[],
  after: readonly Frame[],
  maxShare = MAX_STRANGE_SHARE,
): Strange[] {
  const a = lookOf(before);
  const b = lookOf(after);
  const length = a.pixels.length;
  const still = new Uint8Array(length);
  for (let i = 0; i < length; i += 1)
    still[i] = spread(a, i) <= MAX_CHANGE_OF_STILL && spread(b, i) <= MAX_CHANGE_OF_STILL ? 1 : 0;
  const strange: Strange[] = [];
  let furthest = 0;
  for (const { atMs, pixels } of change) {
    const { mix, certain } = mixOf(pixels, a, b, still);
    const share = shareOff(pixels, a, b, still, mix);
    if (share > maxShare) strange.push({ atMs, share, why: 'no mix' });
    else if (certain && mix < furthest - MAX_BACK) strange.push({ atMs, share, why: 'back' });
    else if (certain) furthest = Math.max(furthest, mix);
  }
  return strange;
}

/** The share of `b`, from 0 to 1, that explains a frame best (least squares); uncertain where both look nearly the same. */
function mixOf(pixels: Uint8Array, a: Look, b: Look, still: Uint8Array): { mix: number; certain: boolean } {
  let along = 0;
  let length = 0;
  for (let i = 0; i < pixels.length; i += 1) {
    if (!still[i]) continue;
    const way = (b.pixels[i] ?? 0) - (a.pixels[i] ?? 0);
    along += ((pixels[i] ?? 0) - (a.pixels[i] ?? 0)) * way;
    length += way * way;
  }
  const mix = length === 0 ? 0 : Math.min(1, Math.max(0, along / length));
  return { mix, certain: length > pixels.length * 100 };
}

/** The share of the pixels that differ from the mix, without the time bar. */
function shareOff(pixels: Uint8Array, a: Look, b: Look, still: Uint8Array, mix: number): number {
  let off = 0;
  const end = Math.floor((pixels.length / 3) * (1 - BAR_HEIGHT)) * 3;
  for (let i = 0; i < end; i += 3) {
    for (let channel = i; channel < i + 3; channel += 1) {
      if (distance(pixels[channel] ?? 0, a, b, channel, still[channel] ? mix : null) <= TOLERANCE) continue;
      off += 1;
      break;
    }
  }
  return off / (pixels.length / 3);
}

/** How much a channel differs from the mix; where something moves (`mix` null), from all the values it had there. */
function distance(value: number, a: Look, b: Look, i: number, mix: number | null): number {
  if (mix !== null) {
    const from = a.pixels[i] ?? 0;
    return Math.abs(value - (from + mix * ((b.pixels[i] ?? 0) - from)));
  }
  const low = Math.min(a.low[i] ?? 0, b.low[i] ?? 0);
  const high = Math.max(a.high[i] ?? 0, b.high[i] ?? 0);
  return Math.max(0, low - value, value - high);
}

/** A frame of one colour, as large as another. */
export function flatFrame(like: Frame, [r, g, b]: readonly [number, number, number]): Frame {
  return { ...like, pixels: like.pixels.map((_, i) => [r, g, b][i % 3] ?? 0) };
}

/** One walk through every ordered pair: the second of a pair is the first of the next one (Hierholzer's algorithm). */
export function walkOf<T>(pairs: readonly (readonly [T, T])[]): T[] {
  const left = new Map<T, T[]>();
  for (const [from, to] of pairs) left.set(from, [...(left.get(from) ?? []), to]);
  const stack = pairs.slice(0, 1).map(([from]) => from);
  const walk: T[] = [];
  for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
    const next = left.get(at)?.pop();
    if (next !== undefined) stack.push(next);
    else walk.push(...stack.splice(-1));
  }
  return walk.reverse();
}
