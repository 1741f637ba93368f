import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { scanFolder } from '../../../../main/content/scan/scan.ts';
import { standsStill } from '../../../../main/content/scan/settle.ts';
import { foldersOfEachTest } from '../../../support/each-test.ts';

vi.mock('node:timers/promises', async (original) => ({
  ...(await original<typeof import('node:timers/promises')>()),
  setTimeout: vi.fn(async () => undefined),
}));

const folders = foldersOfEachTest();

test('a file is looked at again 150 ms after its last event, however long the look at it has taken', async () => {
  await folders.write('mot.md', '# Mot\n');
  const files = [...(await scanFolder(folders.content)).files.values()];
  expect(await standsStill(files)).toBe(true);
  expect(pause).toHaveBeenLastCalledWith(150);
  expect(await standsStill(files, { quietMs: 18 })).toBe(true);
  expect(pause).toHaveBeenLastCalledWith(132);
  await folders.write('mot.md', '# Mot du jour\n');
  expect(await standsStill(files, { quietMs: 18 })).toBe(false);
});
