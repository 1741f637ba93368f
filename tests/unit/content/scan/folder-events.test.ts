import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subscription } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FolderEvent, folderEvents } from '../../../../main/content/scan/folder-events.ts';
import { eventually } from '../../../support/eventually.ts';

let base: string;
let root: string;
let events: FolderEvent[];
let subscription: Subscription;

const paths = () => events.flatMap((event) => (event === null ? [] : event.path));
/** Resolves when a path has been heard of, so many times. */
const heard = (path: string, times = 1) =>
  eventually(
    async () => paths().filter((each) => each === path),
    (own) => own.length >= times,
  );

/** Forgets what was heard so far, and hears of what is written in a file at this path. */
async function hearsOf(path: string): Promise<void> {
  events.length = 0;
  await writeFile(join(root, path), String(Math.random()));
  await heard(path);
}

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'preau-events-'));
  root = join(base, 'contenu');
  await mkdir(join(root, 'album/été'), { recursive: true });
  events = [];
  subscription = folderEvents(root).subscribe((event) => events.push(event));
  await eventually(
    async () => events,
    (all) => all.includes(null),
  );
});
afterEach(async () => {
  subscription.unsubscribe();
  await rm(base, { recursive: true, force: true });
});

test('a file that comes, changes or goes is named by its path, however deep it lies', async () => {
  await hearsOf('a.md');
  await hearsOf('album/été/b.md');
  await hearsOf('album/été/b.md');
  events.length = 0;
  await rm(join(root, 'album/été/b.md'));
  await heard('album/été/b.md');
});

test('a folder that comes is watched with the folders in it, and named once more when it is: files may have come before', async () => {
  await mkdir(join(root, 'voyage/jour 1'), { recursive: true });
  await heard('voyage', 2);
  await hearsOf('voyage/jour 1/c.md');
});

test('a folder that has another name, or is replaced by another one, is watched where it is', async () => {
  await rename(join(root, 'album'), join(root, 'photos'));
  await heard('photos', 2);
  await hearsOf('photos/été/d.md');
  expect(paths().every((path) => path.startsWith('photos'))).toBe(true);
  await mkdir(join(base, 'autre/été'), { recursive: true });
  await rename(join(root, 'photos'), join(base, 'ancien'));
  await rename(join(base, 'autre'), join(root, 'photos'));
  await heard('photos', 3);
  await hearsOf('photos/été/e.md');
});

test('what is never content is neither watched nor named', async () => {
  await mkdir(join(root, '.caché'));
  await writeFile(join(root, '.caché/f.md'), 'x');
  await writeFile(join(root, '_état.html'), 'x');
  await hearsOf('a.md');
  expect(new Set(paths())).toEqual(new Set(['a.md']));
});
