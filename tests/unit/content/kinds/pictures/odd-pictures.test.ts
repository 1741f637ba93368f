import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as files from '../../../../support/media-files.ts';
import { distance, LONG_AGO_MS, type NowBench, openNowBench } from '../../../../support/prepare-now.ts';
import { tiffOf } from '../../../../support/tiffs.ts';

/** The first segment of a JPEG ends here. */
const afterFirstSegment = (jpeg: Buffer): number => 4 + jpeg.readUInt16BE(4);
const insert = (file: Buffer, at: number, ...bytes: number[]): Buffer =>
  Buffer.concat([file.subarray(0, at), Buffer.from(bytes), file.subarray(at)]);
const RED = [files.RED.r, files.RED.g, files.RED.b];

/** A chunk at the end of a WebP, with its name as some programs write it. */
async function webpWithChunk(name: string, content = 0x20): Promise<Buffer> {
  const webp = await sharp(await files.jpeg())
    .keepExif()
    .webp()
    .toBuffer();
  const chunk = Buffer.alloc(8 + 600, content);
  chunk.write(name, 0, 'latin1');
  chunk.writeUInt32LE(600, 4);
  const all = Buffer.concat([webp, chunk]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
}

/** White words on nothing, or dark ones. */
const logo = (fill: string, ground = ''): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">${ground}` +
      `<rect x="60" y="30" width="180" height="40" fill="${fill}"/></svg>`,
  );

/** What stands before each frame of an animated GIF. */
const FRAME_BEGINS = Buffer.from([0x21, 0xf9]);

/** Two frames of different colours, with nothing around them. */
async function drawnGif(): Promise<Buffer> {
  const [width, height] = [40, 30];
  const frames = Buffer.alloc(width * height * 4 * 2);
  for (const [frame, colour] of [0xc00000ff, 0x00a000ff].entries()) {
    for (let at = 400; at < 2400; at += 4) frames.writeUInt32BE(colour, frame * width * height * 4 + at);
  }
  return sharp(frames, { raw: { width, height: height * 2, channels: 4, pageHeight: height } })
    .gif()
    .toBuffer();
}

describe('pictures that every viewer shows', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());

  const WHOLE: readonly [name: string, file: string, make: () => Promise<Buffer>][] = [
    ['zeros before a JPEG', 'a.jpg', async () => Buffer.concat([Buffer.alloc(300), await files.jpeg()])],
    [
      'a byte order mark before a PNG',
      'a.png',
      async () =>
        Buffer.concat([
          Buffer.from('\ufeff\r\n'),
          await sharp(await files.jpeg())
            .png()
            .toBuffer(),
        ]),
    ],
    ['a JPEG without its end mark', 'a.jpg', async () => (await files.jpeg()).subarray(0, -2)],
    [
      'bytes between two segments',
      'a.jpg',
      async () => {
        const jpeg = await files.jpeg();
        return insert(jpeg, afterFirstSegment(jpeg), 0, 0, 0);
      },
    ],
    [
      '0xff00 between two segments',
      'a.jpg',
      async () => {
        const jpeg = await files.jpeg();
        return insert(jpeg, afterFirstSegment(jpeg), 0xff, 0, 0, 2);
      },
    ],
    [
      'a word between two segments',
      'a.jpg',
      async () => {
        const jpeg = await files.jpeg();
        return insert(jpeg, afterFirstSegment(jpeg), ...Buffer.from('hello'));
      },
    ],
    [
      'a segment that is one byte longer than it says',
      'a.jpg',
      async () => {
        const jpeg = Buffer.from(await files.jpeg());
        return insert(jpeg, afterFirstSegment(jpeg), 1);
      },
    ],
    ['text behind the end', 'a.jpg', async () => Buffer.concat([await files.jpeg(), Buffer.from('fin du fichier')])],
    ['a progressive JPEG without its end mark', 'a.jpg', async () => (await files.progressiveJpeg()).subarray(0, -2)],
    ['a PNG without IEND', 'a.png', async () => (await files.png()).subarray(0, -12)],
    ['a PNG with half an IEND', 'a.png', async () => (await files.png()).subarray(0, -5)],
    ['a WebP with « XMP » and a zero', 'a.webp', () => webpWithChunk('XMP\0')],
    ['a WebP with a name in Latin 1', 'a.webp', () => webpWithChunk('\xe9t\xe9 ')],
    ['a WebP whose description ends in zeros', 'a.webp', () => webpWithChunk('EXIF', 0)],
  ];
  it.each(WHOLE)('%s: shown at once', async (_, name, make) => {
    const prepared = await bench.prepare(name, await make());
    expect(prepared).toMatchObject({ ok: true, kind: 'image', warnings: [] });
    expect(distance((await bench.pixels(prepared)).at(0.25, 0.5), RED)).toBeLessThan(26);
  });

  const LATER: readonly [name: string, file: string, make: () => Promise<Buffer> | Buffer][] = [
    [
      'a JPEG that is filled up with zeros in place of an end mark',
      'a.jpg',
      async () => Buffer.concat([(await files.jpeg()).subarray(0, -2), Buffer.alloc(5000)]),
    ],
    ['a drawing that ends with the zero of a string', 'a.svg', () => Buffer.concat([files.svg(), Buffer.alloc(1)])],
    ['a GIF without its trailer', 'a.gif', async () => (await files.animatedGif(2)).subarray(0, -1)],
    [
      'an uncompressed TIFF that ends in black',
      'a.tif',
      () =>
        tiffOf(
          [
            { grey: 255, right: 0 },
            { grey: 0, right: 0 },
          ],
          true,
        ),
    ],
  ];
  it.each(LATER)('%s: shown once it has not changed for ten minutes', async (_, name, make) => {
    const content = await make();
    expect(await bench.prepare(name, content)).toMatchObject({ fault: { retry: true } });
    expect(await bench.prepare(name, content, LONG_AGO_MS)).toMatchObject({ ok: true });
  });

  it('an uncompressed TIFF that ends in black is shown at once where its directory follows', async () => {
    expect(await bench.prepare('a.tif', tiffOf([{ grey: 90, right: 0 }]))).toMatchObject({ ok: true });
  });

  it('each page of a TIFF is shown, without the reduced copies', async () => {
    const pages = [{ grey: 10 }, { grey: 10, reduced: true }, { grey: 90 }, { grey: 170 }];
    const prepared = await bench.prepare('scan.tif', tiffOf(pages));
    expect(prepared).toMatchObject({ ok: true, kind: 'pages', of: 3, fit: 'contain', warnings: [] });
    const greys = await Promise.all(
      [0, 1, 2].map(async (page) => (await bench.pixels(prepared, page)).at(0.2, 0.5)[0]),
    );
    for (const [page, grey] of greys.entries()) expect(grey).toBeCloseTo(10 + page * 80, -1);
    expect(await bench.prepare('scan.tif', tiffOf(pages.slice(0, 2)))).toMatchObject({
      ok: true,
      kind: 'image',
      of: 1,
    });
  });

  it('the smaller and smaller copies of one picture are no pages, even where nothing marks them', async () => {
    const pyramid = [64, 32, 16].map((size) => ({ grey: 10, size }));
    expect(await bench.prepare('carte.tif', tiffOf(pyramid))).toMatchObject({ kind: 'image', media: [{ width: 64 }] });
  });

  it('blank pages of a TIFF are left out and named', async () => {
    const prepared = await bench.prepare(
      'scan.tif',
      tiffOf([{ grey: 10 }, { grey: 255 }, { grey: 90 }, { grey: 255 }]),
    );
    expect(prepared).toMatchObject({
      ok: true,
      of: 2,
      media: { length: 2 },
      warnings: [{ code: 'page-blank', about: 'dropped', message: expect.stringContaining('2 et 4') }],
    });
  });

  it.each([6, 34925, 50000, 50001, 34661, 34887])(
    'a TIFF with compression %d, which libtiff makes black of, is refused',
    async (claims) => {
      const refused = await bench.prepare('scan.tif', tiffOf([{ grey: 10, claims }]));
      expect(refused).toMatchObject({ ok: false, fault: { code: 'tiff-compression', retry: false } });
      const partly = await bench.prepare('scan.tif', tiffOf([{ grey: 10 }, { grey: 10, claims }]));
      expect(partly).toMatchObject({ ok: true, of: 1, warnings: [{ code: 'tiff-pages-unread', about: 'dropped' }] });
    },
  );

  it.each([
    ['twelve bits', { 258: 12 }],
    ['32 bits, of which libvips makes false colours', { 258: 32 }],
    ['Lab colours', { 262: 8, 277: 3 }],
    ['tiles of one colour each', { 262: 2, 277: 3, 284: 2, 322: 256 }],
    ['greys apart from their transparency', { 277: 2, 284: 2 }],
  ])('a TIFF of %s is whole, and refused for what it is', async (_, tags) => {
    expect(await bench.prepare('scan.tif', tiffOf([{ grey: 10, tags }]))).toMatchObject({
      ok: false,
      fault: { code: 'tiff-compression', retry: false },
    });
  });

  it('a TIFF of which libtiff makes one colour is refused', async () => {
    const fax = tiffOf([{ grey: 77, right: 77 }]);
    expect(await bench.prepare('scan.tif', fax)).toMatchObject({ ok: false, fault: { code: 'document-blank' } });
  });

  it('a white logo on nothing is laid on dark, a dark one stays on white', async () => {
    const at = async (name: string, drawing: Buffer) => {
      const picture = await bench.pixels(await bench.prepare(name, drawing));
      return { ground: picture.at(0.02, 0.05)[0], ink: picture.at(0.5, 0.5)[0] };
    };
    expect(await at('logo.svg', logo('#fff'))).toMatchObject({
      ink: expect.toSatisfy((v: number) => v > 240),
      ground: expect.toSatisfy((v: number) => v < 20),
    });
    expect(await at('logo.svg', logo('#123'))).toMatchObject({ ground: 255 });
    expect((await at('logo.png', await sharp(logo('#fff')).png().toBuffer())).ground).toBeLessThan(20);
    // A photo that was cut out keeps its white ground, and so does a logo that has a ground of its own.
    expect(await at('logo.svg', logo('#c33'))).toMatchObject({ ground: 255 });
    expect((await at('logo.svg', logo('#fff', '<rect width="300" height="100" fill="#070"/>'))).ground).toBeLessThan(
      20,
    );
  });

  it('a picture that is white in one part of its outline and black in another can be seen whole', async () => {
    const both = logo('#fff', '<rect x="60" y="75" width="180" height="15" fill="#000"/>');
    const picture = await bench.pixels(await bench.prepare('logo.svg', both));
    for (const y of [0.5, 0.82]) expect(distance(picture.at(0.5, y), picture.at(0.02, 0.05))).toBeGreaterThan(80);
  });

  it('a fax is as high as its page was, although its pixels are not square', async () => {
    const prepared = await bench.prepare('fax.tif', tiffOf([{ grey: 10, dots: [204, 102] }]));
    expect(prepared).toMatchObject({ ok: true, media: [{ width: 32, height: 64 }] });
    expect(await bench.prepare('scan.tif', tiffOf([{ grey: 10, dots: [300, 0] }]))).toMatchObject({
      media: [{ width: 32, height: 32 }],
    });
  });

  it('a TIFF of floating-point numbers and a picture without anything to be seen are refused', async () => {
    const measured = tiffOf([{ grey: 10, sampleFormat: 3 }]);
    expect(await bench.prepare('scan.tif', measured)).toMatchObject({ fault: { code: 'tiff-compression' } });
    const clear = { create: { width: 9, height: 9, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } } } as const;
    expect(await bench.prepare('rien.png', await sharp(clear).png().toBuffer())).toMatchObject({
      ok: false,
      fault: { code: 'image-transparent', about: 'dropped' },
    });
  });

  it.each([
    { 258: 4, 277: 2 },
    { 258: 2, 262: 2, 277: 3 },
  ])('a TIFF of several samples of less than a byte is refused for what it is: %j', async (tags) => {
    const rare = tiffOf([{ grey: 10, tags }]);
    expect(await bench.prepare('scan.tif', rare)).toMatchObject({ fault: { code: 'tiff-compression', retry: false } });
  });

  it.each([{ 262: 6 }, { 262: 6, 530: 1 }])('a TIFF of brightness and colours apart is refused: %j', async (tags) => {
    const apart = tiffOf([{ grey: 10, tags }]);
    expect(await bench.prepare('scan.tif', apart)).toMatchObject({ fault: { code: 'tiff-compression' } });
  });

  it.each(['gif', 'webp'] as const)('an animation that begins empty is shown: a %s', async (format) => {
    const [width, height] = [40, 30];
    const frames = Buffer.alloc(width * height * 4 * 3);
    for (let at = width * height * 4; at < frames.length; at += 4) frames.writeUInt32BE(0xc00000ff, at);
    const moving = await sharp(frames, { raw: { width, height: height * 3, channels: 4, pageHeight: height } })
      .toFormat(format)
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBeGreaterThan(1);
    expect(await bench.prepare(`a.${format}`, moving)).toMatchObject({ ok: true, warnings: [] });
  });

  it('an animation on nothing of which two frames are the same is shown', async () => {
    const two = await drawnGif();
    const last = two.lastIndexOf(FRAME_BEGINS);
    const twice = Buffer.concat([two.subarray(0, -1), two.subarray(last)]);
    expect((await sharp(twice).metadata()).pages).toBe(3);
    expect(await bench.prepare('a.gif', twice)).toMatchObject({ ok: true, warnings: [] });
  });

  it('a GIF with a zero too many behind a frame is whole, and shows all its frames', async () => {
    const two = await drawnGif();
    const last = two.lastIndexOf(FRAME_BEGINS);
    const odd = Buffer.concat([two.subarray(0, last), Buffer.alloc(1), two.subarray(last, -1), Buffer.from('\0;')]);
    const prepared = await bench.prepare('a.gif', odd);
    expect(prepared).toEqual(await bench.prepare('a.gif', two));
  });

  it('a GIF that ends in what is no block shows the frames before it', async () => {
    const odd = Buffer.concat([(await drawnGif()).subarray(0, -1), Buffer.from('GIF89a and more')]);
    expect(await bench.prepare('a.gif', odd, LONG_AGO_MS)).toMatchObject({ ok: true, warnings: [] });
  });

  it('a page of a TIFF that does not decode costs none of the others', async () => {
    const pages = [{ grey: 10 }, { grey: 60, tags: { 262: 32844 } }, { grey: 120 }];
    expect(await bench.prepare('scan.tif', tiffOf(pages))).toMatchObject({
      ok: true,
      media: [{ width: 32 }, { width: 32 }],
      warnings: [{ code: 'tiff-pages-unread' }],
    });
  });

  it('a JPEG of twelve bits a colour is whole, and refused for what it is', async () => {
    const jpeg = Buffer.from(await files.jpeg());
    // The header of the picture, SOF0, is followed by its length, then the bits (ITU-T T.81, B.2.2).
    jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 4] = 12;
    expect(await bench.prepare('radio.jpg', jpeg)).toMatchObject({ fault: { code: 'jpeg-unusual', retry: false } });
  });

  it('an animated AVIF without a still picture is refused with a sentence', async () => {
    const moving = Buffer.from(await files.committed('film-h264.mp4'));
    moving.write('avis', 8, 'latin1');
    expect(await bench.prepare('anime.avif', moving)).toMatchObject({
      fault: { code: 'animation-unread', retry: false },
    });
  });

  it('an animated PNG shows its first frame, and says that it does not move', async () => {
    const png = await files.png();
    // An animation has this chunk behind the header (PNG 3, 11.3.4).
    const control = Buffer.from('000000086163544c000000020000000000000000', 'hex');
    const moving = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
    expect(await bench.prepare('anime.png', moving)).toMatchObject({
      ok: true,
      warnings: [{ code: 'animation-still', about: 'dropped' }],
    });
  });

  it('an animated AVIF shows its first frame, and says that it does not move', async () => {
    const avif = Buffer.from(await files.avif());
    // An animation holds its first frame as a still picture, and only its brand tells them apart here.
    avif.write('avis', 8, 'latin1');
    expect(await bench.prepare('anime.avif', avif)).toMatchObject({
      ok: true,
      warnings: [{ code: 'animation-still', about: 'dropped' }],
    });
  });
});
