import type { Format } from '../../completeness/format.ts';
import { type Fault, refuse } from '../../fault.ts';
import { lastStep, type Step } from '../../preparation/job.ts';
import type { DecodeSource } from '../file-kind.ts';
import { BMP } from './bmp-format.ts';
import { HEIF } from './iso-formats.ts';
import { makePicture, nameFor, type Pixels } from './make-picture.ts';
import { judgeSvg, svgDensity } from './svg.ts';
import { SVG } from './svg-format.ts';

/** Makes the picture that the wall plays of a photo or a drawing. @throws what a decoder throws. */
export async function preparePicture({ job, file, format, store }: DecodeSource): Promise<Step> {
  const decodable = await decodableBySharp(file, format, job.longSide);
  if ('code' in decodable) return lastStep(refuse(decodable));
  const { pixels, density } = decodable;
  const result = await makePicture(pixels, job.longSide, nameFor(job.file.path, '.webp'), store, density);
  if ('code' in result) return lastStep(refuse(result));
  const { media, warnings } = result;
  return lastStep({ ok: true, kind: 'image', media: [media], of: 1, fit: 'cover', warnings });
}

/** What sharp can decode: drawings are judged first, iPhone photos and bitmaps have a decoder of their own. */
async function decodableBySharp(
  file: Uint8Array,
  format: Format,
  longSide: number,
): Promise<{ pixels: Pixels; density?: number } | Fault> {
  if (format === SVG) return (await judgeSvg(file)) ?? { pixels: file, density: await svgDensity(file, longSide) };
  if (format !== HEIF && format !== BMP) return { pixels: file };
  const pixels =
    format === HEIF ? await (await import('./heic.ts')).heicToTiff(file) : (await import('./bmp.ts')).decodeBmp(file);
  return 'code' in pixels ? pixels : { pixels };
}
