/** Bitmaps as old programs of Windows and OS/2 write them: three stripes, red, green and blue, over a dark line at the top. */
export const STRIPES = [
  [224, 16, 16],
  [16, 160, 64],
  [32, 48, 200],
] as const;
export const TOP = [40, 40, 40] as const;

export interface BitmapOptions {
  readonly bits: 1 | 4 | 8 | 16 | 24 | 32;
  /** Size of the header: 12 OS/2, 40 Windows 3, 108 V4, 124 V5. */
  readonly header?: 12 | 40 | 108 | 124;
  readonly topDown?: boolean;
  readonly rle?: boolean;
  /** Red, green, blue and alpha of pixels of 16 or 32 bits. */
  readonly masks?: readonly [number, number, number, number];
  /** What stands in the alpha bits. */
  readonly alpha?: number;
  readonly width?: number;
  readonly height?: number;
}

/** The colour at a place, as an index: 0 to 2 a stripe, 3 the dark line. With one bit there are only two colours. */
function indexAt(x: number, y: number, { bits, width, height }: Shape): number {
  if (bits === 1) return x < width / 2 ? 0 : 1;
  return y < height / 4 ? 3 : Math.min(2, Math.floor((x * 3) / width));
}

type Shape = Required<Pick<BitmapOptions, 'bits' | 'width' | 'height'>>;

export function bitmap(options: BitmapOptions): Buffer {
  const { bits, header = 40, topDown = false, rle = false, masks } = options;
  const shape = { bits, width: options.width ?? 61, height: options.height ?? 40 };
  const { width, height } = shape;
  const isPalette = bits <= 8;
  const palette = isPalette ? paletteOf(header === 12 ? 3 : 4, 1 << bits) : Buffer.alloc(0);
  const apart = masks !== undefined && header === 40 ? Buffer.alloc(12) : Buffer.alloc(0);
  if (masks !== undefined && apart.length > 0) for (let n = 0; n < 3; n += 1) apart.writeUInt32LE(masks[n] ?? 0, n * 4);
  const lines = Array.from({ length: height }, (_, n) => (topDown ? n : height - 1 - n));
  const pixels = rle ? packed(lines, shape) : Buffer.concat(lines.map((y) => line(y, shape, options)));
  const info = Buffer.alloc(header);
  info.writeUInt32LE(header, 0);
  if (header === 12) {
    info.writeUInt16LE(width, 4);
    info.writeUInt16LE(height, 6);
    info.writeUInt16LE(1, 8);
    info.writeUInt16LE(bits, 10);
  } else {
    info.writeInt32LE(width, 4);
    info.writeInt32LE(topDown ? -height : height, 8);
    info.writeUInt16LE(1, 12);
    info.writeUInt16LE(bits, 14);
    info.writeUInt32LE(rle ? (bits === 8 ? 1 : 2) : masks ? 3 : 0, 16);
    info.writeUInt32LE(pixels.length, 20);
    if (masks !== undefined && header > 40)
      for (const [n, mask] of masks.entries()) info.writeUInt32LE(mask, 40 + n * 4);
  }
  const start = Buffer.alloc(14);
  start.write('BM', 0, 'latin1');
  const at = 14 + header + apart.length + palette.length;
  start.writeUInt32LE(at + pixels.length, 2);
  start.writeUInt32LE(at, 10);
  return Buffer.concat([start, info, apart, palette, pixels]);
}

function paletteOf(size: 3 | 4, count: number): Buffer {
  const palette = Buffer.alloc(size * count, 0x99);
  for (const [n, [r, g, b]] of [...STRIPES, TOP].slice(0, count).entries()) palette.set([b, g, r], n * size);
  return palette;
}

function line(y: number, shape: Shape, { masks, alpha = 0 }: BitmapOptions): Buffer {
  const { bits, width } = shape;
  const row = Buffer.alloc(Math.ceil((width * bits) / 32) * 4);
  for (let x = 0; x < width; x += 1) {
    const index = indexAt(x, y, shape);
    const colour = index === 3 ? TOP : (STRIPES[index] ?? TOP);
    if (bits <= 8) {
      const at = Math.floor((x * bits) / 8);
      row[at] = (row[at] ?? 0) | (index << (8 - bits - ((x * bits) % 8)));
    } else if (masks !== undefined || bits === 16)
      row.writeUIntLE(masked(colour, alpha, masks), (x * bits) / 8, bits / 8);
    else row.set([...colour].reverse(), (x * bits) / 8);
  }
  return row;
}

function masked(colour: readonly number[], alpha: number, masks: readonly number[] = [0x7c00, 0x3e0, 0x1f, 0]): number {
  return [...colour, alpha].reduce((pixel, value, channel) => {
    const mask = masks[channel] ?? 0;
    if (mask === 0) return pixel;
    const shift = 31 - Math.clz32(mask & -mask);
    return (pixel | (Math.round((value * (mask >>> shift)) / 255) << shift)) >>> 0;
  }, 0);
}

/** Runs of one colour, except for the last pixels of a line, which are written one by one, and a jump over colour 0. */
function packed(lines: readonly number[], shape: Shape): Buffer {
  const { bits, width } = shape;
  const bytes: number[] = [];
  for (const y of lines) {
    let x = 0;
    while (x < width - 3) {
      const index = indexAt(x, y, shape);
      let length = 1;
      while (x + length < width - 3 && length < 200 && indexAt(x + length, y, shape) === index) length += 1;
      if (index === 0) bytes.push(0, 2, length, 0);
      else bytes.push(length, bits === 8 ? index : (index << 4) | index);
      x += length;
    }
    const last = [0, 1, 2].map((n) => indexAt(width - 3 + n, y, shape));
    const [a = 0, b = 0, c = 0] = last;
    if (bits === 8) bytes.push(0, 3, a, b, c, 0);
    else bytes.push(0, 3, (a << 4) | b, c << 4);
    bytes.push(0, 0);
  }
  bytes.push(0, 1);
  return Buffer.from(bytes);
}
