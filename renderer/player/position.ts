import type { Slide } from '../../main/contract.ts';

/** A page of a slide by the id of the slide; `pages` is 1 until the slide has been measured. */
export interface Position {
  readonly id: string;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

export const firstPage = ({ id }: Slide): Position => ({ id, page: 0, pages: 1 });

/** What became of the slide of a position in another programme. */
interface Located {
  readonly position: Position | null;
  readonly fate: 'kept' | 'replaced' | 'gone';
}

/**
 * Finds a position of the old programme in the new one. For a slide that is gone without a replacement, it is the slide
 * before it, taken as read to its end, so that the slide after it comes next.
 */
export function locate(old: readonly Slide[], position: Position | null, slides: readonly Slide[]): Located {
  if (!position) return { position: null, fate: 'gone' };
  if (slides.some((slide) => slide.id === position.id)) return { position, fate: 'kept' };
  const index = old.findIndex((slide) => slide.id === position.id);
  const replacement = replacementOf(old[index], old, slides);
  if (replacement) return { position: firstPage(replacement), fate: 'replaced' };
  const before = old.slice(0, Math.max(0, index)).findLast((one) => slides.some((slide) => slide.id === one.id));
  return { position: before ? firstPage(before) : null, fate: 'gone' };
}

/**
 * The new slide that was made from the same source as one that is gone, if possible at the same rank among the slides of
 * that source. Slides without a source (agendas) are matched by their kind.
 */
function replacementOf(gone: Slide | undefined, old: readonly Slide[], slides: readonly Slide[]): Slide | undefined {
  if (!gone) return undefined;
  const isOfSameSource = (slide: Slide): boolean =>
    gone.source === null ? slide.source === null && slide.kind === gone.kind : slide.source === gone.source;
  const rank = old.filter(isOfSameSource).findIndex((slide) => slide.id === gone.id);
  const candidates = slides.filter(isOfSameSource);
  const added = candidates.filter((slide) => !old.some((one) => one.id === slide.id));
  const atRank = candidates[Math.min(rank, candidates.length - 1)];
  return atRank && added.includes(atRank) ? atRank : added[0];
}
