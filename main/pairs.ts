/**
 * Which pictures share a wall. The player composes pairs, since it alone knows the shape of its wall; the report foretells by
 * the same rules, so both must decide alike.
 */
import type { Slide, SlideOf } from './contract.ts';

/** Where slides are shown; `unit` is 1/1080 of the short side of the wall. */
export interface PairStage {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
}

type Picture = SlideOf<'image'>;

/** What a caption or the number of a page takes from the height of a picture, with the margin of the wall; stage units. */
const LABEL = 160;
/** A picture in a pair keeps at least this share of the width that it has alone. */
const MIN_SHARE = 0.75;
/** A longer caption has no room below half a wall; characters. */
const MAX_CAPTION = 60;

/** The ids of the slides of a programme that a slide shows: two for a pair. */
export function idsOf(slide: Slide): readonly string[] {
  return slide.kind === 'image' && slide.pair ? [slide.pair.first, slide.pair.id] : [slide.id];
}

/**
 * The slides with pictures that follow each other in one document or folder put in pairs: two portrait ones on a wide stage,
 * two landscape ones on a high one. `apart`: ids of pairs that cannot be shown together.
 */
export function pairUp(slides: readonly Slide[], stage: PairStage, apart: ReadonlySet<string>): readonly Slide[] {
  const paired: Slide[] = [];
  for (const slide of slides) {
    const before = paired.at(-1);
    const pair = before && isPicture(before) && isPicture(slide) ? pairOf(before, slide, stage) : null;
    if (pair && !apart.has(pair.id)) paired[paired.length - 1] = pair;
    else paired.push(slide);
  }
  return paired;
}

const isPicture = (slide: Slide): slide is Picture => slide.kind === 'image' && slide.pair === undefined;

/** Two pictures as one slide; null where they cannot share the wall. */
function pairOf(first: Picture, second: Picture, stage: PairStage): Picture | null {
  if (!canShare(first, second, stage)) return null;
  const { id, title, src, width, height, blur, caption, album, page } = second;
  return {
    ...first,
    id: `${first.id}+${id}`,
    title: title === first.title ? title : `${first.title}, ${title}`,
    durationMs: first.durationMs + second.durationMs,
    serial: Math.max(first.serial, second.serial),
    pair: {
      first: first.id,
      id,
      title,
      src,
      width,
      height,
      ...(blur !== undefined && { blur }),
      ...(caption !== undefined && { caption }),
      ...(album !== undefined && { album }),
      ...(page !== undefined && { page }),
    },
  };
}

/** Whether two pictures belong together, and are no smaller side by side than is worth it. */
function canShare(first: Picture, second: Picture, stage: PairStage): boolean {
  if (first.group === undefined || first.group !== second.group) return false;
  const isWide = stage.width > stage.height;
  const labelled = [first, second].some(({ caption, album, page }) => caption ?? album ?? page);
  const label = labelled ? LABEL * stage.unit : 0;
  const half = isWide
    ? { width: stage.width / 2, height: stage.height - label }
    : { width: stage.width, height: stage.height / 2 - label };
  return [first, second].every((picture) => {
    const liesAcross = isWide ? picture.height > picture.width : picture.width > picture.height;
    const isShort = `${picture.caption ?? ''}${picture.album ?? ''}`.length <= MAX_CAPTION;
    return liesAcross && isShort && scaleIn(picture, half) >= MIN_SHARE * scaleIn(picture, stage);
  });
}

const scaleIn = (picture: Picture, box: Pick<PairStage, 'width' | 'height'>): number =>
  Math.min(box.width / picture.width, box.height / picture.height);
