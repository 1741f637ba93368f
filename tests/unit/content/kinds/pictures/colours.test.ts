import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as files from '../../../../support/media-files.ts';
import { distance, type NowBench, openNowBench } from '../../../../support/prepare-now.ts';

type Colour = readonly [number, number, number];

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
};
const numbers = (...values: number[]): Buffer => {
  const data = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) data.writeUInt32BE(value, at * 4);
  return data;
};

/** Where the header of a PNG ends. */
const AFTER_HEADER = 33;
const insert = (png: Buffer, at: number, ...chunks: Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, at), ...chunks, png.subarray(at)]);

const plain = (colour: Colour, channels: 3 | 4 = 3) => {
  const [r, g, b] = colour;
  return sharp({ create: { width: 30, height: 20, channels, background: { r, g, b, alpha: 1 } } });
};

describe('the colours of a picture are those that its file says', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());

  const colourOf = async (name: string, file: Buffer): Promise<Colour> =>
    (await bench.pixels(await bench.prepare(name, file))).at(0.5, 0.5);

  // 186 is half of all light in sRGB; with gamma 1, 128 is. With 1/1.8, the gamma of old Macs, it is 174.
  it.each([
    ['1, in colours', 100_000, [128, 128, 0], [188, 188, 0], 3],
    ['1, with transparency', 100_000, [128, 0, 128], [188, 0, 188], 4],
    ['1/1.8', 55_556, [174, 0, 174], [188, 0, 188], 3],
    ['that of sRGB', 45_455, [128, 128, 0], [128, 128, 0], 3],
  ] as const)('a PNG with a gamma of %s', async (_, gamma, written, seen, channels) => {
    const png = await plain(written, channels).png().toBuffer();
    expect(
      distance(await colourOf('a.png', insert(png, AFTER_HEADER, chunk('gAMA', numbers(gamma)))), seen),
    ).toBeLessThan(8);
  });

  it('a grey PNG with a gamma of 1, and one that also says that it is sRGB, which counts', async () => {
    const grey = await plain([128, 128, 128]).toColourspace('b-w').png().toBuffer();
    const gamma = chunk('gAMA', numbers(100_000));
    expect(distance(await colourOf('a.png', insert(grey, AFTER_HEADER, gamma)), [188, 188, 188])).toBeLessThan(8);
    const both = insert(grey, AFTER_HEADER, chunk('sRGB', Buffer.of(0)), gamma);
    expect(distance(await colourOf('a.png', both), [128, 128, 128])).toBeLessThan(8);
  });

  it('a PNG lies as its EXIF says, also behind the pixels', async () => {
    const lying = await files.png({ width: 60, height: 30 });
    const exif = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
    for (const at of [AFTER_HEADER, lying.length - 12]) {
      const prepared = await bench.prepare('a.png', insert(lying, at, chunk('eXIf', exif)));
      expect(prepared).toMatchObject({ ok: true, media: [{ width: 30, height: 60 }] });
    }
  });

  it('an animated PNG shows its first frame, and not the picture for readers that know no animation', async () => {
    const [still, frame] = [await plain([200, 0, 0]).png().toBuffer(), deflateSync(Buffer.alloc(20 * 91, 0))];
    const control = (n: number) =>
      chunk('fcTL', Buffer.concat([numbers(n, 30, 20, 0, 0), Buffer.from([0, 1, 0, 2, 0, 0])]));
    const frames = [
      control(0),
      chunk('fdAT', Buffer.concat([numbers(1), frame])),
      control(2),
      chunk('fdAT', Buffer.concat([numbers(3), frame])),
    ];
    const moving = insert(insert(still, still.length - 12, ...frames), AFTER_HEADER, chunk('acTL', numbers(2, 0)));
    const prepared = await bench.prepare('a.png', moving);
    expect(prepared).toMatchObject({ ok: true, warnings: [{ code: 'animation-still' }] });
    expect(distance((await bench.pixels(prepared)).at(0.5, 0.5), [0, 0, 0])).toBeLessThan(8);
  });

  /** An AVIF that says its colours in numbers (ISO/IEC 23091-2, 8.1 and 8.2). */
  const avif = async (colour: Colour, primaries: number, transfer: number): Promise<Buffer> => {
    // Its pixels are those of Display P3, with a profile whose box then holds numbers in its place.
    const file = await plain(colour).withIccProfile('p3').avif({ quality: 95, effort: 0 }).toBuffer();
    const at = file.indexOf('colrrICC');
    expect(at).toBeGreaterThan(0);
    file.write('nclx', at + 4, 'latin1');
    file.writeUInt16BE(primaries, at + 8);
    file.writeUInt16BE(transfer, at + 10);
    return file;
  };
  // A sheet of white paper is 58 % of the perceptual curve, and 75 % of hybrid log-gamma (ITU-R BT.2408).
  it.each([
    ['of the web, which are taken as they stand', [200, 60, 60], 1, 13, [185, 71, 66]],
    ['of the screens of Apple', [200, 60, 60], 12, 13, [200, 60, 60]],
    ['of a film in HDR10', [148, 148, 148], 9, 16, [254, 254, 254]],
    ['of a film in HLG', [191, 191, 191], 9, 18, [254, 254, 254]],
  ] as const)('an AVIF in the colours %s', async (_, written, primaries, transfer, seen) => {
    expect(distance(await colourOf('a.avif', await avif(written, primaries, transfer)), seen)).toBeLessThan(14);
  });

  it('a HEIC that says its colours in numbers, too', async () => {
    const photo = await files.committed('iphone.heic');
    const before = await bench.pixels(await bench.prepare('a.heic', photo));
    const at = photo.indexOf('colrprof');
    const coded = Buffer.from(photo);
    coded.write('nclx', at + 4, 'latin1');
    coded.writeUInt16BE(12, at + 8);
    coded.writeUInt16BE(13, at + 10);
    const after = await bench.pixels(await bench.prepare('a.heic', coded));
    for (const [x, y] of [
      [0.2, 0.3],
      [0.8, 0.7],
    ] as const)
      expect(distance(after.at(x, y), before.at(x, y))).toBeLessThan(16);
  });
});
