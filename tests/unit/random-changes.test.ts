import { mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogueView } from '../../main/server/answers.ts';
import { startApp, testClock } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { createFolders, type Folders } from '../support/service.ts';

const NOW = '2033-03-08T09:00';

const path = fc
  .tuple(
    fc.constantFrom('', 'Clubs/', 'Clubs/Échecs/', 'alerte/', 'ecrans/Hall/', 'ecrans/Hall/alerte/', 'Semaine 10/'),
    fc.constantFrom('mot.md', '8 mars 2033 - Réunion.md', 'Concert 18h.txt', 'Ateliers.csv', 'Menu.csv'),
  )
  .map(([folder, name]) => folder + name);
const change = fc.record({
  act: fc.constantFrom('write', 'write', 'write', 'remove', 'removeFolder', 'rename', 'pause'),
  path,
  nth: fc.nat({ max: 1_000 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const textOf = (name: string, nth: number): string => {
  if (name.endsWith('Menu.csv')) return `date;plat\n08/03/2033;Plat ${nth}\n`;
  if (name.endsWith('.csv')) return `date;titre;lieu\n08/03/2033;Atelier ${nth};CDI\n09/03/2033;Club ${nth};Préau\n`;
  return `# Mot ${nth}\n\nMardi 8 mars 2033 à 1${nth % 10} h, salle ${nth}.\n`;
};

/** Paths of all files, or of all folders; the page that the service writes is not one of these files. */
async function pathsIn(root: string, what: 'files' | 'folders'): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  const wanted = entries.filter(
    (entry) =>
      entry.isDirectory() === (what === 'folders') && !entry.name.startsWith('_') && !entry.name.startsWith('.'),
  );
  return wanted.map((entry) => join(entry.path, entry.name).slice(root.length + 1)).toSorted();
}

async function make({ act, path, nth }: Change, folders: Folders): Promise<void> {
  if (act === 'write') return folders.write(path, textOf(path, nth));
  if (act === 'pause') return pause(nth / 5);
  const there = await pathsIn(folders.content, act === 'removeFolder' ? 'folders' : 'files');
  const one = there[nth % Math.max(1, there.length)];
  if (one === undefined) return;
  if (act !== 'rename') return folders.remove(one);
  await mkdir(dirname(join(folders.content, path)), { recursive: true });
  await rename(join(folders.content, one), join(folders.content, path));
}

const inOrder = ({ items, problems }: CatalogueView) => ({
  items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  problems: problems.map((each) => JSON.stringify(each)).toSorted(),
});

test('whatever is written, renamed and taken out, the wall has in the end what a service finds that has just started', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 20, maxLength: 60 }), async (changes) => {
      const folders = await createFolders();
      const app = await startApp(folders, testClock(NOW));
      try {
        for (const each of changes) await make(each, folders);
        const other = await startApp({ content: folders.content, state: `${folders.state}-2` }, testClock(NOW));
        try {
          const both = async () => ({ seen: inOrder(await app.catalogue()), wanted: inOrder(await other.catalogue()) });
          const areSame = ({ seen, wanted }: Awaited<ReturnType<typeof both>>) => isDeepStrictEqual(seen, wanted);
          await eventually(both, areSame, 20_000).catch(() => undefined);
          const { seen, wanted } = await both();
          expect(seen).toEqual(wanted);
        } finally {
          await other.close();
        }
      } finally {
        await app.close();
        await folders.dispose();
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
});
