import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Bytes } from '../completeness/bytes.ts';
import { checkBytes } from '../completeness/check-completeness.ts';
import { type Container, REAL_EXTENSION, sniff } from '../completeness/sniff.ts';
import { kindOf } from '../kinds/kinds.ts';
import { makePicture, nameFor, type Pixels } from '../kinds/pictures/picture.ts';
import { judgeSvg, svgDensity } from '../kinds/pictures/svg.ts';
import { type Store, StoreError } from '../store.ts';
import { type Fault, faults, systemFault, unfinished } from './fault.ts';
import { type Job, refused, type SourceFile, type Step } from './job.ts';
import { MAX_FILE_BYTES, PATIENCE_MS } from './limits.ts';

/**
 * One step of one file. The decoders of rarer kinds are loaded when first needed: a thread starts in half the time without.
 * Whatever the file holds, the answer is a value.
 */
export async function prepareFile(job: Job, store: Store): Promise<Step> {
  const answer = (fault: Fault): Step => ({ done: true, prepared: refused(fault) });
  try {
    if (!(await isUnchanged(job.file))) return answer(faults.changed());
    const step = await prepareKind(job, store);
    return (await isUnchanged(job.file)) ? step : answer(faults.changed());
  } catch (error) {
    return answer(faultOf(error));
  }
}

async function prepareKind(job: Job, store: Store): Promise<Step> {
  const extension = extname(job.file.path).toLowerCase();
  const kind = kindOf(extension);
  const answer = (fault: Fault): Step => ({ done: true, prepared: refused(fault) });
  if (kind === null) return answer(faults.unknownKind(extension));
  if (kind === 'video') return (await import('../kinds/videos/video.ts')).prepareVideo(job, store);
  if (job.file.size > MAX_FILE_BYTES) return answer(faults.fileTooHeavy());
  const file = await readFile(job.pdf ?? job.file.absolute);
  const bytes = Bytes.of(file);
  const container = await sniff(bytes);
  const unfinished = await unfinishedFault(job, bytes, container);
  if (unfinished) return answer(unfinished);
  const stranger = job.pdf === undefined ? strangerFault(kind, extension, container) : null;
  if (stranger) return answer(stranger);
  if (kind !== 'picture') return (await import('../kinds/pdf/pdf-pages.ts')).prepareDocument(job, file, store);

  const picture = await decodable(file, container, job.longSide);
  if ('code' in picture) return answer(picture);
  const result = await makePicture(
    picture.pixels,
    job.longSide,
    nameFor(job.file.path, '.webp'),
    store,
    picture.density,
  );
  if ('code' in result) return answer(result);
  const { media, warnings } = result;
  return { done: true, prepared: { ok: true, kind: 'image', media: [media], of: 1, fit: 'cover', warnings } };
}

/** What stands between the file and sharp, by content: drawings, iPhone photos and bitmaps need a hand. */
async function decodable(
  file: Uint8Array,
  container: Container,
  longSide: number,
): Promise<{ pixels: Pixels; density?: number } | Fault> {
  if (container === 'svg') return (await judgeSvg(file)) ?? { pixels: file, density: await svgDensity(file, longSide) };
  if (container !== 'heif' && container !== 'bmp') return { pixels: file };
  const pixels =
    container === 'heif'
      ? await (await import('../kinds/pictures/heic.ts')).heicToTiff(file)
      : (await import('../kinds/pictures/bmp.ts')).decodeBmp(file);
  return 'code' in pixels ? pixels : { pixels };
}

async function unfinishedFault(job: Job, bytes: Bytes, container: Container): Promise<Fault | null> {
  const whole = await checkBytes(bytes, container);
  if (whole.whole) return null;
  if (whole.doubtful && job.quietMs > PATIENCE_MS) return null;
  return unfinished(whole.reason, extname(job.file.path).toLowerCase());
}

/** A picture under another picture's name is shown all the same; anything else under a wrong name is said to be so. */
function strangerFault(kind: 'picture' | 'pdf' | 'office', extension: string, container: Container): Fault | null {
  const real = REAL_EXTENSION[container];
  if (kind === 'picture' && PICTURES.includes(container)) return null;
  if (kind === 'pdf' && container === 'pdf') return null;
  return real === undefined || real === extension ? faults.notMedia(extension) : faults.wrongExtension(extension, real);
}

const PICTURES: readonly Container[] = ['jpeg', 'png', 'gif', 'webp', 'avif', 'heif', 'tiff', 'bmp', 'svg'];
async function isUnchanged({ absolute, size, mtimeMs }: SourceFile): Promise<boolean> {
  const now = await stat(absolute);
  return now.isFile() && now.size === size && Math.trunc(now.mtimeMs) === Math.trunc(mtimeMs);
}

/** The system's own codes say what stood in the way; all else means that the content does not decode. */
export function faultOf(error: unknown): Fault {
  if (error instanceof StoreError) return error.code === 'full' ? faults.storeFull() : faults.storeUnwritable();
  const fault = systemFault(error);
  if (fault) return fault;
  if (error instanceof Error && /timeout/i.test(error.message)) return faults.tooSlow();
  return faults.damaged();
}
