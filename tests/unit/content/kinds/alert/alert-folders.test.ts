import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedAlerts } from '../../../../../main/content/kinds/alert/alert-folders.ts';
import { scanFolder } from '../../../../../main/content/scan.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-alerts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const alertsChanged = async (...args: Parameters<typeof changedAlerts>) => (await changedAlerts(...args))?.size !== 0;
const put = async (path: string, text: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

test.each(['alerte/a.md', 'URGENT/a.md', 'écrans/hall/alerte/a.md'])(
  'on a share, %s is seen to come, change and go without a look at the other folders',
  async (path) => {
    await put('affiche.md', 'x');
    const before = await scanFolder(folder);
    expect(await alertsChanged(folder, before)).toBe(false);
    await put('autre.md', 'ce qui n’est pas une alerte attend le tour suivant');
    expect(await alertsChanged(folder, before)).toBe(false);
    await put(path, 'Sortez');
    expect(await alertsChanged(folder, before)).toBe(true);
    const during = await scanFolder(folder);
    expect(await alertsChanged(folder, during)).toBe(false);
    expect(await changedAlerts(folder, before)).toEqual(new Map([[path, 'renamed']]));
    await utimes(join(folder, path), 1, 1);
    expect(await alertsChanged(folder, during)).toBe(true);
    const after = await scanFolder(folder);
    await rm(join(folder, path));
    expect(await alertsChanged(folder, after)).toBe(true);
  },
);

test('a file of an alert folder that the scan refused is not taken for a change each time', async () => {
  await put('alerte/a.md', 'Sortez');
  await symlink('nulle part', join(folder, 'alerte', 'lien.md'));
  expect(await alertsChanged(folder, await scanFolder(folder))).toBe(false);
});
