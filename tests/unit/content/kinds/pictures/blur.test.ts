import sharp from 'sharp';
import { expect, test } from 'vitest';
import { blurOf } from '../../../../../main/content/kinds/pictures/make-picture.ts';

/** Red, green and blue in the middle of a blurred copy. */
async function middleOf(blur: Uint8Array): Promise<number[]> {
  const { data, info } = await sharp(blur).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return [...data.subarray(at, at + 3)];
}

test('a blurred copy has the brightness and the colours of its picture: a dull yellow does not become olive', async () => {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c8b45a' } })
    .webp()
    .toBuffer();
  const [red = 0, green = 0, blue = 0] = await middleOf(await blurOf(sharp(picture)));
  expect(red - blue).toBeGreaterThan(0xc8 - 0x5a);
  expect(red).toBeGreaterThanOrEqual(0xc8 - 2);
  expect(green).toBeGreaterThan(0xa0);
});
