import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp, { type Sharp } from 'sharp';
import { startPdfEngine } from '../../main/content/kinds/pdf/pdfium-engine.ts';
import { heicToTiff } from '../../main/content/kinds/pictures/heic.ts';
import { once } from '../../main/lib/once.ts';
import { pdf } from '../support/media-files.ts';
import { photo } from './pictures.ts';

/** A kind of file that is dropped, and the least that anybody has to do to show one. */
export interface Dropped {
  readonly what: string;
  readonly ending: string;
  /** Another file each time; null where this machine cannot make one. */
  make(round: number): Promise<Uint8Array | null>;
  /** Decodes it and reduces it once with the library that the product has. */
  reduce(bytes: Uint8Array): Promise<unknown>;
}

const WALL = 1920;
const PAGES = 20;
const run = promisify(execFile);

const reduced = (picture: Sharp): Promise<Buffer> =>
  picture.autoOrient().resize({ width: WALL, height: WALL, fit: 'inside' }).jpeg({ quality: 90 }).toBuffer();

/**
 * `heif-enc` of Debian's libheif-examples makes what an iPhone does. It takes seconds: it is run once, and the files of two rounds
 * differ in a box at their end, which readers pass over.
 */
async function heic(): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'preau-heic-'));
  try {
    await writeFile(join(folder, 'photo.jpg'), await photo(6000, 4000));
    await run('heif-enc', ['-q', '60', '-p', 'preset=ultrafast', '-o', 'photo.heic', 'photo.jpg'], { cwd: folder });
    return await readFile(join(folder, 'photo.heic'));
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const encoded = once(heic);

async function heicOf(round: number): Promise<Uint8Array | null> {
  const bytes = await encoded();
  const box = Buffer.alloc(16);
  box.writeUInt32BE(box.length);
  box.write('free', 4, 'latin1');
  box.writeUInt32BE(round, 8);
  return bytes && Buffer.concat([bytes, box]);
}

async function drawPages(bytes: Uint8Array): Promise<void> {
  const { library } = await startPdfEngine();
  const document = await library.loadDocument(bytes);
  for (let index = 0; index < PAGES; index += 1) {
    const size = { width: Math.round((WALL * 595) / 842), height: WALL };
    const { data } = await document.getPage(index).render({ ...size, scale: 1, render: 'bitmap' });
    await sharp(data, { raw: { ...size, channels: 4 } })
      .jpeg({ quality: 90 })
      .toBuffer();
  }
  document.destroy();
}

export const DROPPED: readonly Dropped[] = [
  {
    what: 'a photo of 12 megapixels',
    ending: 'jpg',
    make: () => photo(4000, 3000),
    reduce: (bytes) => reduced(sharp(bytes)),
  },
  {
    what: 'an iPhone photo of 24 megapixels (HEIC)',
    ending: 'heic',
    make: heicOf,
    async reduce(bytes) {
      const tiff = await heicToTiff(bytes);
      if (!('code' in tiff)) await reduced(sharp(tiff));
    },
  },
  {
    what: `a PDF of ${PAGES} pages`,
    ending: 'pdf',
    make: async (round) => pdf({ pages: PAGES, text: `Portes ouvertes du lycee, salle ${round}` }),
    reduce: drawPages,
  },
];
