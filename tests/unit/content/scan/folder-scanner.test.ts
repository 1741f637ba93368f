import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { changedAlerts } from '../../../../main/content/kinds/alert/alert-folders.ts';
import type { KnownFiles } from '../../../../main/content/known/known-files.ts';
import { createFolderScanner } from '../../../../main/content/scan/folder-scanner.ts';
import type { Unit } from '../../../../main/content/scan/unit.ts';
import { unitSteps } from '../../../../main/content/scan/units-of.ts';
import { createSiteKeeper } from '../../../../main/content/site-keeper.ts';
import { statOf } from '../../../../main/lib/calls-to-disk.ts';
import { foldersOfEachTest } from '../../../support/each-test.ts';

const folders = foldersOfEachTest();
const log = pino({ level: 'silent' });

vi.mock('../../../../main/lib/calls-to-disk.ts', async (original) => {
  const calls = await original<typeof import('../../../../main/lib/calls-to-disk.ts')>();
  return { ...calls, statOf: vi.fn(calls.statOf) };
});
vi.mock('../../../../main/content/scan/units-of.ts', async (original) => {
  const units = await original<typeof import('../../../../main/content/scan/units-of.ts')>();
  return { ...units, unitSteps: vi.fn(units.unitSteps) };
});
vi.mock('../../../../main/content/kinds/alert/alert-folders.ts', async (original) => {
  const folders = await original<typeof import('../../../../main/content/kinds/alert/alert-folders.ts')>();
  return { ...folders, changedAlerts: vi.fn(folders.changedAlerts) };
});
afterEach(() => void vi.useRealTimers());

/** A scanner with the paths that it had read, and the updates of all. */
function openScanner() {
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
  return { scanner, seen, update };
}

test('an alert that comes during the first scan is read when that ends, and not by one more scan of all', async () => {
  for (let n = 0; n < 200; n += 1) await folders.write(`photo ${n}.jpg`, 'x');
  const { scanner, seen, update } = openScanner();
  const scanned = scanner.scan();
  await folders.write('alerte/feu.md', '# Feu\n');
  await scanner.scanFiles(new Map([['alerte/feu.md', 'renamed']]));
  await scanned;
  expect(seen).toContain('alerte/feu.md');
  expect(update).toHaveBeenCalledTimes(1);
});

test('an alert is read while a scan hangs for one file, and the folder is out of reach until the scan ends', async () => {
  await folders.write('photo.jpg', 'x');
  const { scanner, seen } = openScanner();
  await scanner.scan();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let answer = () => {};
  vi.mocked(statOf).mockImplementationOnce(async (path) => {
    expect(path).toContain('photo.jpg');
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return statOf(path);
  });
  const scanned = scanner.scan();
  while (vi.getTimerCount() === 0) await new Promise(setImmediate);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(scanner.sight().reachable).toBe(false);
  await folders.write('alerte/feu.md', '# Feu\n');
  await scanner.scanForAlerts();
  expect(seen).toContain('alerte/feu.md');
  expect(scanner.sight().reachable).toBe(false);
  vi.useRealTimers();
  answer();
  await scanned;
  expect(scanner.sight().reachable).toBe(true);
});

test.each([
  ['comes', ['alerte/feu.md', 'urgent/eau.md']],
  ['goes', ['urgent/eau.md']],
])('an alert that %s after a scan of thousands of files, while these are sorted, is not undone', async (what, left) => {
  await folders.write('urgent/eau.md', '# Eau\n');
  if (what === 'goes') await folders.write('alerte/feu.md', '# Feu\n');
  const { scanner, update } = openScanner();
  await scanner.scan();
  let isSorted = false;
  vi.mocked(unitSteps)
    .mockClear()
    .mockImplementationOnce(function* (...given) {
      while (!isSorted) yield;
      return yield* unitSteps(...given);
    });
  const scanned = scanner.scan();
  while (vi.mocked(unitSteps).mock.calls.length === 0) await new Promise(setImmediate);
  if (what === 'comes') await folders.write('alerte/feu.md', '# Feu\n');
  else await folders.remove('alerte/feu.md');
  await scanner.scanFiles(new Map([['alerte/feu.md', 'renamed']]));
  isSorted = true;
  await scanned;
  expect(update.mock.lastCall?.[0].map(({ path }) => path)).toEqual(left);
});

test('what looks like a change among the alerts, and is none, is not looked at again and again', async () => {
  await folders.write('alerte/Anciennes/feu.md', '# Feu\n');
  const { scanner } = openScanner();
  await scanner.scan();
  vi.mocked(changedAlerts)
    .mockClear()
    .mockResolvedValue(new Map([['alerte/Anciennes', 'renamed']]));
  await scanner.scanForAlerts();
  for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
  expect(changedAlerts).toHaveBeenCalledTimes(1);
});
