import sharp from 'sharp';

/** A JPEG of so many pixels with the grain and the weight of a photo; no two are alike. */
export function photo(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const grain = { width: Math.ceil(width / 8), height: Math.ceil(height / 8), channels: 3, noise } as const;
  return sharp({ create: { ...grain, background: '#808080' } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .jpeg({ quality: 94 })
    .toBuffer();
}

/** A JPEG of so many pixels that weighs little: a shape on a plain ground. It costs a decoder all its pixels. */
export function flatPhoto(width: number, height: number): Promise<Buffer> {
  const shape = `<svg width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#1f47a8"/><circle cx="${width / 2}" cy="${height / 2}" r="${height / 3}" fill="#f2b134"/></svg>`;
  return sharp(Buffer.from(shape)).jpeg({ quality: 80 }).toBuffer();
}
