import type { PagePixels } from './render-page.ts';

const WHITE = 255;
const CHANNELS = 3;
/** What is left of the margins, as a share of the longer side of what stands between them. */
const MARGIN = 0.02;

/** The same page without its blank margins, but for a small one; it shares no memory with the page. */
export function trimMargins(page: PagePixels): PagePixels {
  const { data, width, height } = page;
  const line = width * CHANNELS;
  const isBlankRow = (row: number): boolean =>
    data.subarray(row * line, (row + 1) * line).every((each) => each === WHITE);
  let top = 0;
  while (top < height && isBlankRow(top)) top += 1;
  if (top === height) return page;
  let bottom = height;
  while (isBlankRow(bottom - 1)) bottom -= 1;
  const isBlank = (at: number): boolean => data[at] === WHITE && data[at + 1] === WHITE && data[at + 2] === WHITE;
  const isBlankColumn = (column: number): boolean => {
    for (let row = top; row < bottom; row += 1) if (!isBlank(row * line + column * CHANNELS)) return false;
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

function cut({ data, width }: PagePixels, { left, right, top, bottom }: Box): PagePixels {
  const line = (right - left) * CHANNELS;
  const kept = new Uint8Array(line * (bottom - top));
  for (let row = top; row < bottom; row += 1) {
    const from = (row * width + left) * CHANNELS;
    kept.set(data.subarray(from, from + line), (row - top) * line);
  }
  return { data: kept, width: right - left, height: bottom - top, channels: CHANNELS };
}
