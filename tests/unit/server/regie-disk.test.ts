import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { afterEach, describe, expect, type TestContext, test } from 'vitest';
import type { RunningApp } from '../../support/app.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';
import { binIsReady, desk } from '../../support/regie-desk.ts';
import { skipBecause } from '../../support/skip-because.ts';

const folders = foldersOfEachTest();
const mounted: string[] = [];
// After the service has closed, and before the folders are removed.
afterEach(() => {
  for (const place of mounted.splice(0)) execFileSync('umount', [place]);
});
const start = serviceOfEachTest(folders);

/** Puts a disk of that size in the place of a folder; the test is skipped where that is not allowed. */
function smallDisk(context: TestContext, place: string, size: string): void {
  try {
    mkdirSync(place, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'preau-essai', place], { stdio: 'pipe' });
    mounted.push(place);
  } catch {
    skipBecause(context, 'a small disk is mounted by root, on Linux');
  }
}

const remount = (place: string, how: string) => execFileSync('mount', ['-o', `remount,${how}`, place]);

const said = async (answer: Response) => [answer.status, ((await answer.json()) as { message: string }).message];
const plays = async (app: RunningApp) => (await app.programme()).slides.map(({ title }) => title);

describe('a disk that takes nothing more', () => {
  test('under the content folder: what is dropped is refused with a sentence, leaves nothing, and the wall plays on', async (context) => {
    smallDisk(context, folders.content, '256k');
    await folders.write('Menu.txt', 'Soupe, puis poisson.');
    const app = await start();
    await eventually(
      () => plays(app),
      (titles) => titles.length === 1,
    );
    const before = await readdir(folders.content);
    const { tried, save } = desk(app);
    const trial = await tried('Long.txt', 'Un mot, puis un autre. '.repeat(20_000));
    expect(await said(await save(trial.id))).toEqual([409, expect.stringMatching(/^Le disque est plein/u)]);
    expect((await readdir(folders.content)).filter((name) => !name.startsWith('_'))).toEqual(
      before.filter((name) => !name.startsWith('_')),
    );
    expect(await plays(app)).toEqual(['Menu']);
  });

  test('under the state of the service: nothing is taken in, with a sentence, and the wall plays on', async (context) => {
    await folders.write('Menu.txt', 'Soupe, puis poisson.');
    smallDisk(context, folders.state, '64m');
    const app = await start();
    expect(await said(await desk(app).drop('Affiche.txt', 'Bonjour.'))).toEqual([
      507,
      expect.stringMatching(/presque plein/u),
    ]);
    expect(
      await eventually(
        () => plays(app),
        (titles) => titles.length === 1,
      ),
    ).toEqual(['Menu']);
  });
});

describe('a content folder that is read-only', () => {
  test('refuses what is dropped, and what comes back from the bin, with a sentence; the wall plays on', async (context) => {
    smallDisk(context, folders.content, '4m');
    await folders.write('Menu.txt', 'Soupe, puis poisson.');
    await folders.write('Vieux.txt', 'À retirer.');
    const app = await start();
    const { call, tried, save, bin } = desk(app);
    await binIsReady(folders);
    await folders.remove('Vieux.txt');
    const {
      files: [old],
    } = await eventually(bin, ({ files }) => files.length === 1);
    remount(folders.content, 'ro');
    const trial = await tried('Affiche.txt', 'Bonjour.');
    const refused = [409, expect.stringMatching(/^Le dossier ne peut pas être écrit/u)];
    expect(await said(await save(trial.id))).toEqual(refused);
    expect(await said(await call('POST', `api/regie/bin/${old?.id}/restore`, '{}'))).toEqual(refused);
    expect(await plays(app)).toEqual(['Menu']);
  });
});
