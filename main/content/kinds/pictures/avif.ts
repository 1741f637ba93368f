import sharp from 'sharp';
import { MAX_PIXELS } from '../../preparation/limits.ts';
import { heicFacts } from './heic-facts.ts';
import { wrapTiff } from './tiff.ts';

/**
 * An AVIF as sharp decodes it in its true colours: libvips follows a profile in the file, but not the numbers by which most
 * AVIF say that their colours are those of Apple's screens, or of high dynamic range.
 */
export async function colouredAvif(file: Uint8Array): Promise<Uint8Array> {
  const { width, height, profile, isCoded } = await heicFacts(file);
  if (!isCoded || profile === null || width * height > MAX_PIXELS) return file;
  const { data, info } = await sharp(file, { limitInputPixels: MAX_PIXELS })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return wrapTiff({ data, width: info.width, height: info.height, channels: 4 }, profile);
}
