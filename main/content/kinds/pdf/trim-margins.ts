/** Opaque RGBA pixels, 8 bits a channel. */
interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 4;
}

const WHITE = 0xffffffff;
/** What is left of the margins, as a share of the longer side of what stands between them. */
const MARGIN = 0.02;

/** The same page without its blank margins, but for a small one; it shares no memory with the page. */
export function trimMargins(page: Pixels): Pixels {
  const { data, width, height } = page;
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  const isBlankRow = (row: number): boolean =>
    pixels.subarray(row * width, (row + 1) * width).every((each) => each === WHITE);
  let top = 0;
  while (top < height && isBlankRow(top)) top += 1;
  if (top === height) return page;
  let bottom = height;
  while (isBlankRow(bottom - 1)) bottom -= 1;
  const isBlankColumn = (column: number): boolean => {
    for (let row = top; row < bottom; row += 1) if (pixels[row * width + column] !== WHITE) return false;
    return true;
  };
  let left = 0;
  while (isBlankColumn(left)) left += 1;
  let right = width;
  while (isBlankColumn(right - 1)) right -= 1;
  const margin = Math.round(Math.max(right - left, bottom - top) * MARGIN);
  return cut(page, {
    left: Math.max(0, left - margin),
    right: Math.min(width, right + margin),
    top: Math.max(0, top - margin),
    bottom: Math.min(height, bottom + margin),
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function cut({ data, width }: Pixels, { left, right, top, bottom }: Box): Pixels {
  const line = (right - left) * 4;
  const kept = new Uint8Array(line * (bottom - top));
  for (let row = top; row < bottom; row += 1) {
    const from = (row * width + left) * 4;
    kept.set(data.subarray(from, from + line), (row - top) * line);
  }
  return { data: kept, width: right - left, height: bottom - top, channels: 4 };
}
