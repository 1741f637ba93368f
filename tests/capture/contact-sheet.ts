import sharp from 'sharp';
import type { Size } from './flags.ts';

/** A picture and the text under it. */
export interface Cell {
  readonly png: Buffer;
  readonly label: string;
}

const GAP = 24;
const LABEL = 34;
const GROUND = '#d8d8d8';

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** All pictures of a round on one sheet, as PNG: four in a row, six if they are in portrait. */
export async function contactSheet(cells: readonly Cell[], size: Size): Promise<Buffer> {
  const portrait = size.height > size.width;
  const columns = Math.min(cells.length, portrait ? 6 : 4);
  const width = portrait ? 270 : 480;
  const height = Math.round((width * size.height) / size.width);
  const rows = Math.ceil(cells.length / columns);
  const layers = cells.map(async ({ png, label }, index) => {
    const left = GAP + (index % columns) * (width + GAP);
    const top = GAP + Math.floor(index / columns) * (height + LABEL + GAP);
    const caption = `<svg width="${width}" height="${LABEL}"><text x="0" y="24" font-family="sans-serif" font-size="17">${escaped(label)}</text></svg>`;
    return [
      { input: await sharp(png).resize(width, height).png().toBuffer(), left, top },
      { input: Buffer.from(caption), left, top: top + height },
    ];
  });
  const background = {
    width: GAP + columns * (width + GAP),
    height: GAP + rows * (height + LABEL + GAP),
    channels: 3 as const,
    background: GROUND,
  };
  return sharp({ create: background })
    .composite((await Promise.all(layers)).flat())
    .png()
    .toBuffer();
}
