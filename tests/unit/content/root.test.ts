import { mkdir, mkdtemp, readdir, rename, rm, stat, symlink, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunningApp } from '../../support/app.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';
import { skipBecause } from '../../support/skip-because.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);
const titles = async (of: RunningApp) => (await of.programme()).slides.map(({ title }) => title);
/** Less than the time between two of our own scans: only an event, or the look at the folder each second, is this quick. */
const SOON_MS = 8_000;

describe('the folder', () => {
  test('that another folder replaces between two scans is shown as the other one at once, and the other one is watched', async () => {
    await folders.write('a.md', '# Avant\n\nBonjour.\n');
    const running = await start();
    await eventually(
      () => titles(running),
      ([title]) => title === 'Avant',
    );
    const other = `${folders.content}-autre`;
    await mkdir(other);
    await rename(folders.content, `${folders.content}-ancien`);
    await rename(other, folders.content);
    await folders.write('b.md', '# Après\n\nBonjour.\n');
    await eventually(
      () => titles(running),
      (shown) => shown.join() === 'Après',
      SOON_MS,
    );
    await folders.write('c.md', '# Ensuite\n\nBonjour.\n');
    await eventually(
      () => titles(running),
      (shown) => shown.includes('Ensuite'),
      SOON_MS,
    );
  });

  test('whose disk comes off stays on the wall, also without preau.yml, and nothing is written where it was mounted', async (context) => {
    const memory = await mkdtemp('/dev/shm/preau-').catch(() => null);
    if (memory === null || (await stat(memory)).dev === (await stat(tmpdir())).dev) {
      return skipBecause(context, 'there is no second disk');
    }
    const place = join(folders.content, '..', 'lieu');
    const mount = async (target: string) => {
      await symlink(target, `${place}.neuf`);
      await rename(`${place}.neuf`, place);
    };
    try {
      await folders.write('a.md', '# Un mot\n\nBonjour.\n');
      await mount(folders.content);
      const startThere = () => start(undefined, { on: { content: place, state: folders.state } });
      const first = await startThere();
      await eventually(
        () => titles(first),
        ([title]) => title === 'Un mot',
      );
      await mount(memory);
      await eventually(first.health, ({ content }) => !content.reachable);
      expect(await titles(first)).toEqual(['Un mot']);
      await first.close();
      const second = await startThere();
      await eventually(second.health, ({ content }) => !content.reachable);
      expect(await titles(second)).toEqual(['Un mot']);
      expect(await readdir(memory)).toEqual([]);
      await unlink(join(folders.content, 'a.md'));
      await mount(folders.content);
      await eventually(
        () => titles(second),
        (shown) => !shown.includes('Un mot'),
      );
    } finally {
      await rm(memory, { recursive: true });
    }
  });
});
