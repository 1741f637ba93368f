import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bytes } from '../../../../main/content/completeness/bytes.ts';
import { checkCompleteness, completenessAs } from '../../../../main/content/kinds/check-completeness.ts';
import { recognise } from '../../../../main/content/kinds/recognise.ts';
import * as files from '../../../support/media-files.ts';

const KINDS: readonly [name: string, make: () => Promise<Buffer> | Buffer][] = [
  ['photo.jpg', () => files.jpeg()],
  ['progressive.jpg', () => files.progressiveJpeg()],
  ['p3.jpg', () => files.jpegP3()],
  ['cmyk.jpg', () => files.jpegCmyk()],
  ['capture.png', () => files.png()],
  ['image.webp', () => files.webp()],
  ['image.avif', () => files.avif()],
  ['anime.gif', () => files.animatedGif()],
  ['scan.tif', () => files.tiff()],
  ['scan-none.tif', () => files.tiff(undefined, 'none')],
  ['scan-jpeg.tif', () => files.tiff(undefined, 'jpeg')],
  ['dessin.bmp', () => files.bmp()],
  ['affiche.svg', () => files.svg()],
  ['iphone.heic', () => files.committed('iphone.heic')],
  ['film.mp4', () => files.committed('film-h264.mp4')],
  ['film.mov', () => files.committed('film-h264.mov')],
  ['film.webm', () => files.committed('film-vp9.webm')],
  ['affiche.pdf', () => files.pdf({ pages: 2 })],
  ['diapos.pptx', () => files.pptx()],
];

const judge = async (file: Uint8Array) => {
  const bytes = Bytes.of(file);
  return completenessAs(await recognise(bytes), bytes);
};

/** What a reserved but unfilled rest looks like. */
const zeroFrom = (file: Buffer, from: number): Buffer => {
  const copy = Buffer.from(file);
  copy.fill(0, from);
  return copy;
};

describe('a file is shown when it is there to its true end', () => {
  const made = new Map<string, Buffer>();
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'complete-'));
    for (const [name, make] of KINDS) made.set(name, await make());
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));
  const file = (name: string): Buffer => made.get(name) ?? Buffer.alloc(0);

  for (const [name] of KINDS) {
    it(`${name} is complete, from the disk and from memory`, async () => {
      const path = join(dir, name);
      await writeFile(path, file(name));
      expect(await checkCompleteness(path, name.slice(name.lastIndexOf('.')))).toEqual({ complete: true });
      expect(await judge(file(name))).toEqual({ complete: true });
    });
    it(`${name} cut at any tenth is not complete`, async () => {
      for (let tenth = 0; tenth < 10; tenth += 1) {
        const cut = file(name).subarray(0, Math.floor((file(name).length * tenth) / 10));
        expect(await judge(cut), `tenth ${tenth}`).toMatchObject({ complete: false });
      }
    });
    it(`${name} whose rest is reserved but not filled is not complete`, async () => {
      for (let tenth = 0; tenth < 10; tenth += 1) {
        const hollow = zeroFrom(file(name), Math.floor((file(name).length * tenth) / 10));
        expect(await judge(hollow), `tenth ${tenth}`).toMatchObject({ complete: false });
      }
    });
    it(`${name} of which only the beginning is there is not complete, wherever it ends`, async () => {
      for (let at = 0; at < 128; at += 1) {
        expect(await judge(file(name).subarray(0, at)), `cut at ${at}`).toMatchObject({ complete: false });
        expect(await judge(zeroFrom(file(name), at)), `hollow from ${at}`).toMatchObject({ complete: false });
      }
    });
  }

  it('a file of any kind that is cut, or filled with zeros, from any byte on is not complete', async () => {
    const names = KINDS.map(([name]) => name);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 0.97, noNaN: true }),
        async (name, share) => {
          const at = Math.floor(file(name).length * share);
          expect(await judge(file(name).subarray(0, at))).toMatchObject({ complete: false });
          if (share < 0.7) expect(await judge(zeroFrom(file(name), at))).toMatchObject({ complete: false });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('any bytes have an answer', async () => {
    const heads = [...made.values()].map((all) => all.subarray(0, 64));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), async (head, rest) => {
        expect(typeof (await judge(Buffer.concat([head, rest]))).complete).toBe('boolean');
      }),
      { numRuns: 400 },
    );
  });

  it('what a camera appends behind a photo does not make it unfinished', async () => {
    const trailer = Buffer.concat([file('photo.jpg'), await files.committed('film-h264.mp4')]);
    expect(await judge(trailer)).toEqual({ complete: true });
    expect(await judge(Buffer.concat([file('photo.jpg'), Buffer.alloc(8192)]))).toEqual({ complete: true });
  });

  it('a bitmap that ends in black is doubtful: it is shown later', async () => {
    const black = file('dessin.bmp');
    expect(await judge(zeroFrom(black, black.length / 2))).toEqual({
      complete: false,
      reason: 'zeros',
      doubtful: true,
    });
  });

  it('a PNG under the name of a JPEG is checked as a PNG', async () => {
    const path = join(dir, 'faux.jpg');
    await writeFile(path, file('capture.png'));
    expect(await checkCompleteness(path, '.jpg')).toEqual({ complete: true });
    await writeFile(path, file('capture.png').subarray(0, -6));
    expect(await checkCompleteness(path, '.jpg')).toMatchObject({ complete: false, reason: 'truncated' });
  });

  it('a text is complete when it is empty, in Windows-1252 or in UTF-16; not when it ends in zeros or in half a character', async () => {
    const check = async (content: Buffer) => {
      const path = join(dir, 'texte.txt');
      await writeFile(path, content);
      return checkCompleteness(path, '.txt');
    };
    expect(await check(Buffer.alloc(0))).toEqual({ complete: true });
    expect(await check(Buffer.from('Portes ouvertes à l’école'))).toEqual({ complete: true });
    expect(await check(Buffer.from('Entrée libre, déjà'.normalize('NFC'), 'latin1'))).toEqual({ complete: true });
    expect(await check(Buffer.from('\ufeffBonjour', 'utf16le'))).toEqual({ complete: true });
    expect(await check(Buffer.from('Déjà annoncé').subarray(0, -1))).toMatchObject({ reason: 'truncated' });
    expect(await check(Buffer.concat([Buffer.from('Bonjour'), Buffer.alloc(100)]))).toMatchObject({ reason: 'zeros' });
    // Without a mark in front, as some programs export.
    const wide = Buffer.from('Mardi 5 mai : réunion de l’été\r\n'.repeat(80), 'utf16le');
    for (const text of [wide, Buffer.from(wide).swap16()]) {
      expect(await check(text)).toEqual({ complete: true });
      expect(await check(text.subarray(0, -1))).toMatchObject({ reason: 'truncated' });
      expect(await check(Buffer.concat([text, Buffer.alloc(100)]))).toMatchObject({ reason: 'zeros' });
    }
  });

  it('a program or a photo under the name of a text is not taken for an unfinished copy', async () => {
    const path = join(dir, 'faux.md');
    const program = Buffer.concat([
      Buffer.from('7f454c46020101', 'hex'),
      Buffer.alloc(9),
      Buffer.from([2, 0, 62, 0, 1]),
    ]);
    const windows = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]);
    for (const content of [program, windows, file('photo.jpg'), file('film.mp4'), file('diapos.pptx')]) {
      await writeFile(path, content);
      expect(await checkCompleteness(path, '.md')).toMatchObject({ reason: 'unknown' });
    }
  });

  it('an empty picture and a file of nothing but zeros are named so', async () => {
    expect(await judge(Buffer.alloc(0))).toMatchObject({ reason: 'empty' });
    expect(await judge(Buffer.alloc(70_000))).toMatchObject({ reason: 'zeros' });
  });
});
