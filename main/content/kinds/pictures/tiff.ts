const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

/** Raw 8-bit RGB(A) as an uncompressed TIFF 6.0 file: sharp takes no ICC profile along with raw pixels. */
export function wrapTiff(
  pixels: {
    readonly data: ArrayLike<number>;
    readonly width: number;
    readonly height: number;
    readonly channels: 3 | 4;
  },
  profile: Uint8Array | null,
): Uint8Array {
  const { data, width, height, channels } = pixels;
  const icc = profile ?? new Uint8Array(0);
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, channels, 0],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, 0],
    [277, SHORT, 1, channels],
    [278, LONG, 1, height],
    [279, LONG, 1, data.length],
    ...(channels === 4 ? ([[338, SHORT, 1, 2]] as [number, number, number, number][]) : []),
    ...(icc.length > 0 ? ([[34675, UNDEFINED, icc.length, 0]] as [number, number, number, number][]) : []),
  ];
  const bitsAt = 8 + 2 + entries.length * 12 + 4;
  const iccAt = bitsAt + channels * 2;
  const pixelsAt = iccAt + icc.length + (icc.length % 2);
  const file = Buffer.alloc(pixelsAt + data.length);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12;
    const pointer = tag === 258 ? bitsAt : tag === 273 ? pixelsAt : tag === 34675 ? iccAt : value;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(pointer, at + 8);
  });
  for (let channel = 0; channel < channels; channel += 1) file.writeUInt16LE(8, bitsAt + channel * 2);
  file.set(icc, iccAt);
  file.set(data, pixelsAt);
  return file;
}
