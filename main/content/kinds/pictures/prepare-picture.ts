import { compact } from '../../../lib/compact.ts';
import { Bytes } from '../../completeness/bytes.ts';
import { type Format, headOf } from '../../completeness/format.ts';
import { type Fault, refuse } from '../../faults/fault.ts';
import { faults } from '../../faults/file-faults.ts';
import { lastStep, type Step } from '../../preparation/job.ts';
import type { PictureWords } from '../../preparation/picture-words.ts';
import { StoreError } from '../../store/store.ts';
import type { DecodeSource } from '../file-kind.ts';
import { BMP } from './bmp-format.ts';
import { AVIF, HEIF } from './iso-formats.ts';
import { withEndMark } from './jpeg-format.ts';
import { makePicture, nameFor, type Pixels } from './make-picture.ts';
import { animationUnread, imageTransparent, jpegUnusual } from './picture-faults.ts';
import { prepareTiff } from './prepare-tiff.ts';
import { isAnimatedAvif, stillOf } from './stills.ts';
import { SVG } from './svg-format.ts';
import { SVGZ, unpackSvg } from './svgz-format.ts';
import { TIFF } from './tiff-format.ts';

/** What sharp decodes of a file, and what was left out or guessed on the way. */
interface Decodable {
  readonly pixels: Pixels;
  readonly density?: number;
  readonly warnings?: readonly Fault[];
  readonly words?: PictureWords | null;
  /** What is said where nothing of it is to be seen; absent: that it is transparent. */
  readonly whenEmpty?: Fault;
}

/** Makes the picture that the wall plays of a photo or a drawing. @throws what a decoder throws. */
export async function preparePicture(source: DecodeSource): Promise<Step> {
  const { job, file, format, store, isDoubtful } = source;
  if (format === TIFF) return prepareTiff(source);
  const decodable = await decodableBySharp(isDoubtful ? withEndMark(file) : file, format, job.longSide);
  if ('code' in decodable) return lastStep(refuse(decodable));
  const { pixels, warnings = [], words, whenEmpty = imageTransparent(), ...drawn } = decodable;
  const name = nameFor(job.file.path);
  const work = { longSide: job.longSide, name, store, strict: isDoubtful, ...drawn };
  const result = await makePicture(pixels, work).catch((error: unknown) => {
    if (error instanceof StoreError) throw error;
    if (isAnimatedAvif(file)) return animationUnread();
    if (error instanceof Error && /Unsupported JPEG/.test(error.message)) return jpegUnusual();
    throw error;
  });
  if (result === 'nothing') return lastStep(refuse(whenEmpty));
  if ('code' in result) return lastStep(refuse(result));
  const all = [...warnings, ...result.warnings];
  const made = { ok: true, kind: 'image', media: [result.media], of: 1, fit: 'cover', warnings: all } as const;
  return lastStep({ ...made, ...compact({ words: words ?? undefined }) });
}

/** What sharp can decode: drawings are judged and mended first, iPhone photos and bitmaps have a decoder of their own. */
async function decodableBySharp(file: Uint8Array, format: Format, longSide: number): Promise<Decodable | Fault> {
  if (format === SVGZ) return packedDrawing(file, longSide);
  if (format === SVG) return (await import('./svg.ts')).drawableSvg(file, longSide);
  if (format !== HEIF && format !== BMP) {
    const still = stillOf(file, format);
    return format === AVIF ? { ...still, pixels: await (await import('./avif.ts')).colouredAvif(still.pixels) } : still;
  }
  const pixels =
    format === HEIF ? await (await import('./heic.ts')).heicToTiff(file) : (await import('./bmp.ts')).decodeBmp(file);
  return 'code' in pixels ? pixels : { pixels };
}

async function packedDrawing(file: Uint8Array, longSide: number): Promise<Decodable | Fault> {
  const drawing = await unpackSvg(file);
  if ('code' in drawing) return drawing;
  const isDrawing = SVG.sign?.(await headOf(Bytes.of(drawing))) === true;
  return isDrawing ? (await import('./svg.ts')).drawableSvg(drawing, longSide) : faults.damaged();
}
