import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKeptCode } from '../../../main/lib/kept-code.ts';
import { compiledCode } from '../../../main/settings/compiled-code.ts';
import { eventually } from '../../support/eventually.ts';
import { createFolders, startService } from '../../support/service.ts';

const { cache } = createRequire(import.meta.url);

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-kept-'));
  file = join(folder, 'state', 'service');
  await writeFile(join(folder, 'words.js'), "'use strict'; exports.word = () => 'tilleul';");
  await writeFile(join(folder, 'entry.js'), "'use strict'; exports.said = require('./words.js').word();");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Loads the entry as a process does that has just started. */
function start() {
  for (const path of Object.keys(cache)) if (path.startsWith(folder)) delete cache[path];
  const code = openKeptCode(file, folder);
  return { ...code, loaded: code.load(join(folder, 'entry.js')) };
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

describe('code that is kept', () => {
  test('is taken at the next start, for a module and for those that it requires: nothing is left to keep', async () => {
    const first = start();
    expect(first.loaded).toEqual({ said: 'tilleul' });
    await first.keep();
    const second = start();
    expect(second.loaded).toEqual({ said: 'tilleul' });
    await rm(file);
    await second.keep();
    expect(await isThere(file)).toBe(false);
  });

  test('is not taken for another text of the same length', async () => {
    await start().keep();
    await writeFile(join(folder, 'words.js'), "'use strict'; exports.word = () => 'platane';");
    const next = start();
    expect(next.loaded).toEqual({ said: 'platane' });
    await next.keep();
    const last = start();
    expect(last.loaded).toEqual({ said: 'platane' });
    await last.keep();
  });

  test('is compiled and kept anew where a bit of it is wrong or its end is missing', async () => {
    await start().keep();
    const good = await readFile(file);
    const flipped = Buffer.from(good);
    flipped[good.length >> 1] = (flipped[good.length >> 1] ?? 0) ^ 1;
    for (const damaged of [flipped, good.subarray(0, good.length >> 1), Buffer.alloc(2)]) {
      await writeFile(file, damaged);
      const next = start();
      expect(next.loaded).toEqual({ said: 'tilleul' });
      await next.keep();
      expect((await readFile(file)).length).toBeGreaterThan(damaged.length - 1);
      const after = start();
      await rm(file);
      await after.keep();
      expect(await isThere(file)).toBe(false);
      await writeFile(file, good);
    }
  });

  test('of the place from which Préau was moved is not kept for ever', async () => {
    const there = await mkdtemp(join(tmpdir(), 'preau-moved-'));
    try {
      await writeFile(join(there, 'entry.js'), "'use strict'; exports.said = 'ailleurs';");
      const before = openKeptCode(file, there);
      before.load(join(there, 'entry.js'));
      await before.keep();
      await start().keep();
      expect((await readFile(file)).includes(there)).toBe(false);
    } finally {
      await rm(there, { recursive: true, force: true });
    }
  });

  test('is of one folder alone: a module elsewhere is compiled as ever', async () => {
    const { keep } = openKeptCode(file, join(folder, 'elsewhere'));
    expect(createRequire(join(folder, 'x.js'))('./words.js').word()).toBe('tilleul');
    await keep();
    expect(await isThere(file)).toBe(false);
  });
});

test.skipIf('enableCompileCache' in Module)('the service keeps its compiled code for its next start', async () => {
  const folders = await createFolders();
  try {
    const service = await startService(folders);
    await eventually(
      () => isThere(join(compiledCode(folders.state), 'service')),
      (kept) => kept,
    );
    await service.stop();
    const again = await startService(folders);
    expect(await again.health()).toMatchObject({ status: 'ok' });
    await again.stop();
  } finally {
    await folders.dispose();
  }
});
