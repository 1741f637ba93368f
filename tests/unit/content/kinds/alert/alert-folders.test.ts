import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changedAlerts } from '../../../../../main/content/kinds/alert/alert-folders.ts';
import { scanFolder } from '../../../../../main/content/scan/scan.ts';

vi.mock('node:fs/promises', async (original) => {
  const calls = await original<typeof import('node:fs/promises')>();
  return { ...calls, readdir: vi.fn(calls.readdir) };
});

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

test.each(['alerte/a.md', 'URGENT/a.md', 'écrans/hall/alerte/a.md', 'alerte/incendie/consignes/a.md'])(
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

test('an empty folder, and a link to a folder, among the alerts are no change', async () => {
  await put('alerte/a.md', 'Sortez');
  await put('Consignes/b.md', 'Entrez');
  await mkdir(join(folder, 'alerte/Anciennes'));
  await symlink(join(folder, 'Consignes'), join(folder, 'alerte/Consignes'));
  const seen = await scanFolder(folder);
  expect([...seen.files.keys()]).toContain('alerte/Consignes/b.md');
  expect(await changedAlerts(folder, seen)).toEqual(new Map());
});

test.each(['écrans/hall', 'écrans/hall/alerte', 'écrans'])(
  'where %s may not be listed, its alert stays as it is known, and those of other folders are seen to come and go',
  async (forbidden) => {
    await put('écrans/hall/alerte/a.md', 'Sortez');
    await put('alerte/b.md', 'Entrez');
    const before = await scanFolder(folder);
    const { readdir: list } = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
    vi.mocked(readdir).mockImplementation(((path: string, how: object) =>
      path === join(folder, forbidden)
        ? Promise.reject(Object.assign(new Error('permission denied'), { code: 'EACCES' }))
        : list(path, how)) as unknown as typeof readdir);
    try {
      expect(await changedAlerts(folder, before)).toEqual(new Map());
      await rm(join(folder, 'alerte/b.md'));
      await put('urgent/c.md', 'Restez');
      const changed = { 'alerte/b.md': 'renamed', 'urgent/c.md': 'renamed' };
      expect(await changedAlerts(folder, before)).toEqual(new Map(Object.entries(changed)));
    } finally {
      vi.mocked(readdir).mockImplementation(list);
    }
  },
);
