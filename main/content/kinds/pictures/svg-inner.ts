import sharp from 'sharp';
import type { Fault } from '../../faults/fault.ts';
import { joinWords, type PictureWords } from '../../preparation/picture-words.ts';
import { svgPicturesLost, svgTooLarge } from './picture-faults.ts';

/** A drawing within a drawing, as draw.io writes the signs of its libraries. */
const INNER = /(\s(?:[\w-]+:)?href\s*=\s*)(["'])data:image\/svg\+xml((?:;(?!base64)[^;,"']*)*)(;base64)?,([^"']*)\2/gi;
/** More different ones than any drawing has. */
const MAX_INNER = 200;
/** Long side of the pixels that one becomes. */
const INNER_SIDE = 800;

/** A drawing that was judged and mended, as pixels in the wide sense of sharp. */
interface Drawn {
  readonly pixels: Uint8Array;
  readonly density: number;
  readonly warnings: readonly Fault[];
  readonly words: PictureWords | null;
}

interface WithPictures {
  readonly svg: string;
  readonly warnings: readonly Fault[];
  /** What the drawings within it say. */
  readonly words: PictureWords | null;
}

/**
 * The same drawing (one character a byte) with each drawing within it as a picture: `draw` judges and mends it like any other.
 * The fault of the first that is refused.
 */
export async function withInnerDrawings(
  svg: string,
  draw: (inner: Uint8Array, longSide: number) => Promise<Drawn | Fault>,
): Promise<WithPictures | Fault> {
  const made = new Map<string, string>();
  const warnings: Fault[] = [];
  let words: PictureWords | null = null;
  for (const [, , , , base64, data = ''] of svg.matchAll(INNER)) {
    if (made.has(data)) continue;
    if (made.size >= MAX_INNER) return svgTooLarge();
    const inner = await draw(decoded(data, base64 !== undefined), INNER_SIDE).catch(() => null);
    if (inner !== null && 'code' in inner) return inner;
    const picture = inner === null ? null : await pictureOf(inner);
    made.set(data, picture ?? '');
    if (inner === null || picture === null) warnings.push(svgPicturesLost());
    else {
      warnings.push(...inner.warnings);
      if (inner.words !== null) words = joinWords(words, inner.words);
    }
  }
  const pictured = svg.replace(INNER, (all, start: string, quote: string, _type, _base64, data: string) => {
    const picture = made.get(data);
    if (picture === undefined) return all;
    return picture === '' ? '' : `${start}${quote}data:image/png;base64,${picture}${quote}`;
  });
  return { svg: pictured, warnings, words };
}

/** A drawing as PNG in base 64; null where it does not decode. */
async function pictureOf({ pixels, density }: Drawn): Promise<string | null> {
  const png = await sharp(pixels, { density })
    .png({ compressionLevel: 1 })
    .toBuffer()
    .catch(() => null);
  return png?.toString('base64') ?? null;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The bytes of a drawing in an address: in base 64, or as text with escapes of XML and of addresses. */
function decoded(data: string, isBase64: boolean): Buffer {
  const written = data.replace(/&(lt|gt|quot|apos|amp);/g, (all, name: string) => NAMED[name] ?? all);
  if (isBase64) return Buffer.from(written.replace(/%2B/gi, '+').replace(/%2F/gi, '/').replace(/%3D/gi, '='), 'base64');
  const text = written.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(text, 'latin1');
}
