import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOpenFiles, type OpenFiles } from '../../../main/server/open-files.ts';
import { eventually } from '../../support/eventually.ts';

let folder = '';
let files: OpenFiles;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-open-'));
  files = createOpenFiles(1);
  for (const name of ['film', 'photo']) await writeFile(join(folder, name), name);
});
afterEach(async () => {
  files.close();
  await rm(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);
const readAll = async (name: string) => {
  const { handle, done } = files.use(at(name));
  const { buffer, bytesRead } = await (await handle).read(Buffer.alloc(20), 0, 20, 0);
  done();
  return buffer.toString('utf8', 0, bytesRead);
};

/** Whether who is given the file of this name gets what stands there. */
const isStill = async (name: string) => {
  const file = files.use(at(name));
  const answer = await file.isStill(await stat(at(name)));
  file.done();
  return answer;
};

describe('files that are being sent', () => {
  test('a film that is asked for again and again is opened once', async () => {
    const [first, second] = [files.use(at('film')), files.use(at('film'))];
    expect(await first.handle).toBe(await second.handle);
    first.done();
    second.done();
    const third = files.use(at('film'));
    expect(third.handle).toBe(first.handle);
    third.done();
  });

  test('a file that took the place of another one is opened anew, and who still reads the old one can', async () => {
    const old = files.use(at('film'));
    await old.handle;
    expect(await isStill('film')).toBe(true);
    await writeFile(at('new'), 'newer film');
    await rename(at('new'), at('film'));
    expect(await isStill('film')).toBe(false);
    expect(await readAll('film')).toBe('newer film');
    const { bytesRead } = await (await old.handle).read(Buffer.alloc(20), 0, 20, 0);
    expect(bytesRead).toBe('film'.length);
    old.done();
    await expect(eventuallyClosed(old.handle)).resolves.toBe(true);
  });

  test('also one that nobody was sent: a damaged object is opened, refused, and made again', async () => {
    files.use(at('film')).done();
    await writeFile(at('new'), 'new!');
    await rename(at('new'), at('film'));
    expect(await isStill('film')).toBe(false);
    expect(await readAll('film')).toBe('new!');
  });

  test('the longest unused is closed where more are open than are kept', async () => {
    const first = files.use(at('film'));
    first.done();
    expect(await readAll('photo')).toBe('photo');
    await expect(eventuallyClosed(first.handle)).resolves.toBe(true);
    expect(await readAll('film')).toBe('film');
  });

  test('one that is not there is looked for again', async () => {
    const absent = files.use(at('poster'));
    await expect(absent.handle).rejects.toThrow('ENOENT');
    absent.done();
    await writeFile(at('poster'), 'poster');
    expect(await readAll('poster')).toBe('poster');
  });

  test('nothing stays open when the service closes', async () => {
    const { handle, done } = files.use(at('film'));
    await handle;
    files.close();
    expect(await readAll('film')).toBe('film');
    done();
    files.close();
    await expect(eventuallyClosed(handle)).resolves.toBe(true);
  });
});

/** A closed file has the descriptor -1. */
function eventuallyClosed(handle: Promise<{ readonly fd: number }>): Promise<boolean> {
  return eventually(
    async () => (await handle).fd === -1,
    (isClosed) => isClosed,
  );
}
