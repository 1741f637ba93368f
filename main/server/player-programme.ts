import type { AbsenceEntry, AgendaEntry, Slide } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { contentId } from '../programme/slide-id.ts';

const hidden = (name: string) => contentId('player', name);

type Line = AgendaEntry | AbsenceEntry;

/** Thousands of lines are the same from one agenda to the next. */
const hiddenItem = memoByObject(({ item }: Line) => compact({ item: item === undefined ? undefined : hidden(item) }));
const lineForPlayer = <L extends Line>(line: L): L => ({ ...line, ...hiddenItem(line) });

/** A slide as a player across the network gets it. The names of files stand in these fields; the player only compares them. */
export const slideForPlayer = memoByObject((slide: Slide): Slide => {
  const { source, item, group } = slide;
  const named = {
    source: source === null ? null : hidden(source),
    ...(item === undefined ? {} : { item: hidden(item) }),
    ...(group === undefined ? {} : { group: hidden(group) }),
  };
  if (slide.kind === 'absences') return { ...slide, ...named, entries: slide.entries.map(lineForPlayer) };
  if (slide.kind !== 'agenda') return { ...slide, ...named };
  const sections = slide.sections.map((section) => ({
    ...section,
    entries: section.entries.map(lineForPlayer),
  }));
  return { ...slide, ...named, sections };
});
