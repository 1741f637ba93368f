/** What the headers of a Windows or OS/2 bitmap say ([MS-WMF] 2.2.2.3; BITMAPFILEHEADER, BITMAPCOREHEADER to V5). */
export interface BmpHeader {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** True where the lines go from the top down; they usually go from the bottom up. */
  readonly isTopDown: boolean;
  /** Bits of a pixel: 1, 2, 4, 8, 16, 24 or 32; 0 where a JPEG or PNG is embedded. */
  readonly bits: number;
  readonly compression: number;
  /** Where the pixels begin in the file. */
  readonly pixelsAt: number;
  /** Bytes of the pixels as the header says; 0 where it does not say. */
  readonly pixelBytes: number;
  /** Bytes of one uncompressed line, which end at a multiple of 4. */
  readonly row: number;
  /** The colours of pixels of up to 8 bits: where they begin, how many there are, and bytes of each. */
  readonly palette: { readonly at: number; readonly count: number; readonly size: 3 | 4 };
  /** Which bits of a pixel of 16 or 32 bits are red, green, blue and alpha. */
  readonly masks: readonly [number, number, number, number];
}

export const COMPRESSION = { none: 0, rle8: 1, rle4: 2, bitfields: 3, jpeg: 4, png: 5, alphaBitfields: 6 } as const;

/** BITMAPFILEHEADER, and the headers that follow it, by their sizes. */
const FILE_HEADER = 14;
const CORE = 12;
const INFO = 40;
const WITH_MASKS = 52;
const WITH_ALPHA = 56;
/** Bytes at the start of a file that hold all headers and masks. */
export const MAX_HEADERS = FILE_HEADER + 124 + 16;

/**
 * Reads the headers of a bitmap of `fileSize` bytes; null where they are cut or say what no program writes.
 */
export function readBmpHeader(head: Buffer, fileSize: number): BmpHeader | null {
  if (head.length < FILE_HEADER + CORE) return null;
  const size = head.readUInt32LE(14);
  const isCore = size === CORE;
  if ((!isCore && size < 16) || head.length < FILE_HEADER + size) return null;
  /** A field behind the smallest header; 0 where the header ends before it. */
  const field = (at: number): number => (at + 4 <= FILE_HEADER + size ? head.readUInt32LE(at) : 0);
  const width = isCore ? head.readUInt16LE(18) : head.readInt32LE(18);
  const signedHeight = isCore ? head.readUInt16LE(20) : head.readInt32LE(22);
  const bits = head.readUInt16LE(isCore ? 24 : 28);
  const compression = isCore ? 0 : field(30);
  const bitfields = compression === COMPRESSION.bitfields || compression === COMPRESSION.alphaBitfields;
  const masksAfter = size === INFO && bitfields ? (compression === COMPRESSION.alphaBitfields ? 16 : 12) : 0;
  if (head.length < FILE_HEADER + size + masksAfter) return null;
  const paletteAt = FILE_HEADER + size + masksAfter;
  const colours = bits > 0 && bits <= 8 ? field(46) || 1 << bits : 0;
  const entry = isCore ? 3 : 4;
  const height = Math.abs(signedHeight);
  const row = Math.ceil((Math.abs(width) * bits) / 32) * 4;
  const pixelBytes = isCore ? 0 : field(34);
  const paletteEnd = paletteAt + colours * entry;
  const named = head.readUInt32LE(10);
  // Some programs forget the colours when they name the place of the pixels; others count more colours than they write.
  const isBehindPalette =
    named < paletteAt || (named < paletteEnd && paletteEnd + (pixelBytes || row * height) <= fileSize);
  return {
    width,
    height,
    isTopDown: signedHeight < 0,
    bits,
    compression,
    pixelsAt: isBehindPalette ? paletteEnd : named,
    pixelBytes,
    row,
    palette: { at: paletteAt, count: Math.min(colours, 256), size: entry },
    masks: masksOf(head, { size, bits, bitfields, masksAfter }),
  };
}

/** Without masks in the file: five bits a colour in 16, eight in 32, where the fourth byte is padding. */
function masksOf(
  head: Buffer,
  { size, bits, bitfields, masksAfter }: { size: number; bits: number; bitfields: boolean; masksAfter: number },
): BmpHeader['masks'] {
  if (!bitfields) return bits === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
  const at = FILE_HEADER + INFO;
  const hasAlpha = masksAfter === 16 || size >= WITH_ALPHA;
  if (masksAfter === 0 && size < WITH_MASKS) return [0xff0000, 0xff00, 0xff, 0];
  return [
    head.readUInt32LE(at),
    head.readUInt32LE(at + 4),
    head.readUInt32LE(at + 8),
    hasAlpha ? head.readUInt32LE(at + 12) : 0,
  ];
}
