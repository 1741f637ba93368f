import { cp, mkdir, mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../../../main/content/faults/problem.ts';
import { createKnownFiles, type KnownFiles } from '../../../../main/content/known/known-files.ts';
import type { ReadUnit } from '../../../../main/content/reading/read-context.ts';
import { nothing, type Reading } from '../../../../main/content/reading/reading.ts';
import { hiddenPaths, type Listing, type SourceFile } from '../../../../main/content/scan/listing.ts';
import { unitsOf } from '../../../../main/content/scan/units-of.ts';
import { atOnce } from '../../../../main/lib/steps.ts';
import { image } from '../../../support/items.ts';

let folder: string;
let knownFiles: KnownFiles | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-known-files-'));
});
afterEach(async () => {
  knownFiles?.close();
  await rm(folder, { recursive: true, force: true });
});

async function listing(...names: string[]): Promise<Listing> {
  const files = new Map<string, SourceFile>();
  for (const path of names) {
    const absolute = join(folder, path);
    const { size, mtimeMs, ctimeMs, ino } = await stat(absolute);
    files.set(path, { path, absolute, size, mtimeMs, ctimeMs, inode: ino });
  }
  return { reachable: true, root: '', files, problems: [] };
}
const readingOf = (path: string, title: string): Reading => ({
  ...nothing,
  items: [image(title, { id: path, source: path })],
});
const open = (read: ReadUnit, more: Partial<Parameters<typeof createKnownFiles>[0]> = {}) => {
  knownFiles = createKnownFiles({
    saved: [],
    read,
    log: pino({ level: 'silent' }),
    patient: true,
    onChange: () => {},
    onMoved: () => {},
    ...more,
  });
  return knownFiles;
};
const refusalOf = (file: string, code: string, retry: boolean): Reading => ({
  ...nothing,
  problems: [{ file, severity: 'refused', code, message: 'Non.', advice: 'Si.' }],
  retry,
});
const update = async (on: KnownFiles, longSide: number, ...names: string[]) => {
  const seen = await listing(...names);
  atOnce(on.update(unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide }, []));
  await expect.poll(() => on.isSettled()).toBe(true);
};
const serials = (on: KnownFiles) => on.items().map(({ title, serial }) => [title, serial]);

describe('what is known of each file', () => {
  test('is no news where it was there at the start; each file that comes or changes later is news with a greater number', async () => {
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

  test('of hundreds of files that come at once each is read; what goes before its turn is not read, and an alert waits for none', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `Note ${n}.md`);
    await mkdir(join(folder, 'urgent'));
    await Promise.all([...names, 'urgent/Fuite.md'].map((name) => writeFile(join(folder, name), name)));
    const read: string[] = [];
    const on = open(async ({ path }) => {
      read.push(path);
      return readingOf(path, path);
    });
    const gone = 'Note 299.md';
    const all = await listing(...names, 'urgent/Fuite.md');
    const fewer = await listing(...names.filter((name) => name !== gone), 'urgent/Fuite.md');
    const update = (seen: Listing) =>
      atOnce(on.update(unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide: 1_920 }, []));
    update(all);
    await Promise.resolve();
    expect(read).toContain('urgent/Fuite.md');
    expect(read).not.toContain(gone);
    update(fewer);
    await expect.poll(() => on.isSettled()).toBe(true);
    expect(on.items()).toHaveLength(names.length);
    expect(read).not.toContain(gone);
  });

  test('is the same object while its file is the same, so that what is computed from it is computed once', async () => {
    const on = open(async ({ path }) => readingOf(path, path));
    await writeFile(join(folder, 'a.png'), '1');
    await update(on, 1_920, 'a.png');
    const [first] = on.items();
    await writeFile(join(folder, 'b.png'), '1');
    await update(on, 1_920, 'a.png', 'b.png');
    expect(on.items()).toHaveLength(2);
    expect(on.items()[0]).toBe(first);
  });

  test('counts as being read until it has been read, also when it is read again for a larger screen', async () => {
    let answer = (_reading: Reading): void => {};
    const on = open(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    await writeFile(join(folder, 'a.png'), '1');
    const seen = await listing('a.png');
    for (const longSide of [1_920, 3_840]) {
      atOnce(on.update(unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide }, []));
      expect(on.reading()).toBe(1);
      await expect
        .poll(() => {
          answer(readingOf('a.png', 'a'));
          return on.reading();
        })
        .toBe(0);
      expect(on.isSettled()).toBe(true);
    }
  });

  test('is one piece of news with all files dropped together, so that hundreds of photos do not replace one another on the wall', async () => {
    const on = open(async ({ path }) => readingOf(path, path));
    const names = ['a.png', 'b.png', 'c.png'];
    await update(on, 1_920);
    for (const name of names) await writeFile(join(folder, name), '1');
    await update(on, 1_920, ...names);
    await writeFile(join(folder, 'd.png'), '1');
    await update(on, 1_920, ...names, 'd.png');
    expect(serials(on)).toEqual([...names.map((name) => [name, 1]), ['d.png', 2]]);
  });

  test('is prepared again for a larger screen without being news, and not for a smaller screen', async () => {
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

  test('is no news when it is copied back with its date; a new version is news once it can be read', async () => {
    let reads = 0;
    const on = open(async ({ path }) => {
      reads += 1;
      return reads === 3 ? refusalOf(path, 'x', false) : readingOf(path, `${path} ${reads}`);
    });
    const file = join(folder, 'a.png');
    await writeFile(file, '1');
    const time = new Date('2031-03-01T00:00:00Z');
    await utimes(file, time, time);
    await update(on, 1_920, 'a.png');
    await cp(file, `${file}.ailleurs`, { preserveTimestamps: true });
    await rename(`${file}.ailleurs`, file);
    await update(on, 1_920, 'a.png');
    await expect.poll(() => serials(on)).toEqual([['a.png 2', 0]]);
    await writeFile(file, '22');
    await update(on, 1_920, 'a.png');
    await expect.poll(() => [serials(on), on.snapshot()[0]?.kept]).toEqual([[['a.png 2', 0]], true]);
    await writeFile(file, '333');
    await update(on, 1_920, 'a.png');
    await expect.poll(() => [serials(on), on.snapshot()[0]?.kept]).toEqual([[['a.png 4', 1]], false]);
  });

  test('is forgotten when its file is removed, and stays while its folder cannot be listed', async () => {
    const on = open(async ({ path }) => readingOf(path, path));
    await writeFile(join(folder, 'a.png'), '1');
    await update(on, 1_920, 'a.png');
    const none: Listing = { reachable: true, root: '', files: new Map(), problems: [] };
    atOnce(on.update([], { listing: none, zone: 'Europe/Paris', longSide: 1_920 }, ['a.png']));
    expect(on.items()).toHaveLength(1);
    atOnce(on.update([], { listing: none, zone: 'Europe/Paris', longSide: 1_920 }, []));
    expect(on.items()).toEqual([]);
  });
});

describe('what cannot be read from the disk for a while', () => {
  test.each([
    ['the folder of an exhibition', 'expo', 'expo'],
    ['one plate of it', 'expo', 'expo/1.png'],
    ['its text, which makes the folder an exhibition', 'expo', 'expo/exposition.md'],
    ['a folder above', 'expo', ''],
    ['a file', 'a.png', 'a.png'],
  ])('%s: what the wall shows of it stays as it was', async (_, unit, unreadable) => {
    const on = open(async ({ path, files }) => readingOf(path, `${path} ${files.length}`));
    await mkdir(join(folder, 'expo'));
    const names = ['a.png', 'expo/1.png', 'expo/exposition.md'];
    for (const name of names) await writeFile(join(folder, name), '1');
    await update(on, 1_920, ...names);
    const before = serials(on);
    expect(before).toContainEqual([`${unit} ${unit === 'expo' ? 2 : 1}`, 0]);
    const isHidden = (name: string) => unreadable === '' || name === unreadable || name.startsWith(`${unreadable}/`);
    const seen = await listing(...names.filter((name) => !isHidden(name)));
    const above = unreadable === '' ? names : [unreadable];
    const problems = above.map((file) => problem('unreadable', file, 'EIO'));
    const context = { listing: seen, zone: 'Europe/Paris', longSide: 1_920 };
    atOnce(on.update(unitsOf(seen), context, hiddenPaths({ problems })));
    expect(serials(on)).toEqual(before);
    expect(on.isSettled()).toBe(true);
    const rest = unit === 'expo' ? ['a.png'] : names.slice(1);
    await update(on, 1_920, ...rest);
    expect(on.items().map(({ source }) => source)).toEqual([unit === 'expo' ? 'a.png' : 'expo']);
  });
});

describe('a reader that fails', () => {
  test('by throwing is a problem of its file, and the other files are read', async () => {
    const on = open(async ({ path }) => {
      if (path === 'a.png') throw new Error('a fault of the reader');
      return readingOf(path, path);
    });
    await writeFile(join(folder, 'a.png'), '1');
    await writeFile(join(folder, 'b.png'), '1');
    const seen = await listing('a.png', 'b.png');
    atOnce(on.update(unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide: 1_920 }, []));
    await expect.poll(() => on.problems().map(({ file, code }) => `${file} ${code}`)).toEqual(['a.png reader-failed']);
    await expect.poll(() => serials(on)).toEqual([['b.png', 0]]);
  });

  test('on an unfinished copy is tried again, and its refusal is only a warning while the copy may go on', async () => {
    let reads = 0;
    const on = open(async ({ path }) => {
      reads += 1;
      return reads < 3 ? refusalOf(path, 'x', true) : readingOf(path, path);
    });
    await writeFile(join(folder, 'a.png'), '1');
    const seen = await listing('a.png');
    atOnce(on.update(unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide: 1_920 }, []));
    await expect.poll(() => on.problems().map(({ severity }) => severity)).toEqual(['warning']);
    await expect.poll(() => on.problems()).toEqual([]);
    expect(on.items()).toHaveLength(1);
  });

  test('for want of disk space is tried again until there is space, and the file is then shown', async () => {
    let hours = 0;
    let full = true;
    let reads = 0;
    const on = open(
      async ({ path }) => {
        reads += 1;
        return full ? refusalOf(path, 'store-full', true) : readingOf(path, path);
      },
      { now: () => hours * 3_600_000 },
    );
    await writeFile(join(folder, 'a.png'), '1');
    await update(on, 1_920, 'a.png');
    for (hours = 1; hours < 4; hours += 1) {
      const before = reads;
      await update(on, 1_920, 'a.png');
      await expect.poll(() => reads).toBeGreaterThan(before);
      await expect.poll(() => on.problems().map(({ severity }) => severity)).toEqual(['refused']);
    }
    full = false;
    await update(on, 1_920, 'a.png');
    await expect.poll(() => on.items().length).toBe(1);
    expect(on.problems()).toEqual([]);
  });

  test('on a picture that an event uses does not end the attempt to read the event', async () => {
    let reads = 0;
    const on = open(async ({ path }) => {
      if (path === 'b.png') return readingOf(path, path);
      reads += 1;
      const event = { ...readingOf(path, `lu ${reads}`), uses: ['b.png'] };
      return reads < 3 ? { ...event, problems: refusalOf('b.png', 'x', true).problems, retry: true } : event;
    });
    await writeFile(join(folder, 'a.md'), '1');
    await writeFile(join(folder, 'b.png'), '1');
    for (let scan = 0; scan < 3; scan += 1) await update(on, 1_920, 'a.md', 'b.png');
    await expect.poll(() => serials(on)).toEqual([['lu 3', 0]]);
  });
});

describe('after a restart', () => {
  test.each([
    ['was refused', false],
    ['was still being copied', true],
  ])('a file that %s is read again, and its last good version stays on the wall meanwhile', async (_, retry) => {
    const path = 'a.png';
    await writeFile(join(folder, path), '1');
    const { signature } = unitsOf(await listing(path))[0] ?? { signature: '' };
    const { items } = readingOf(path, 'avant');
    const problems = retry ? [] : refusalOf(path, 'office-missing', false).problems;
    const saved = [{ path, signature, longSide: 1_920, kept: true, reading: { ...nothing, items, problems, retry } }];
    const on = open(async () => readingOf(path, 'après'), { saved });
    const seen = await listing(path);
    atOnce(on.update(unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide: 1_920 }, []));
    expect(serials(on)).toEqual([['avant', 0]]);
    await expect.poll(() => serials(on)).toEqual([['après', 0]]);
  });

  test('a file that was read well is not read again', async () => {
    await writeFile(join(folder, 'a.png'), '1');
    const first = open(async ({ path }) => readingOf(path, 'une fois'));
    await update(first, 1_920, 'a.png');
    first.close();
    const second = open(async ({ path }) => readingOf(path, 'deux fois'), { saved: first.snapshot() });
    await update(second, 1_920, 'a.png');
    expect(serials(second)).toEqual([['une fois', 0]]);
  });
});

test('the file that was dropped last is read first, whatever date it brings', async () => {
  const priorities = new Map<string, number>();
  const on = open(async (unit, { priority }) => {
    priorities.set(unit.path, priority);
    return readingOf(unit.path, unit.path);
  });
  const drop = async (name: string, day: string) => {
    await writeFile(join(folder, name), '1');
    await utimes(join(folder, name), new Date(day), new Date(day));
  };
  await drop('ancienne.png', '2020-01-01');
  await drop('récente.png', '2030-01-01');
  await update(on, 1_920, 'ancienne.png', 'récente.png');
  await drop('affiche de 2019.png', '2019-01-01');
  await update(on, 1_920, 'ancienne.png', 'récente.png', 'affiche de 2019.png');
  const order = [...priorities].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  expect(order).toEqual(['affiche de 2019.png', 'récente.png', 'ancienne.png']);
});
