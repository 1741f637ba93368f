import { Bytes } from '../../completeness/bytes.ts';
import { type TiffDirectory, tiffDirectories } from './tiff-directories.ts';

const SUBFILE = 254;
const OLD_SUBFILE = 255;
const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const COMPRESSION = 259;
const COLOURS = 262;
const SAMPLES = 277;
const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const PLANES = 284;
const TILE_WIDTH = 322;
const YCC_SUBSAMPLING = 530;
const SAMPLE_FORMAT = 339;
/** Whole numbers, and numbers of which the file does not say what they are. */
const WHOLE_NUMBERS: readonly number[] = [1, 4];
/**
 * Methods of compression that the libtiff of sharp decodes: none, three of fax machines, LZW, JPEG, Deflate (two numbers) and
 * PackBits. Of all others (the first JPEG of TIFF 6.0, LZMA, Zstandard, WebP, JBIG …) it makes a black picture, in silence.
 */
const DECODABLE: readonly number[] = [1, 2, 3, 4, 5, 7, 8, 32771, 32773, 32946];
/** Bits of a sample that it decodes; of 32 it keeps the wrong ones, and gives false colours. */
const DECODABLE_BITS: readonly number[] = [1, 2, 4, 8, 16];
/** The kind of colours CIE L*a*b*, which Photoshop writes, and the two of greys. */
const LAB = 8;
const GREYS: readonly number[] = [0, 1];
/** Brightness and two differences of colour, as in a JPEG, and the compression in which these are at home. */
const YCC = 6;
const JPEG = 7;
/** Each colour stands apart, and not all of a pixel together. */
const APART = 2;

/** One page of a TIFF file. */
export interface TiffPage {
  /** Its place among the directories of the file, from 0. */
  readonly index: number;
  readonly isDecodable: boolean;
  /** How much wider than high a pixel is. */
  readonly pixelRatio: number;
}

/** The pages of a TIFF file, without the reduced copies and the masks that some programs store beside them. */
export async function tiffPages(file: Uint8Array): Promise<readonly TiffPage[]> {
  const pages: TiffPage[] = [];
  let index = 0;
  let before = { width: 0, height: 0 };
  for await (const directory of tiffDirectories(Bytes.of(file))) {
    if (directory === null) break;
    const [subfile = 0] = (await directory.values(SUBFILE)) ?? [];
    const [oldSubfile = 1] = (await directory.values(OLD_SUBFILE)) ?? [];
    // Bit 0: a reduced copy of another picture; bit 2: a mask. Formerly 2 stood for a reduced copy.
    const [width = 0] = (await directory.values(WIDTH)) ?? [];
    const [height = 0] = (await directory.values(HEIGHT)) ?? [];
    const isPage = (subfile & 0b101) === 0 && oldSubfile !== 2 && !isHalf({ width, height }, before);
    before = { width, height };
    if (isPage) {
      pages.push({ index, isDecodable: await isDecodable(directory), pixelRatio: await pixelRatioOf(directory) });
    }
    index += 1;
  }
  return pages;
}

/** Whether the libtiff and libvips of sharp decode a page, with its true colours. */
async function isDecodable(directory: TiffDirectory): Promise<boolean> {
  const first = async (tag: number, usual: number): Promise<number> => (await directory.values(tag))?.[0] ?? usual;
  // Pixels of floating-point numbers are measurements, and get wrong colours.
  if (!WHOLE_NUMBERS.includes(await first(SAMPLE_FORMAT, 1))) return false;
  if (!DECODABLE.includes(await first(COMPRESSION, 1))) return false;
  if (!DECODABLE_BITS.includes(await first(BITS, 1))) return false;
  const samples = await first(SAMPLES, 1);
  // Whole bytes alone may stand for several colours of a pixel.
  if (samples > 1 && (await first(BITS, 1)) < 8) return false;
  const colours = await first(COLOURS, 1);
  if (colours === LAB) return false;
  if (colours === YCC && (await first(COMPRESSION, 1)) !== JPEG && !(await sharesColours(directory))) return false;
  const isApart = (await first(PLANES, 1)) === APART && samples > 1;
  // Tiles of one colour are refused, and of greys with transparency only some lines are right.
  return !isApart || (!GREYS.includes(colours) && (await first(TILE_WIDTH, 0)) === 0);
}

/** Whether some pixels share one colour. Where each has its own, libvips takes the differences for red, green and blue. */
async function sharesColours(directory: TiffDirectory): Promise<boolean> {
  const [across = 1, down = 1] = (await directory.values(YCC_SUBSAMPLING)) ?? [];
  return across * down > 1;
}

/** Whether a picture is half as wide and high as the one before: a pyramid, of which some programs do not mark the copies. */
function isHalf(size: { width: number; height: number }, before: { width: number; height: number }): boolean {
  const isHalfOf = (side: number, whole: number): boolean => side > 1 && Math.abs(side - whole / 2) <= 1;
  return isHalfOf(size.width, before.width) && isHalfOf(size.height, before.height);
}

/** Fax machines scan 204 pixels an inch across and 98 or 196 down; a ratio beyond that of any of them is a mistake. */
const MAX_RATIO = 2.5;

async function pixelRatioOf(directory: TiffDirectory): Promise<number> {
  const [across = 0] = (await directory.values(X_RESOLUTION)) ?? [];
  const [down = 0] = (await directory.values(Y_RESOLUTION)) ?? [];
  const ratio = down / across;
  const isOdd = ratio > 0 && ratio <= MAX_RATIO && ratio >= 1 / MAX_RATIO && Math.abs(ratio - 1) > 0.02;
  return isOdd ? ratio : 1;
}
