import { link, lstat, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../../../main/content/faults/problem.ts';
import type { FileEvents } from '../../../../main/content/scan/file-events.ts';
import { rescanFiles } from '../../../../main/content/scan/rescan.ts';
import { scanFolder } from '../../../../main/content/scan/scan.ts';
import { askShare } from '../../../../main/content/scan/share-queue.ts';

let base: string;
let folder: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'preau-rescan-'));
  folder = join(base, 'contenu');
  await mkdir(folder);
});
afterEach(() => rm(base, { recursive: true, force: true }));

async function put(path: string, text = 'x'): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
const events = (...paths: string[]): FileEvents => new Map(paths.map((path) => [path, 'renamed']));

describe('a look at the files that events name', () => {
  test('gives the listing that a scan of all gives, whatever files came, changed or went', {
    timeout: 60_000,
  }, async () => {
    const path = fc.constantFrom('a.md', 'b.md', 'dossier/a.md', 'dossier/é.png', 'dossier/sous/c.txt');
    const change = fc.record({ path, text: fc.option(fc.string({ maxLength: 5 })) });
    // A file that is always there: a folder that becomes empty is scanned.
    await put('reste.md');
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        for (const kept of ['dossier/x.md', 'dossier/sous/x.md']) await put(kept);
        const before = await scanFolder(folder);
        const seen = new Map<string, 'renamed' | 'changed'>();
        for (const { path, text } of changes) {
          if (text === null) await rm(join(folder, path), { force: true });
          else await put(path, text);
          seen.set(path, before.files.has(path) && text !== null ? 'changed' : 'renamed');
        }
        const after = await rescanFiles(folder, before, seen);
        expect(after).toEqual(await scanFolder(folder));
        expect([...(after?.files.keys() ?? [])]).toEqual([...(await scanFolder(folder)).files.keys()]);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves the files that it does not look at the same objects, as a scan does with unchanged files', async () => {
    await put('a.md');
    await put('b.md');
    const before = await scanFolder(folder);
    await put('b.md', 'changé');
    const after = await rescanFiles(folder, before, events('b.md'));
    const scanned = await scanFolder(folder, before);
    for (const listing of [after, scanned]) {
      expect(listing?.files.get('a.md')).toBe(before.files.get('a.md'));
      expect(listing?.files.get('b.md')?.size).toBe(7);
    }
  });

  test.each<[string, () => Promise<FileEvents>]>([
    [
      'a folder',
      async () => {
        await mkdir(join(folder, 'dossier'));
        return events('dossier');
      },
    ],
    [
      'a link',
      async () => {
        await symlink(join(folder, 'a.md'), join(folder, 'lien.md'));
        return events('lien.md');
      },
    ],
    [
      'a second name of a file',
      async () => {
        await link(join(folder, 'a.md'), join(folder, 'b.md'));
        return events('b.md');
      },
    ],
    ['a file in a folder that was a file', async () => events('a.md/b.md')],
    ['a name that is not UTF-8', async () => events('caf\ufffd.md')],
    ['a name that is never content', async () => events('dossier/.caché/a.md')],
    ['a file deeper than all folders that are listed', async () => events(`${'d/'.repeat(13)}a.md`)],
    [
      'the last file, which has gone',
      async () => {
        await rm(join(folder, 'a.md'));
        return events('a.md');
      },
    ],
    [
      'a file of another folder that has taken the place of this one',
      async () => {
        await rename(folder, `${folder}-ancien`);
        await put('a.md');
        return events('a.md');
      },
    ],
  ])('is not enough for %s: the folder must be scanned', async (_, happen) => {
    await put('a.md');
    const before = await scanFolder(folder);
    expect(await rescanFiles(folder, before, await happen())).toBeNull();
  });

  test('is not enough where a link or a second name leads to the same file', async () => {
    await put('vrai/a.md');
    await symlink(join(folder, 'vrai'), join(folder, 'lien'));
    const before = await scanFolder(folder);
    await put('vrai/a.md', 'changé');
    expect(await rescanFiles(folder, before, events('vrai/a.md'))).toBeNull();
  });

  test('is not enough for another spelling of a name that is listed, on a disk to which both are the same', async () => {
    await put('a.md');
    await put('b.md');
    const before = await scanFolder(folder);
    const [file] = [...before.files.values()];
    if (file === undefined) throw new Error('nothing is listed');
    // Here the disk knows one spelling only: the listing has the other one.
    const files = new Map([...before.files].map(([path, each]) => (path === 'a.md' ? ['A.md', file] : [path, each])));
    expect(await rescanFiles(folder, { ...before, files }, events('a.md'))).toBeNull();
  });

  test('knows that a folder is said to change with what is in it', async () => {
    await put('dossier/a.md');
    const before = await scanFolder(folder);
    expect(await rescanFiles(folder, before, new Map([['dossier', 'changed']]))).toEqual(before);
  });

  test('gives the same listing for the folder of an alert alone: there is nothing new to read yet', async () => {
    await put('a.md');
    const before = await scanFolder(folder);
    await mkdir(join(folder, 'alerte'));
    expect(await rescanFiles(folder, before, events('alerte'))).toBe(before);
  });

  test('looks at an alert alone, though links or too many files would have all else scanned', async () => {
    await put('a.png');
    await symlink(join(folder, 'a.png'), join(folder, 'b.png'));
    await put('alerte/avant.md');
    const before = await scanFolder(folder);
    const full = { ...before, problems: [problem('too-many', 'Photos')] };
    await put('alerte/x.md');
    await rm(join(folder, 'alerte/avant.md'));
    for (const listing of [before, full]) {
      const after = await rescanFiles(folder, listing, events('alerte/x.md', 'alerte/avant.md'));
      expect([...(after?.files.keys() ?? [])]).toEqual(['a.png', 'alerte/x.md', 'b.png']);
      expect(await rescanFiles(folder, listing, events('alerte/x.md', 'c.png'))).toBeNull();
    }
  });

  test('an alert, and the folder that comes with it, are looked at before thousands of other files that wait', async () => {
    await put('a.md');
    const before = await scanFolder(folder);
    await put('alerte/Évacuation.md');
    const looked: string[] = [];
    const others = Array.from({ length: 1_000 }, () =>
      askShare(() => lstat(join(folder, 'a.md'))).then(() => looked.push('other')),
    );
    for (const path of ['alerte', 'alerte/Évacuation.md']) {
      expect(await rescanFiles(folder, before, events(path))).not.toBeNull();
      looked.push(path);
    }
    await Promise.all(others);
    expect(looked.indexOf('alerte/Évacuation.md')).toBeLessThan(200);
  });
});
