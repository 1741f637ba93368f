import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { createFolderScanner } from '../../../main/content/folder-scanner.ts';
import type { KnownFiles } from '../../../main/content/known-files.ts';
import { createSiteKeeper } from '../../../main/content/site-keeper.ts';
import type { Unit } from '../../../main/content/unit.ts';
import { foldersOfEachTest } from '../../support/each-test.ts';

const folders = foldersOfEachTest();
const log = pino({ level: 'silent' });

test('an alert that comes during the first scan is read when that ends, and not by one more scan of all', async () => {
  for (let n = 0; n < 200; n += 1) await folders.write(`photo ${n}.jpg`, 'x');
  const seen = new Set<string>();
  const see = (units: readonly Unit[]) => {
    for (const { path } of units) seen.add(path);
  };
  // biome-ignore lint/correctness/useYield: it has no steps.
  const update = vi.fn(function* (units: readonly Unit[]) {
    see(units);
  });
  const scanner = createFolderScanner({
    folder: folders.content,
    device: '',
    keeper: createSiteKeeper(null, () => {}, log),
    knownFiles: { update, updateAlerts: see } as unknown as KnownFiles,
    longSide: () => 1_920,
    log,
    onSight: () => {},
    onScanNeeded: () => {},
  });
  const scanned = scanner.scan();
  await folders.write('alerte/feu.md', '# Feu\n');
  await scanner.scanFiles(new Map([['alerte/feu.md', 'renamed']]));
  await scanned;
  expect(seen).toContain('alerte/feu.md');
  expect(update).toHaveBeenCalledTimes(1);
});
