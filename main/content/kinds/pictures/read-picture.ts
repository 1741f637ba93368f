import { compact } from '../../../lib/compact.ts';
import type { ImageItem, Item } from '../../../programme/item.ts';
import { type Fault, problemOf } from '../../faults/fault.ts';
import type { PictureWords } from '../../preparation/picture-words.ts';
import { namedDaysWarning } from '../../press-release/days/named-days.ts';
import { contactsOnPages } from '../../privacy/contacts-on-pages.ts';
import { nothing, type Reader, type Reading, type ReadTools, refusal } from '../../reading/reading.ts';
import type { Unit } from '../../scan/unit.ts';
import { type Base, baseOf } from '../base.ts';

const FALLBACK = { image: 'Image', video: 'Vidéo', pages: 'Document' } as const;

/** Pictures, videos and documents shown as pages: all that the media preparer prepares. */
export const readPicture: Reader = async (unit, tools) => {
  const [file] = unit.files;
  const prepared = await tools.prepare(file);
  if (!prepared.ok) return refusal(file.path, prepared.fault);
  const { kind, media, of, fit, warnings, words } = prepared;
  const base = baseOf(unit, tools, FALLBACK[kind]);
  if (base.refused) return { ...nothing, problems: base.problems };
  const first = media[0];
  const items: Item[] =
    first === undefined
      ? []
      : kind === 'video'
        ? [{ ...base.fields, kind: 'video', media: first, durationMs: prepared.durationMs ?? 30_000 }]
        : [
            {
              ...base.fields,
              kind: 'image',
              pages: media,
              of,
              fit,
              // The title of a page is on the page; a picture has only its name.
              ...(kind === 'image' ? captionsOf(base) : {}),
            },
          ];
  const reading: Reading = {
    items,
    problems: [...base.problems, ...warnings.map((fault) => problemOf(file.path, 'warning', fault))],
    retry: false,
    uses: [],
  };
  return words === undefined ? reading : withWords(reading, words, kind === 'pages' ? 'pages' : 'drawing', unit, tools);
};

/** What the words of a picture mean for who may read them, and for how long they are true. */
async function withWords(
  reading: Reading,
  { lines, reachesPerson }: PictureWords,
  shownAs: 'pages' | 'drawing',
  unit: Unit,
  tools: Pick<ReadTools, 'contactRule' | 'zone' | 'writtenOn'>,
): Promise<Reading> {
  const blocks = lines.map((text, at) => ({ kind: 'paragraph', level: 0, text, line: at + 1 }) as const);
  const context = { zone: tools.zone, reference: tools.writtenOn(unit.files[0]) };
  const told = withNamedDays(reading, namedDaysWarning(blocks, context, shownAs), unit);
  return reachesPerson ? contactsOnPages(told, unit, tools, shownAs) : told;
}

/** Pages without a date that name days of the calendar would be on the wall when these are over. */
export function withNamedDays(pages: Reading, namedDays: Fault | null, { files: [file] }: Unit): Reading {
  if (namedDays === null || !pages.items.some(({ when }) => when === null)) return pages;
  return { ...pages, problems: [...pages.problems, problemOf(file.path, 'warning', namedDays)] };
}

/** What stands with a photo: its own name, and that of the album that it lies in. */
function captionsOf({ titled, album, fields }: Base): Pick<ImageItem, 'caption' | 'album'> {
  return compact({ caption: titled ? fields.title : undefined, album: album === '' ? undefined : album });
}
