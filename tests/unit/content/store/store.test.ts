import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type StoreDisk, StoreError } from '../../../../main/content/store/store.ts';

const DAY = 24 * 3600_000;

describe('the store', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await fs.mkdtemp(join(tmpdir(), 'store-'));
  });
  afterEach(() => fs.rm(dir, { recursive: true, force: true }));
  const bytes = (text: string): Buffer => Buffer.from(text);
  const age = (path: string, ms: number) => fs.utimes(path, (Date.now() - ms) / 1000, (Date.now() - ms) / 1000);
  const temps = () => fs.readdir(join(dir, 'tmp'));

  it('names bytes by their content, once', async () => {
    const store = await openStore(dir);
    const hash = await store.put(bytes('affiche'));
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(await store.put(bytes('affiche'))).toBe(hash);
    expect(await store.has(hash)).toBe(true);
    expect(await fs.readFile(store.pathOf(hash), 'utf8')).toBe('affiche');
    expect(store.pathOf(hash)).toBe(join(dir, 'objects', hash.slice(0, 2), hash.slice(2)));
    expect(await temps()).toEqual([]);
  });

  it('copies a film, or takes a temporary file of its own, under the hash of its content', async () => {
    const store = await openStore(dir);
    const film = join(dir, 'film.mp4');
    await fs.writeFile(film, Buffer.alloc(3_000_000, 'film'));
    const copied = await store.put({ file: film, move: false });
    expect((await fs.stat(film)).size).toBe(3_000_000);
    const temp = store.tempPath();
    await fs.writeFile(temp, Buffer.alloc(2_000_000, 'page'));
    const moved = await store.put({ file: temp, move: true });
    expect(await store.has(moved)).toBe(true);
    expect(await store.put(Buffer.alloc(3_000_000, 'film'))).toBe(copied);
    expect(await temps()).toEqual([]);
  });

  it('never gives a path for anything but the hash of an object', async () => {
    const store = await openStore(dir);
    expect(() => store.pathOf('../../../../etc/passwd')).toThrow(RangeError);
  });

  it.each([
    ['flipped', (path: string) => fs.writeFile(path, 'affichE')],
    ['cut', (path: string) => fs.truncate(path, 3)],
    ['gone', (path: string) => fs.rm(path)],
  ])('reads the bytes of an object, and none of one that is %s: that one is not whole any more', async (_, damage) => {
    const store = await openStore(dir);
    const hash = await store.put(bytes('affiche'));
    expect(await store.whole(hash)).toBe(true);
    expect(await store.read(hash)).toEqual(bytes('affiche'));
    await damage(store.pathOf(hash));
    expect(await store.read(hash)).toBeNull();
    expect(await store.whole(hash)).toBe(false);
  });

  it('is shared by two services that put equal and different files at the same time', async () => {
    const [one, two] = [await openStore(dir), await openStore(dir)];
    const texts = Array.from({ length: 60 }, (_, i) => `photo ${i % 20}`);
    const hashes = await Promise.all(texts.map((text, i) => (i % 2 ? one : two).put(bytes(text))));
    expect(new Set(hashes).size).toBe(20);
    for (const hash of hashes) expect(await two.has(hash)).toBe(true);
    expect(await temps()).toEqual([]);
  });

  it('opens after a process was killed while it wrote, and removes its temporary file after a day', async () => {
    const first = await openStore(dir);
    const kept = await first.put(bytes('bonne'));
    const [old, fresh] = [first.tempPath(), first.tempPath()];
    await fs.writeFile(old, 'moitié');
    await fs.writeFile(fresh, 'en cours');
    await age(old, 25 * 3600_000);
    const second = await openStore(dir);
    expect(await second.has(kept)).toBe(true);
    expect(await temps()).toEqual([fresh.slice(fresh.lastIndexOf('/') + 1)]);
  });

  it('tells of a full disk, and leaves no temporary file on it', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const disk: StoreDisk = {
      rename: fs.rename,
      open: async (...args) => {
        const handle = await fs.open(...args);
        handle.write = () => Promise.reject(full);
        return handle;
      },
    };
    const film = join(dir, 'film.mp4');
    await fs.writeFile(film, 'film');
    const store = await openStore(dir, disk);
    for (const source of [bytes('affiche'), { file: film, move: false }]) {
      const error = await store.put(source).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreError);
      expect(error).toMatchObject({ code: 'full', cause: full });
    }
    expect(await temps()).toEqual([]);
    expect(await fs.readdir(join(dir, 'objects'))).toEqual([]);
  });

  it('removes objects that were not used for a week, and never one in use', async () => {
    const store = await openStore(dir);
    const [used, old, recent] = [
      await store.put(bytes('a')),
      await store.put(bytes('bb')),
      await store.put(bytes('ccc')),
    ];
    for (const hash of [used, old]) await age(store.pathOf(hash), 8 * DAY);
    const limits = { nowMs: Date.now(), maxBytes: 1e9, maxAgeMs: 7 * DAY };
    expect(await store.collect(new Set([used]), limits)).toEqual({ removed: 1, bytes: 2 });
    expect([await store.has(used), await store.has(old), await store.has(recent)]).toEqual([true, false, true]);
  });

  it('removes the longest unused beyond the size limit, but no object in use and none that was just put', async () => {
    const store = await openStore(dir);
    const hashes: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      const hash = await store.put(Buffer.alloc(1000, i));
      hashes.push(hash);
      if (i < 4) await age(store.pathOf(hash), (10 - i) * 3600_000);
    }
    const limits = { nowMs: Date.now(), maxBytes: 2500, maxAgeMs: 7 * DAY };
    const inUse = new Set(hashes.slice(0, 1));
    expect(await store.collect(inUse, limits)).toEqual({ removed: 3, bytes: 3000 });
    expect(await Promise.all(hashes.map((hash) => store.has(hash)))).toEqual([true, false, false, false, true]);
    expect(await store.collect(inUse, { ...limits, maxBytes: 0 })).toEqual({ removed: 0, bytes: 0 });
  });

  it('removes no object that another service uses which shares the store', async () => {
    const [one, two] = [await openStore(dir), await openStore(dir)];
    const hash = await one.put(bytes('partagé'));
    await age(one.pathOf(hash), 8 * DAY);
    const limits = { nowMs: Date.now(), maxBytes: 0, maxAgeMs: 7 * DAY };
    await one.collect(new Set([hash]), limits);
    expect(await two.collect(new Set(), limits)).toEqual({ removed: 0, bytes: 0 });
  });
});
