import { compact } from '../../../lib/compact.ts';
import type { ImageItem, Item } from '../../../programme/item.ts';
import { problemOf } from '../../fault.ts';
import { nothing, type Reader, refusal } from '../../reading.ts';
import { type Base, baseOf } from '../base.ts';

const FALLBACK = { image: 'Image', video: 'Vidéo', pages: 'Document' } as const;

/** Pictures, videos and documents shown as pages: all that the media preparer prepares. */
export const readPicture: Reader = async (unit, tools) => {
  const [file] = unit.files;
  const prepared = await tools.prepare(file);
  if (!prepared.ok) return refusal(file.path, prepared.fault);
  const { kind, media, of, fit, warnings } = prepared;
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
  return {
    items,
    problems: [...base.problems, ...warnings.map((fault) => problemOf(file.path, 'warning', fault))],
    retry: false,
    uses: [],
  };
};

/** What stands with a photo: its own name, and that of the album that it lies in. */
function captionsOf({ titled, album, fields }: Base): Pick<ImageItem, 'caption' | 'album'> {
  return compact({ caption: titled ? fields.title : undefined, album: album === '' ? undefined : album });
}
