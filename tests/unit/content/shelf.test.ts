import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Listing, SourceFile } from '../../../main/content/listing.ts';
import { nothing, type Reading } from '../../../main/content/reading.ts';
import { createShelf, type ReadUnit, type Shelf } from '../../../main/content/shelf.ts';
import { unitsOf } from '../../../main/content/unit.ts';
import { image } from '../../support/items.ts';

let folder: string;
let shelf: Shelf | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-shelf-'));
});
afterEach(async () => {
  shelf?.close();
  await rm(folder, { recursive: true, force: true });
});

async function listing(...names: string[]): Promise<Listing> {
  const files = new Map<string, SourceFile>();
  for (const path of names) {
    const absolute = join(folder, path);
    const { size, mtimeMs, ino } = await stat(absolute);
    files.set(path, { path, absolute, size, mtimeMs, inode: ino });
  }
  return { reachable: true, files, problems: [] };
}
const readingOf = (path: string, title: string): Reading => ({
  ...nothing,
  items: [image(title, { id: path, source: path })],
});
const open = (read: ReadUnit, patient = true) => {
  shelf = createShelf({
    saved: [],
    read,
    log: pino({ level: 'silent' }),
    patient,
    onChange: () => {},
    onMoved: () => {},
  });
  return shelf;
};
const update = async (on: Shelf, longSide: number, ...names: string[]) => {
  const seen = await listing(...names);
  on.update(unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide }, () => false);
  await expect.poll(() => on.isSettled()).toBe(true);
};
const serials = (on: Shelf) => on.items().map(({ title, serial }) => [title, serial]);

describe('what is known of each file', () => {
  test('was there at the start: no news; what comes or changes later is, each with a greater number', async () => {
    let version = 1;
    const on = open(async ({ path }) => readingOf(path, `${path} ${version}`));
    await writeFile(join(folder, 'a.png'), '1');
    await update(on, 1_920, 'a.png');
    expect(serials(on)).toEqual([['a.png 1', 0]]);
    await writeFile(join(folder, 'b.png'), '1');
    await update(on, 1_920, 'a.png', 'b.png');
    version = 2;
    await writeFile(join(folder, 'a.png'), '22');
    await update(on, 1_920, 'a.png', 'b.png');
    expect(serials(on)).toEqual([
      ['a.png 2', 2],
      ['b.png 1', 1],
    ]);
  });

  test('is news once with all that was dropped together, so that hundreds of photos do not chase one another', async () => {
    const on = open(async ({ path }) => readingOf(path, path));
    const names = ['a.png', 'b.png', 'c.png'];
    await update(on, 1_920);
    for (const name of names) await writeFile(join(folder, name), '1');
    await update(on, 1_920, ...names);
    await writeFile(join(folder, 'd.png'), '1');
    await update(on, 1_920, ...names, 'd.png');
    expect(serials(on)).toEqual([...names.map((name) => [name, 1]), ['d.png', 2]]);
  });

  test('is prepared anew for a larger screen without being news, and not for a smaller one', async () => {
    const sizes: number[] = [];
    const on = open(async ({ path }, { longSide }) => {
      sizes.push(longSide);
      return readingOf(path, path);
    });
    await writeFile(join(folder, 'a.png'), '1');
    await update(on, 1_920, 'a.png');
    await update(on, 3_840, 'a.png');
    await expect.poll(() => sizes).toEqual([1_920, 3_840]);
    await update(on, 1_920, 'a.png');
    expect([sizes, serials(on)]).toEqual([[1_920, 3_840], [['a.png', 0]]]);
  });

  test('goes with its file, and stays while its folder is only out of sight', async () => {
    const on = open(async ({ path }) => readingOf(path, path));
    await writeFile(join(folder, 'a.png'), '1');
    await update(on, 1_920, 'a.png');
    const none: Listing = { reachable: true, files: new Map(), problems: [] };
    on.update([], { listing: none, zone: 'Europe/Paris', longSide: 1_920 }, () => true);
    expect(on.items()).toHaveLength(1);
    on.update([], { listing: none, zone: 'Europe/Paris', longSide: 1_920 }, () => false);
    expect(on.items()).toEqual([]);
  });
});

describe('a reader that fails', () => {
  test('by throwing gives its file a sentence, and the others go on', async () => {
    const on = open(async ({ path }) => {
      if (path === 'a.png') throw new Error('a fault of ours');
      return readingOf(path, path);
    });
    await writeFile(join(folder, 'a.png'), '1');
    await writeFile(join(folder, 'b.png'), '1');
    const seen = await listing('a.png', 'b.png');
    on.update(unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide: 1_920 }, () => false);
    await expect.poll(() => on.problems().map(({ file, code }) => `${file} ${code}`)).toEqual(['a.png reader-failed']);
    await expect.poll(() => serials(on)).toEqual([['b.png', 0]]);
  });

  test('for now is tried again, and its refusal is only a warning while there is hope', async () => {
    let tries = 0;
    const on = open(async ({ path }) => {
      tries += 1;
      const refused = { file: path, severity: 'refused' as const, code: 'x', message: 'Non.', advice: 'Si.' };
      return tries < 3 ? { ...nothing, problems: [refused], retry: true } : readingOf(path, path);
    });
    await writeFile(join(folder, 'a.png'), '1');
    const seen = await listing('a.png');
    on.update(unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide: 1_920 }, () => false);
    await expect.poll(() => on.problems().map(({ severity }) => severity)).toEqual(['warning']);
    await expect.poll(() => on.problems(), { timeout: 5_000 }).toEqual([]);
    expect(on.items()).toHaveLength(1);
  });
});
