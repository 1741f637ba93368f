import type { Programme, Slide } from '../contract.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { contentId } from '../programme/slide-id.ts';

const hidden = (name: string) => contentId('player', name);

/** The names of files stand in these fields; the player only compares them. */
const withoutNames = memoByObject((slide: Slide): Slide => {
  const { source, item, group } = slide;
  const named = {
    source: source === null ? null : hidden(source),
    ...(item === undefined ? {} : { item: hidden(item) }),
    ...(group === undefined ? {} : { group: hidden(group) }),
  };
  if (slide.kind !== 'agenda') return { ...slide, ...named };
  const sections = slide.sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry) =>
      entry.item === undefined ? entry : { ...entry, item: hidden(entry.item) },
    ),
  }));
  return { ...slide, ...named, sections };
});

const slidesForPlayer = memoByObject((slides: Programme['slides']) => slides.map(withoutNames));

/** A programme as a player across the network gets it: what is on the wall, and no name of a file. */
export const forPlayer = <P extends Pick<Programme, 'slides'>>(programme: P): P => ({
  ...programme,
  slides: slidesForPlayer(programme.slides),
});
