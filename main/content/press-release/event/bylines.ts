import type { Block } from '../../documents/block.ts';
import { beginsAsVenue } from '../places/places.ts';

/** « Par une astrophysicienne », « Animé par le club »: who, between the title and its date. */
const BYLINE =
  /^(?:par|avec|anim[ée]e?s? par|propos[ée]e?s? par|pr[ée]sent[ée]e?s? par|organis[ée]e?s? par|en pr[ée]sence de|de et avec)\s+\p{L}/iu;
const MAX_BYLINE = 120;

/**
 * « Les trous noirs », « Par une astrophysicienne », « Mardi 5 mai à 18 h », « Amphithéâtre »: who speaks behind when and where, so
 * that the title stands above its date. Where a day stands above the first of them, the day below is that of the next event.
 */
export function withBylinesBehind(blocks: readonly Block[], isDays: (text: string) => boolean): Block[] {
  const first = blocks.findIndex(isByline);
  const isBelow = first > 0 && blocks.findIndex(({ text }) => isDays(text)) === first + 1;
  if (!isBelow) return [...blocks];
  const moved = [...blocks];
  for (let at = first; at < moved.length - 1; at += 1) {
    const [title, byline, days, place] = moved.slice(at - 1, at + 3);
    if (title === undefined || byline === undefined || days === undefined || !isByline(byline)) continue;
    if (isDays(title.text) || isByline(title) || days.level > 0 || !isDays(days.text)) continue;
    const isPlaced = place?.kind === 'paragraph' && beginsAsVenue(place.text);
    moved.splice(at, 1);
    moved.splice(at + (isPlaced ? 2 : 1), 0, byline);
    at += 1;
  }
  return moved;
}

const isByline = ({ kind, level, text }: Block): boolean =>
  kind === 'paragraph' && level === 0 && text.length <= MAX_BYLINE && BYLINE.test(text) && !/[.!?…:]$/u.test(text);
