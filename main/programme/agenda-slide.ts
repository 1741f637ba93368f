import type { Temporal } from 'temporal-polyfill';
import type { AgendaEntry, SlideOf } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { countWords, MAX_PAGE_WORDS, readingTimeMs } from '../reading-time.ts';
import { contentId } from './slide-id.ts';

/**
 * The part of a line that the id of its agenda depends on: not what is on at this moment, nor facts that the player does not
 * show. Of thousands of lines mostly one is another.
 */
const lineId = memoByObject(({ now: _now, item: _item, ...readable }: AgendaEntry) => contentId(readable));

type Section = SlideOf<'agenda'>['sections'][number];

/** A line, and the part of it that the id of its agenda depends on. */
export interface Line {
  readonly entry: AgendaEntry;
  readonly id: string;
}

export const identified = (entry: AgendaEntry): Line => ({ entry, id: lineId(entry) });

/** The first words of an agenda: as many lines as are read in the longest time. */
function firstWords(sections: readonly Section[]): string {
  const texts: string[] = [];
  let words = 0;
  const hasRoom = (text: string): boolean => {
    texts.push(text);
    words += countWords(text);
    return words <= MAX_PAGE_WORDS;
  };
  sections.every(
    ({ heading, entries }) =>
      hasRoom(heading) && entries.every(({ town, title, venue }) => hasRoom(`${town} ${title} ${venue ?? ''}`)),
  );
  return texts.join(' ');
}

/** A section of an agenda, and the ids of its lines. */
interface Identified {
  readonly section: Section;
  readonly ids: readonly string[];
}

/** A section of an agenda. `day`: the day that its heading names; null where its entries last several days. */
export const sectionOf = (heading: string, day: Temporal.PlainDate | null, lines: readonly Line[]): Identified => ({
  section: { heading, ...compact({ day: day?.toString() }), entries: lines.map(({ entry }) => entry) },
  ids: lines.map(({ id }) => id),
});

/** The slide of an agenda: its sections in their order. `day`: the day that it is about; null where it is about several. */
export function agendaSlide(label: string, day: string | null, identified: readonly Identified[]): SlideOf<'agenda'> {
  const sections = identified.map(({ section }) => section);
  return {
    id: contentId(
      'agenda',
      label,
      day,
      identified.map(({ section: { heading }, ids }) => [heading, ids]),
    ),
    kind: 'agenda',
    title: label,
    durationMs: readingTimeMs(firstWords(sections)),
    source: null,
    serial: 0,
    ...compact({ today: day === null ? undefined : (true as const) }),
    label,
    day,
    sections,
  };
}
