import { MAX_PICTURE_MS } from '../../preparation/limits.ts';
import { fileKind } from '../file-kind.ts';
import { BMP } from './bmp-format.ts';
import { GIF } from './gif-format.ts';
import { AVIF, HEIF } from './iso-formats.ts';
import { JPEG } from './jpeg-format.ts';
import { PNG } from './png-format.ts';
import { SVG } from './svg-format.ts';
import { SVGZ } from './svgz-format.ts';
import { TIFF } from './tiff-format.ts';
import { WEBP } from './webp-format.ts';

/** The usual formats of cameras and of the web: libvips decodes them piece by piece, and frees their memory. */
const LIGHT = ['.jpg', '.jpeg', '.jpe', '.jfif', '.pjpeg', '.mpo', '.png', '.apng', '.webp'];

/** Photos and drawings. A picture under the name of another format is shown all the same. */
export const picture = fileKind({
  name: 'picture',
  endings: [...LIGHT, '.avif', '.gif', '.svg', '.svgz', '.heic', '.heif', '.hif', '.tif', '.tiff', '.bmp', '.dib'],
  label: 'Image',
  icon: 'image',
  formats: [JPEG, PNG, GIF, WEBP, TIFF, AVIF, HEIF, BMP, SVG, SVGZ],
  read: async () => (await import('./read-picture.ts')).readPicture,
  parse: null,
  prepare: {
    how: 'decoded',
    load: async () => (await import('./prepare-picture.ts')).preparePicture,
    keepsMemory: (ending) => !LIGHT.includes(ending),
    maxStepMs: MAX_PICTURE_MS,
  },
});
