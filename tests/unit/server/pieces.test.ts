import type { FileHandle } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createPieces } from '../../../main/server/pieces.ts';

const MEGABYTE = 2 ** 20;

/** A file whose bytes are all `n`, and that counts how often it is read. `there`: the bytes that it has by now. */
function fakeFile(n: number, size = 8 * MEGABYTE, there = size) {
  const counted = { reads: 0 };
  const read = async (buffer: Buffer, at: number, length: number, from: number) => {
    const bytesRead = Math.max(0, Math.min(length, there - from));
    counted.reads += 1;
    buffer.fill(n, at, at + bytesRead);
    return { bytesRead, buffer };
  };
  return { counted, name: `file ${n}`, size, open: async () => ({ read }) as unknown as FileHandle };
}

describe('pieces of files that are being sent', () => {
  test('fifty who ask for the same piece at once have it read once', async () => {
    const { take } = createPieces();
    const film = fakeFile(7);
    const taken = await Promise.all(Array.from({ length: 50 }, () => take(film, 0)));
    expect(film.counted.reads).toBe(1);
    expect(new Set(taken.map(({ bytes }) => bytes[0]))).toEqual(new Set([7]));
  });

  test('a piece in use keeps its bytes, whatever else is asked for', async () => {
    const { take } = createPieces(2);
    const held = await take(fakeFile(1), 0);
    for (let n = 2; n < 10; n += 1) (await take(fakeFile(n), 0)).release();
    expect(held.bytes.every((byte) => byte === 1)).toBe(true);
  });

  test('where all are in use, an answer is read for itself, in small pieces', async () => {
    const { take } = createPieces(1);
    await take(fakeFile(1), 0);
    const { bytes } = await take(fakeFile(2), 100);
    expect([bytes[0], bytes.length]).toEqual([2, 65_536]);
  });

  test('a piece that could not be read is asked for again, and its place is free', async () => {
    const { take } = createPieces(1);
    await expect(take({ ...fakeFile(3), open: () => Promise.reject(new Error('EIO')) }, 0)).rejects.toThrow('EIO');
    const { bytes } = await take(fakeFile(3), 0);
    expect([bytes[0], bytes.length]).toEqual([3, MEGABYTE / 2]);
  });

  test('behind the end of a file there is nothing', async () => {
    const { take } = createPieces();
    const { counted, ...file } = fakeFile(4, 10);
    expect((await take(file, 4)).bytes).toHaveLength(6);
    expect((await take(file, 10)).bytes).toHaveLength(0);
    expect(counted.reads).toBe(1);
  });

  test('a file that was cut while it is sent ends where it was cut', async () => {
    const { take } = createPieces();
    expect((await take(fakeFile(5, 1_000, 300), 100)).bytes).toHaveLength(200);
  });
});
