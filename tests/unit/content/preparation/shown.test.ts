import { extname } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MediaBench, openMediaBench, shown } from '../../../support/media-bench.ts';
import * as files from '../../../support/media-files.ts';

const colourAt = async (image: Buffer, x: number, y: number): Promise<number[]> => [
  ...(await sharp(image).removeAlpha().extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer()),
];
const near = (colour: readonly number[], { r, g, b }: { r: number; g: number; b: number }, by = 26): void => {
  for (const [i, wanted] of [r, g, b].entries()) {
    expect(Math.abs((colour[i] ?? 0) - wanted), `${colour} is not ${r},${g},${b}`).toBeLessThanOrEqual(by);
  }
};

describe('the media preparer makes pictures and films for the wall', () => {
  let bench: MediaBench;
  beforeAll(async () => {
    bench = await openMediaBench();
  });
  afterAll(() => bench.close());

  const PICTURES: readonly [name: string, make: () => Promise<Buffer> | Buffer][] = [
    ['photo.jpg', () => files.jpeg()],
    ['photo.JPEG', () => files.progressiveJpeg()],
    ['p3.jfif', () => files.jpegP3()],
    ['cmyk.jpg', () => files.jpegCmyk()],
    ['capture.png', () => files.png()],
    ['image.webp', () => files.webp()],
    ['image.avif', () => files.avif()],
    ['iphone.heic', () => files.committed('iphone.heic')],
    ['iphone.heif', () => files.committed('iphone.heic')],
    ['scan.tif', () => files.tiff()],
    ['scan.tiff', () => files.tiff(undefined, 'none')],
    ['dessin.bmp', () => files.bmp()],
    ['dessin32.bmp', () => files.bmp(undefined, 32)],
    ['faux.jpg', () => files.png()],
  ];
  for (const [name, make] of PICTURES) {
    it(`${name} becomes one JPEG of its own size, red on the left and green on the right`, async () => {
      const prepared = shown(await bench.prepare(name, await make()));
      expect(prepared).toMatchObject({ kind: 'image', of: 1, fit: 'cover', warnings: [] });
      expect(prepared.media[0]).toMatchObject({
        width: 640,
        height: 480,
        name: expect.stringMatching(/^[a-z0-9]+\.jpg$/),
      });
      const image = await bench.stored(prepared);
      expect(await sharp(image).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480, space: 'srgb' });
      // The print profile has no such red or green: there the nearest it has is right.
      const by = name === 'cmyk.jpg' ? 60 : 26;
      near(await colourAt(image, 160, 240), files.RED, by);
      near(await colourAt(image, 480, 240), files.GREEN, by);
    });
  }

  it('an iPhone photo keeps its colours: they are converted from Display P3 to sRGB', async () => {
    const raw = await bench.stored(await bench.prepare('iphone.heic', await files.committed('iphone.heic')));
    // Read without its profile, this red would be 205 38 25.
    expect((await colourAt(raw, 160, 240))[1]).toBeLessThan(30);
  });

  it('a photo stands upright, is reduced to the screen, and says neither where nor with which camera it was taken', async () => {
    const photo = await files.jpeg({ width: 1600, height: 800 }, 6);
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const prepared = shown(await bench.prepare('Photo de classe à l’école.jpg', photo, 800));
    expect(prepared.media[0]).toMatchObject({ width: 400, height: 800, name: 'photo-de-classe-a-l-ecole.jpg' });
    const image = await bench.stored(prepared);
    const { exif, icc, orientation } = await sharp(image).metadata();
    expect([exif, icc, orientation]).toEqual([undefined, undefined, undefined]);
    near(await colourAt(image, 200, 100), files.RED);
    near(await colourAt(image, 200, 700), files.GREEN);
  });

  it('an animation stays an animation, at its own pace', async () => {
    const prepared = shown(await bench.prepare('anime.gif', await files.animatedGif(4)));
    expect(prepared.media[0]).toMatchObject({ width: 160, height: 120 });
    const facts = await sharp(await bench.stored(prepared), { animated: true }).metadata();
    expect(facts).toMatchObject({ format: 'webp', pages: 4, pageHeight: 120, delay: [200, 200, 200, 200] });
  });

  it('a drawing is drawn as large as the screen', async () => {
    const prepared = shown(
      await bench.prepare('affiche.svg', files.svg('<a href="https://exemple.fr"><circle r="9"/></a>')),
    );
    expect(prepared.media[0]).toMatchObject({ width: 1920, height: 1440 });
    near(await colourAt(await bench.stored(prepared), 400, 700), files.RED);
  });

  it('a PDF becomes one picture a page, and only its first forty', async () => {
    const prepared = shown(
      await bench.prepare('livret.pdf', files.pdf({ pages: 42, size: { width: 200, height: 100 } }), 400),
    );
    expect(prepared).toMatchObject({ kind: 'pages', of: 42, fit: 'contain', warnings: [{ code: 'pages-cut' }] });
    expect(prepared.media).toHaveLength(40);
    expect(prepared.media[0]).toMatchObject({ width: 400, height: 200, name: 'livret-p1.jpg' });
    expect(new Set(prepared.media.map(({ name }) => name)).size).toBe(40);
    near(await colourAt(await bench.stored(prepared), 100, 40), { r: 255, g: 0, b: 0 });
  });

  it('a page that nobody can read from 3 m is shown, with a word of advice', async () => {
    const small = shown(await bench.prepare('note.pdf', files.pdf({ fontSize: 9 }), 600));
    expect(small.warnings).toMatchObject([{ code: 'text-too-small' }]);
    expect(shown(await bench.prepare('affiche.pdf', files.pdf({ fontSize: 24 }), 600)).warnings).toEqual([]);
  });

  for (const name of ['film-h264.mp4', 'film-h264.mov', 'film-vp9.webm'] as const) {
    it(`${name} is played as it is, with its size and length`, async () => {
      const film = await files.committed(name);
      const prepared = shown(await bench.prepare(name, film));
      expect(prepared).toMatchObject({ kind: 'video', media: [{ width: 320, height: 180 }] });
      expect(prepared.durationMs).toBeGreaterThan(1900);
      expect(prepared.durationMs).toBeLessThan(2200);
      expect(extname(prepared.media[0]?.name ?? '')).toBe(name.endsWith('webm') ? '.webm' : '.mp4');
      expect((await bench.stored(prepared)).equals(film)).toBe(true);
    });
  }
});
