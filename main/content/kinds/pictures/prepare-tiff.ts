import sharp from 'sharp';
import type { Media } from '../../../programme/item.ts';
import { type Fault, refuse } from '../../faults/fault.ts';
import { faults } from '../../faults/file-faults.ts';
import { lastStep, type Step } from '../../preparation/job.ts';
import { MAX_PAGES } from '../../preparation/limits.ts';
import { documentBlank, pagesCut } from '../../preparation/page-faults.ts';
import { StoreError } from '../../store/store.ts';
import type { DecodeSource } from '../file-kind.ts';
import { makePicture, nameFor } from './make-picture.ts';
import { tiffCompression, tiffPagesUnread } from './picture-faults.ts';
import { type TiffPage, tiffPages } from './tiff-pages.ts';

/** Pages a step: a poster that is dropped meanwhile waits for the end of a step. */
const PAGES_A_STEP = 2;

/** Makes a picture of a TIFF file of one page, and a document of one with several, as scanners and fax machines write. */
export async function prepareTiff(source: DecodeSource): Promise<Step> {
  const { job, file } = source;
  const pages = await tiffPages(file);
  const decodable = pages.filter(({ isDecodable }) => isDecodable);
  const [only] = decodable;
  if (only === undefined) return lastStep(refuse(pages.length === 0 ? faults.damaged() : tiffCompression()));
  if (pages.length === 1) {
    const made = await makePage(source, only);
    if (made === 'blank') return lastStep(refuse(documentBlank()));
    if ('code' in made) return lastStep(refuse(made));
    return lastStep({ ok: true, kind: 'image', media: [made], of: 1, fit: 'cover', warnings: [] });
  }
  const of = decodable.length;
  const end = Math.min(job.firstPage + PAGES_A_STEP, of, MAX_PAGES);
  const media: Media[] = [];
  const blankPages: number[] = [];
  const warnings: Fault[] = [];
  if (job.firstPage === 0 && of < pages.length) warnings.push(tiffPagesUnread());
  if (job.firstPage === 0 && of > MAX_PAGES) warnings.push(pagesCut(MAX_PAGES, of));
  for (const [at, page] of decodable.slice(job.firstPage, end).entries()) {
    const number = job.firstPage + at + 1;
    const made = await makePage(source, page, number).catch(unreadPage);
    if (made === 'unread') warnings.push(tiffPagesUnread());
    else if (made === 'blank') blankPages.push(number);
    else if ('code' in made) return lastStep(refuse(made));
    else media.push(made);
  }
  return { done: false, media, of, nextPage: end, warnings, blankPages };
}

/** One page that does not decode costs none of the others. */
function unreadPage(error: unknown): 'unread' {
  if (error instanceof StoreError) throw error;
  return 'unread';
}

/** The picture of one page. A page of one colour shows nothing: libtiff gives one, in silence, for data that it cannot decode. */
async function makePage({ job, file, store }: DecodeSource, page: TiffPage, number?: number) {
  const name = nameFor(job.file.path, number);
  const options = {
    longSide: job.longSide,
    name,
    store,
    page: page.index,
    pixelRatio: page.pixelRatio,
  };
  const made = await makePicture(file, options);
  if (made === 'nothing') return 'blank';
  if ('code' in made) return made;
  const picture = await store.read(made.media.hash);
  if (picture === null) throw new StoreError(new Error('a picture was lost as soon as it was kept'));
  return (await isUniform(picture)) ? 'blank' : made.media;
}

/** Values by which the pixels of one colour may differ after lossy compression. */
const MAX_NOISE = 2;

async function isUniform(picture: Uint8Array): Promise<boolean> {
  const { channels } = await sharp(picture).stats();
  return channels.every(({ min, max }) => max - min <= MAX_NOISE);
}
