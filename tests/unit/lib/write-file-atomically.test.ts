import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFileAtomically } from '../../../main/lib/write-file-atomically.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'preau-atomic-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('a file that is written atomically', () => {
  test.each([true, false])('replaces the file before it and leaves no temporary file (flush: %s)', async (flush) => {
    const file = join(dir, 'note.json');
    await writeFile(file, 'avant');
    await writeFileAtomically(file, [Buffer.from('ap'), 'rès'], { flush });
    expect(await readFile(file, 'utf8')).toBe('après');
    expect(await readdir(dir)).toEqual(['note.json']);
  });

  test('is one of the contents written at the same time, and not a mixture of them', async () => {
    const file = join(dir, 'page.html');
    const contents = Array.from({ length: 20 }, (_, index) => `${index} `.repeat(10_000));
    await Promise.all(contents.map((content) => writeFileAtomically(file, content)));
    expect(contents).toContain(await readFile(file, 'utf8'));
    expect(await readdir(dir)).toEqual(['page.html']);
  });

  test('that cannot be renamed into place rejects with the error of the system and leaves no temporary file', async () => {
    const file = join(dir, 'dossier');
    await mkdir(join(file, 'plein'), { recursive: true });
    await expect(writeFileAtomically(file, 'x')).rejects.toMatchObject({ code: expect.stringMatching(/^E/u) });
    expect(await readdir(dir)).toEqual(['dossier']);
  });
});
