import libheif from 'libheif-js/wasm-bundle.js';
import type { Fault } from '../../faults/fault.ts';
import { MAX_PIXELS } from '../../preparation/limits.ts';
import { heicFacts } from './heic-facts.ts';
import { tooManyPixels } from './picture-faults.ts';
import { wrapTiff } from './tiff.ts';

/**
 * An iPhone photo as an uncompressed TIFF that carries the photo's own colour profile: libheif turns the picture as its
 * boxes say, but leaves the colours as they are (Display P3).
 */
export async function heicToTiff(file: Uint8Array): Promise<Uint8Array | Fault> {
  const { width, height, profile } = await heicFacts(file);
  if (width * height > MAX_PIXELS) return tooManyPixels(width, height);
  return wrapTiff({ ...(await decodePrimary(file)), channels: 4 }, profile);
}

/** The picture that the file names as its primary one: bursts and edited photos hold others too. @throws where none decodes. */
async function decodePrimary(file: Uint8Array): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
  await libheif.ready;
  const heif = new libheif.HeifDecoder();
  const images = heif.decode(file);
  try {
    const image = images.find((each) => each.is_primary()) ?? images[0];
    if (image === undefined) throw new Error('no picture in the file');
    const size = { width: image.get_width(), height: image.get_height() };
    const data = new Uint8ClampedArray(size.width * size.height * 4);
    return await new Promise((resolve, reject) => {
      image.display({ data, ...size }, (displayed) => {
        if (displayed === null) reject(new Error('the picture does not decode'));
        else resolve({ data: displayed.data, ...size });
      });
    });
  } finally {
    for (const image of images) image.free();
    heif.decoder.delete();
  }
}
