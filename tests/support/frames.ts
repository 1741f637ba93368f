import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** A frame as the compositor gave it, made small. */
export interface Frame {
  /** Epoch milliseconds. */
  readonly atMs: number;
  /** Red, green, blue, a byte each, line by line. */
  readonly pixels: Uint8Array;
}

/** A frame that belongs neither to what left, nor to what came, nor between the two. */
export interface Strange {
  readonly atMs: number;
  /** Share of the pixels that are no mix, from 0 to 1. */
  readonly share: number;
  readonly why: 'no mix' | 'back';
}

/** Frames are looked at in this width, pixels. */
const WIDTH = 240;
/** A channel may be this far from the mix: scaling and rounding. */
const TOLERANCE = 20;
/** A pixel that moves less than this while its slide stands is still. */
const STILL = 6;
/** Share of the pixels that may be no mix: edges of letters, when the frame is made small. */
export const FEW = 0.004;
/** Height of the bar of time, which starts anew with each slide, with a row for its edge: share of the wall's height. */
const BAR = 2 / 135;
/** How much of the fade may seem to be undone from one frame to the next. */
const BACK = 0.06;

/** Records every frame that the compositor gives while `run` goes on (Page.startScreencast). */
export async function recordFrames(page: Page, run: () => Promise<void>): Promise<Frame[]> {
  const session = await page.context().newCDPSession(page);
  const taken: { readonly atMs: number; readonly png: Buffer }[] = [];
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    taken.push({ atMs: (metadata.timestamp ?? 0) * 1000, png: Buffer.from(data, 'base64') });
    // The page may have been closed meanwhile.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1, maxWidth: WIDTH, maxHeight: WIDTH });
  await run();
  await session.send('Page.stopScreencast');
  await session.detach();
  const frames: Frame[] = [];
  for (const { atMs, png } of taken) frames.push({ atMs, pixels: await sharp(png).removeAlpha().raw().toBuffer() });
  return frames.toSorted((a, b) => a.atMs - b.atMs);
}

interface Still {
  readonly pixels: Uint8Array;
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

/** What a slide looks like while it stands: its last frame, and how far each channel goes where something moves. */
function stillOf(frames: readonly Frame[]): Still {
  const last = frames.at(-1);
  if (!last) throw new Error('no frame of a slide that stands');
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

const spread = ({ low, high }: Still, i: number): number => (high[i] ?? 0) - (low[i] ?? 0);

/**
 * The frames of a change that are no mix of the slide that left and the one that came. A cross-fade of opacity gives every
 * pixel of a frame the same share of both; where one of the slides moves by itself, a pixel only has to stay between all
 * that was seen there. The share must grow: a frame that goes back is a flash too. `few`: share of the pixels that may be
 * no mix.
 */
export function strangeFrames(
  change: readonly Frame[],
  before: readonly Frame[],
  after: readonly Frame[],
  few = FEW,
): Strange[] {
  const a = stillOf(before);
  const b = stillOf(after);
  const length = a.pixels.length;
  const still = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) still[i] = spread(a, i) <= STILL && spread(b, i) <= STILL ? 1 : 0;
  const strange: Strange[] = [];
  let furthest = 0;
  for (const { atMs, pixels } of change) {
    const { mix, certain } = mixOf(pixels, a, b, still);
    const share = shareOff(pixels, a, b, still, mix);
    if (share > few) strange.push({ atMs, share, why: 'no mix' });
    else if (certain && mix < furthest - BACK) strange.push({ atMs, share, why: 'back' });
    else if (certain) furthest = Math.max(furthest, mix);
  }
  return strange;
}

/** The share of `b`, from 0 to 1, that explains a frame best; not certain where both look nearly the same. */
function mixOf(pixels: Uint8Array, a: Still, b: Still, still: Uint8Array): { mix: number; certain: boolean } {
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

function shareOff(pixels: Uint8Array, a: Still, b: Still, still: Uint8Array, mix: number): number {
  let off = 0;
  const end = Math.floor((pixels.length / 3) * (1 - BAR)) * 3;
  for (let i = 0; i < end; i += 3) {
    for (let channel = i; channel < i + 3; channel += 1) {
      if (distance(pixels[channel] ?? 0, a, b, channel, still[channel] ? mix : null) <= TOLERANCE) continue;
      off += 1;
      break;
    }
  }
  return off / (pixels.length / 3);
}

/** How far a channel is from the mix, or (`mix` null, where something moves) from all that was seen there. */
function distance(value: number, a: Still, b: Still, i: number, mix: number | null): number {
  if (mix !== null) {
    const from = a.pixels[i] ?? 0;
    return Math.abs(value - (from + mix * ((b.pixels[i] ?? 0) - from)));
  }
  const low = Math.min(a.low[i] ?? 0, b.low[i] ?? 0);
  const high = Math.max(a.high[i] ?? 0, b.high[i] ?? 0);
  return Math.max(0, low - value, value - high);
}

/** A frame of one colour all over, as large as another. */
export function flatFrame(like: Frame, [r, g, b]: readonly [number, number, number]): Frame {
  return { ...like, pixels: like.pixels.map((_, i) => [r, g, b][i % 3] ?? 0) };
}

/** Every ordered pair once, in one walk: each pair's second is the next one's first (Hierholzer). */
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
