/** Sizes in any one unit. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a slide is shown; `unit` is 1/1080 of the short side of the wall. */
export interface StageSize extends Size {
  readonly unit: number;
}

/** A picture that fills the wall may lose at most this share of a side. */
export const MAX_CROP = 0.12;
/** A pixel of a picture is enlarged to at most so many stage units: a larger one would look like fog. */
const MAX_ENLARGEMENT = 3;
/** A picture that must not be cropped may lose this share of a side all the same: nobody sees it. */
const INVISIBLE_CROP = 0.002;

/**
 * Whether a picture fills the wall (`cover`: it loses little, and has enough pixels) or is shown uncropped on a blurred copy
 * of itself (`contain`). `wish` is `contain` for a picture that must not be cropped.
 */
export function pictureFit(picture: Size, stage: StageSize, wish: 'cover' | 'contain'): 'cover' | 'contain' {
  if (!(picture.width > 0 && picture.height > 0 && stage.width > 0 && stage.height > 0)) return 'contain';
  const lost = cropShare(picture, stage);
  if (wish === 'contain' && lost > INVISIBLE_CROP) return 'contain';
  const enlarged = Math.max(stage.width / picture.width, stage.height / picture.height);
  return lost <= MAX_CROP && enlarged / stage.unit <= MAX_ENLARGEMENT ? 'cover' : 'contain';
}

/** The share of one side that a picture loses when it fills the stage, from 0 to 1. */
export function cropShare(picture: Size, stage: Size): number {
  const ratio = picture.width / picture.height / (stage.width / stage.height);
  return 1 - Math.min(ratio, 1 / ratio);
}

/** Size of a picture that is shown uncropped in a box, in the unit of `box`; `unit` as in `StageSize`. */
export function containedSize(picture: Size, box: Size, unit: number): Size {
  const scale = Math.min(box.width / picture.width, box.height / picture.height, MAX_ENLARGEMENT * unit);
  return { width: picture.width * scale, height: picture.height * scale };
}
