import { describe, expect, test, vi } from 'vitest';
import { readEarly } from '../../../../main/content/reading/early-reading.ts';
import { nothing } from '../../../../main/content/reading/reading.ts';
import { scanFolder } from '../../../../main/content/scan/scan.ts';
import { unitsOf } from '../../../../main/content/scan/units-of.ts';
import { foldersOfEachTest } from '../../../support/each-test.ts';
import * as files from '../../../support/media-files.ts';

const folders = foldersOfEachTest();
const BIG = { width: 1600, height: 1200 };

/** Whether the file is read before it is known to stand still, and whether that reading counts. */
async function early(name: string, bytes: Uint8Array | string, retry = false): Promise<[boolean, boolean]> {
  await folders.write(name, bytes);
  const [unit] = unitsOf(await scanFolder(folders.content));
  if (unit === undefined) throw new Error('the file is not listed');
  const read = vi.fn(async () => ({ ...nothing, retry }));
  const reading = await readEarly(unit, read);
  return [read.mock.calls.length === 1, reading !== null];
}

describe('before it is known to stand still', () => {
  test('a photo that has its end is read, and one that is cut is not', async () => {
    const photo = await files.jpeg(BIG);
    expect(photo.length).toBeGreaterThan(64 * 1024);
    expect(await early('entière.jpg', photo)).toEqual([true, true]);
    await folders.remove('entière.jpg');
    expect(await early('coupée.jpg', photo.subarray(0, -2000))).toEqual([false, false]);
  });

  test('a photo for which all the room is reserved is not read', async () => {
    const photo = await files.jpeg(BIG);
    const reserved = Buffer.concat([photo.subarray(0, 70_000), Buffer.alloc(photo.length - 70_000)]);
    expect(await early('réservée.jpg', reserved)).toEqual([false, false]);
  });

  test('a short text is read; what may be read better later does not count', async () => {
    expect(await early('mot.md', '# Mot\n\nBonjour à tous.\n')).toEqual([true, true]);
    expect(await early('mot.md', '# Mot\n\nBonjour à t', true)).toEqual([true, false]);
  });

  test('an empty file and a film are not read', async () => {
    expect(await early('vide.md', '')).toEqual([false, false]);
    await folders.remove('vide.md');
    expect(await early('film.mp4', await files.committed('film-h264.mp4'))).toEqual([false, false]);
  });
});
