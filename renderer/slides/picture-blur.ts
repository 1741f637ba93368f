import { pictureFit, type Size } from './picture-fit.ts';

/** Long side of the copy that is blurred, in pixels: the blur costs a few thousand additions, whatever the original. */
const SMALL = 64;
/** Enlarged once more before it is given to the page, so that scaling it to the wall shows no grid. */
const ENLARGED = 6;
const RADIUS = 4;

/**
 * Draws a blurred copy of a decoded picture (or of the frame a video shows) that covers the shape of the stage.
 * No filter runs on the wall: the copy is a canvas of a few hundred pixels that the page scales.
 */
export function paintBlur(canvas: HTMLCanvasElement, source: HTMLImageElement | HTMLVideoElement, stage: Size): void {
  const long = Math.max(stage.width, stage.height, 1);
  const width = Math.max(8, Math.round((SMALL * stage.width) / long));
  const height = Math.max(8, Math.round((SMALL * stage.height) / long));
  const small = document.createElement('canvas');
  small.width = width;
  small.height = height;
  const pen = small.getContext('2d', { willReadFrequently: true });
  const out = canvas.getContext('2d');
  if (!pen || !out) return;
  const natural = naturalSize(source);
  const scale = Math.max(width / natural.width, height / natural.height);
  const drawn = { width: natural.width * scale, height: natural.height * scale };
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(source, (width - drawn.width) / 2, (height - drawn.height) / 2, drawn.width, drawn.height);
  const pixels = pen.getImageData(0, 0, width, height);
  blurPixels(pixels.data, width, height, RADIUS);
  pen.putImageData(pixels, 0, 0);
  canvas.width = width * ENLARGED;
  canvas.height = height * ENLARGED;
  out.imageSmoothingEnabled = true;
  out.imageSmoothingQuality = 'high';
  out.drawImage(small, 0, 0, canvas.width, canvas.height);
}

/** Whether the picture needs what `paintBlur` draws. */
export function needsBlur(picture: Size, stage: Size, wish: 'cover' | 'contain'): boolean {
  return pictureFit(picture, stage, wish) === 'contain';
}

function naturalSize(source: HTMLImageElement | HTMLVideoElement): Size {
  const [width, height] =
    source instanceof HTMLImageElement
      ? [source.naturalWidth, source.naturalHeight]
      : [source.videoWidth, source.videoHeight];
  return { width: Math.max(1, width), height: Math.max(1, height) };
}

/** Blurs RGBA pixels in place: three box blurs each way, which is a Gaussian to the eye; edges repeat their last pixel. */
export function blurPixels(data: Uint8ClampedArray, width: number, height: number, radius: number): void {
  for (let pass = 0; pass < 3; pass += 1) {
    for (let y = 0; y < height; y += 1) boxBlur(data, y * width * 4, 4, width, radius);
    for (let x = 0; x < width; x += 1) boxBlur(data, x * 4, width * 4, height, radius);
  }
}

function boxBlur(data: Uint8ClampedArray, start: number, stride: number, count: number, radius: number): void {
  const line = new Float32Array(count);
  for (let channel = 0; channel < 4; channel += 1) {
    const at = (i: number): number => data[start + channel + Math.min(count - 1, Math.max(0, i)) * stride] ?? 0;
    let sum = 0;
    for (let i = -radius; i <= radius; i += 1) sum += at(i);
    for (let i = 0; i < count; i += 1) {
      line[i] = sum / (radius * 2 + 1);
      sum += at(i + radius + 1) - at(i - radius);
    }
    for (let i = 0; i < count; i += 1) data[start + channel + i * stride] = line[i] ?? 0;
  }
}
