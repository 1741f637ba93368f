import type { Size } from '../picture-fit.ts';

/** Long side of the copy and standard deviation of its blur, in pixels of the copy: as for pictures, which the service blurs. */
const SIDE = 96;
const SIGMA = 8;
const SATURATION = 1.4;

/**
 * Gives `target` a blurred copy of the frame that a film shows, in the shape of the stage. The copy is made once, as a
 * picture: a CSS filter would run, and a canvas would be one more layer to blend, in every frame of a fade.
 * @throws if the copy cannot be drawn.
 */
export async function showBlurredFrame(target: HTMLImageElement, film: HTMLVideoElement, stage: Size): Promise<void> {
  const long = Math.max(stage.width, stage.height, 1);
  const width = Math.max(8, Math.round((SIDE * stage.width) / long));
  const height = Math.max(8, Math.round((SIDE * stage.height) / long));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('No canvas to draw on.');
  pen.filter = `blur(${SIGMA}px) saturate(${SATURATION})`;
  // The frame is drawn larger than the copy: at an edge, the blur would mix it with transparency.
  const beyond = 2 * SIGMA;
  const part = middleOf({ width: film.videoWidth, height: film.videoHeight }, { width, height });
  pen.drawImage(
    film,
    part.x,
    part.y,
    part.width,
    part.height,
    -beyond,
    -beyond,
    width + 2 * beyond,
    height + 2 * beyond,
  );
  const url = URL.createObjectURL(await canvas.convertToBlob({ type: 'image/webp', quality: 0.95 }));
  target.src = url;
  await target.decode().finally(() => URL.revokeObjectURL(url));
}

/** The largest part around the middle of `picture` in the proportions of `shape`, in whole pixels, at least one. */
export function middleOf(picture: Size, shape: Size): Size & { readonly x: number; readonly y: number } {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height);
  const width = Math.max(1, Math.round(shape.width * scale));
  const height = Math.max(1, Math.round(shape.height * scale));
  return {
    x: Math.max(0, Math.floor((picture.width - width) / 2)),
    y: Math.max(0, Math.floor((picture.height - height) / 2)),
    width,
    height,
  };
}
