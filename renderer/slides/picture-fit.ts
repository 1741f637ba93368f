/** Sizes in any one unit. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** At most this share of a side may be lost to fill the wall (issue of the wall, part 6). */
export const CROP_LIMIT = 0.12;
/** A picture is not enlarged past this many units of a stage of 1080 for one of its pixels: beyond, it is mere fog. */
export const ENLARGE_LIMIT = 3;

/**
 * Whether a picture fills the wall (`cover`: it loses little, and has pixels enough) or stands whole on a blurred copy of
 * itself (`contain`). `wish` is that of the slide: what must stay whole is never cropped, unless there is nothing to crop.
 */
export function pictureFit(picture: Size, stage: Size, wish: 'cover' | 'contain'): 'cover' | 'contain' {
  if (!(picture.width > 0 && picture.height > 0 && stage.width > 0 && stage.height > 0)) return 'contain';
  const lost = cropShare(picture, stage);
  if (wish === 'contain' && lost > 0.002) return 'contain';
  const enlarged = Math.max(stage.width / picture.width, stage.height / picture.height);
  const unit = Math.min(stage.width, stage.height) / 1080;
  return lost <= CROP_LIMIT && enlarged / unit <= ENLARGE_LIMIT ? 'cover' : 'contain';
}

/** Share of its longer side that a picture loses when it fills the stage, 0 to 1. */
export function cropShare(picture: Size, stage: Size): number {
  const ratio = picture.width / picture.height / (stage.width / stage.height);
  return 1 - Math.min(ratio, 1 / ratio);
}

/** Size of a picture that stands whole in a box, in the unit of `box`; `unit` is 1/1080 of the stage's short side. */
export function containedSize(picture: Size, box: Size, unit: number): Size {
  const scale = Math.min(box.width / picture.width, box.height / picture.height, ENLARGE_LIMIT * unit);
  return { width: picture.width * scale, height: picture.height * scale };
}
