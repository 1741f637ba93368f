import type { Bytes } from './bytes.ts';

/** What a file is, by its first bytes; its name may say otherwise. */
export type Container =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'heif'
  | 'tiff'
  | 'bmp'
  | 'svg'
  | 'pdf'
  | 'mp4'
  | 'webm'
  | 'zip'
  | 'ole'
  | 'text'
  | 'zeros'
  | 'unknown';

/** The ending that a name should have. */
export const REAL_EXTENSION: { readonly [C in Container]?: string } = {
  jpeg: '.jpg',
  png: '.png',
  gif: '.gif',
  webp: '.webp',
  avif: '.avif',
  heif: '.heic',
  tiff: '.tif',
  bmp: '.bmp',
  svg: '.svg',
  pdf: '.pdf',
  mp4: '.mp4',
  webm: '.webm',
};

const HEAD = 4096;
const AVIF_BRANDS = ['avif', 'avis'];
const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** Recognises the container. Every signature is that of its specification; text is whatever has no NUL at its start. */
export async function sniff(bytes: Bytes): Promise<Container> {
  const head = await bytes.at(0, HEAD);
  const ascii = head.toString('latin1');
  if (ascii.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (ascii.startsWith('GIF87a') || ascii.startsWith('GIF89a')) return 'gif';
  if (ascii.startsWith('RIFF') && ascii.startsWith('WEBP', 8)) return 'webp';
  if (/^(II[*+]\0|MM\0[*+])/.test(ascii)) return 'tiff';
  if (ascii.startsWith('PK\x03\x04') || ascii.startsWith('PK\x05\x06')) return 'zip';
  if (ascii.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole';
  if (ascii.startsWith('\x1aE\xdf\xa3')) return 'webm';
  if (ascii.startsWith('ftyp', 4)) return brandOf(head);
  if (/^(moov|mdat|wide|free|skip|pnot)/.test(ascii.slice(4))) return 'mp4';
  if (ascii.startsWith('BM') && head.length >= 26 && head.readUInt32LE(10) < 0x10000 && head.readUInt32LE(14) <= 124) {
    return 'bmp';
  }
  if (ascii.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.length > 0 && head.every((byte) => byte === 0)) return 'zeros';
  if (isSvg(ascii)) return 'svg';
  return head.includes(0) && !/^(\xff\xfe|\xfe\xff)/.test(ascii) ? 'unknown' : 'text';
}

/** ISO/IEC 14496-12, `ftyp`: the major brand, then, after its version, the compatible ones. */
function brandOf(head: Buffer): Container {
  const size = Math.min(head.readUInt32BE(0), head.length, 256);
  const brands: string[] = [head.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(head.toString('latin1', at, at + 4));
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif';
  return HEIF_BRANDS.includes(brands[0] ?? '') ? 'heif' : 'mp4';
}

/** An XML file that has not come to its root yet is taken for a drawing: of all XML, only those are dropped. */
function isSvg(ascii: string): boolean {
  const text = ascii.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^<\?xml/i.test(text)) return true;
  return /^<(!DOCTYPE|!--|svg|[\w-]+:svg)/i.test(text) && /<([\w-]+:)?svg[\s>/]|<!DOCTYPE\s+svg/i.test(text);
}
