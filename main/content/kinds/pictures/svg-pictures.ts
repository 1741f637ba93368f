import sharp from 'sharp';
import type { Fault } from '../../faults/fault.ts';
import { MAX_PIXELS } from '../../preparation/limits.ts';
import { svgPicturesLost, tooManyPixels } from './picture-faults.ts';

/** A picture within a drawing. */
const EMBEDDED = /data:image\/(?!svg)[a-z+.-]+;base64,([A-Za-z0-9+/=\s]{16,})/giu;
/** The formats that librsvg decodes in every build. */
const KNOWN: readonly string[] = ['png', 'jpeg'];
/** The value of EXIF for a picture that stands upright. */
const UPRIGHT = 1;

/**
 * The same drawing with every picture in it upright and in a format that librsvg decodes: of WebP, GIF and AVIF it draws
 * nothing, in silence, and it leaves photos of telephones lying on their side. The fault of a drawing with a picture of too
 * many pixels.
 */
export async function withKnownPictures(svg: string): Promise<{ svg: string; warnings: Fault[] } | Fault> {
  let isLost = false;
  const pieces: string[] = [];
  let kept = 0;
  for (const found of svg.matchAll(EMBEDDED)) {
    const picture = Buffer.from(found[1] ?? '', 'base64');
    const facts = await sharp(picture, { limitInputPixels: false })
      .metadata()
      .catch(() => null);
    if (facts && facts.width * facts.height > MAX_PIXELS) return tooManyPixels(facts.width, facts.height);
    if (facts && KNOWN.includes(facts.format) && (facts.orientation ?? UPRIGHT) === UPRIGHT) continue;
    const drawn = await redrawn(picture, facts?.format);
    isLost ||= drawn === null;
    if (drawn === null) continue;
    pieces.push(svg.slice(kept, found.index), drawn);
    kept = found.index + found[0].length;
  }
  return { svg: pieces.join('') + svg.slice(kept), warnings: isLost ? [svgPicturesLost()] : [] };
}

/** A picture as PNG, or a photo as JPEG, upright; null where it does not decode. */
async function redrawn(picture: Buffer, format: string | undefined): Promise<string | null> {
  const upright = sharp(picture, { limitInputPixels: MAX_PIXELS }).autoOrient();
  const isPhoto = format === 'jpeg';
  const data = await (isPhoto ? upright.jpeg({ quality: 95 }) : upright.png({ compressionLevel: 1 }))
    .toBuffer()
    .catch(() => null);
  return data === null ? null : `data:image/${isPhoto ? 'jpeg' : 'png'};base64,${data.toString('base64')}`;
}
