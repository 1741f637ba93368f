import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBinRecords } from '../../../../main/content/bin/bin-records.ts';

const DAY_MS = 24 * 3_600_000;
const log = pino({ level: 'silent' });

let state: string;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'preau-bin-'));
});
afterEach(() => rm(state, { recursive: true, force: true }));

const open = () => openBinRecords(state, '/contenu', log);
const names = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path);

describe('what was taken out of the folder', () => {
  test('is told for thirty days, the newest first, also after a restart and where nothing else changes', async () => {
    const records = await open();
    records.takeOut({ path: 'Affiche.jpg', size: 3 }, 'a', 0);
    records.takeOut({ path: 'Menu.txt', size: 3 }, 'b', 10 * DAY_MS);
    await records.save();
    const again = await open();
    expect(names(again.out(29 * DAY_MS))).toEqual(['Menu.txt', 'Affiche.jpg']);
    expect(names(again.out(31 * DAY_MS))).toEqual(['Menu.txt']);
    expect(names(again.out(41 * DAY_MS))).toEqual([]);
  });

  test('is forgotten where the note of it is garbage, and nothing fails', async () => {
    const records = await open();
    records.takeOut({ path: 'Affiche.jpg', size: 3 }, 'a', 0);
    await records.save();
    const folder = join(state, 'corbeille');
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) await writeFile(join(folder, name), '{"format":1,"out":[{');
    expect((await open()).out(0)).toEqual([]);
  });

  test('is told once for each content of a name, as taken out the last time, under the id that it had', async () => {
    const records = await open();
    for (let minute = 0; minute < 100; minute++) {
      records.takeOut({ path: 'Alerte.md', size: 3 }, minute % 2 === 0 ? 'a' : 'b', minute);
    }
    const [b, a] = records.out(100);
    expect(records.out(100)).toMatchObject([
      { path: 'Alerte.md', hash: 'b', atMs: 99 },
      { path: 'Alerte.md', hash: 'a', atMs: 98 },
    ]);
    records.takeOut({ path: 'Alerte.md', size: 3 }, 'a', 200);
    expect(records.out(200)).toEqual([{ ...a, atMs: 200 }, b]);
  });

  test('counts its copies once, however often the same content was taken out', async () => {
    const records = await open();
    records.takeOut({ path: 'Affiche.jpg', size: 300 }, 'a', 0);
    records.takeOut({ path: 'Affiche 2.jpg', size: 300 }, 'a', 1);
    expect(records.bytes()).toBe(300);
  });
});
