import sharp from 'sharp';

/** A JPEG of this size with the noise of a photo, and as many bytes; no two are alike. */
export function photo(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const grain = { width: Math.ceil(width / 8), height: Math.ceil(height / 8), channels: 3, noise } as const;
  return sharp({ create: { ...grain, background: '#808080' } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .jpeg({ quality: 94 })
    .toBuffer();
}
