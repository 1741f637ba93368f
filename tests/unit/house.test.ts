import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fold } from '../../main/lib/fold.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.(?:ts|mjs|css|html)$/u.test(path));
const text = (path: string) => readFileSync(join(root, path), 'utf8');

/** What a file imports: our own files as paths from the top, packages by name. */
function importsOf(path: string): string[] {
  const found = text(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu);
  return [...found].map(([, target = '']) =>
    target.startsWith('.') ? posix.normalize(posix.join(dirname(path), target)) : target,
  );
}

/** From the bottom up; a file imports from its own layer and from those before it (design: import only downwards). */
const LAYERS = [
  'main/lib/',
  'main/contract.ts',
  'main/reading-time.ts',
  'main/when/',
  'main/programme/',
  'main/settings/',
  'main/content/',
  'main/report/',
  'main/server/',
  'main/app.ts',
];
const layerOf = (path: string) => {
  const at = LAYERS.findIndex((layer) => path.startsWith(layer));
  return at < 0 ? LAYERS.length : at;
};

describe('the house', () => {
  test.each(sources('main'))('%s imports only downwards', (path) => {
    const upwards = importsOf(path).filter((target) => target.startsWith('main/') && layerOf(target) > layerOf(path));
    expect(upwards).toEqual([]);
  });

  test('only the watcher knows chokidar, only the Electron shell knows electron', () => {
    const users = (name: string) => sources('main').filter((path) => importsOf(path).includes(name));
    expect(users('chokidar')).toEqual(['main/content/watch.ts']);
    for (const path of users('electron')) expect(path).toMatch(/^main\/shells\/electron\//u);
  });

  test('the player imports nothing of the service but the types of the contract and the time to read a text', () => {
    for (const path of sources('renderer')) {
      for (const target of importsOf(path)) {
        expect(target.startsWith('main/') ? target : '').toMatch(/^(?:main\/(?:contract|reading-time)\.ts)?$/u);
      }
      expect(text(path)).not.toMatch(/import \{(?! *type )[^}]*\} from '[^']*main\/contract\.ts'/u);
    }
  });

  test('no word of the sample programme stands in the code', () => {
    const words = [
      ...['noyon', 'creil', 'beauvais', 'soissons', 'chateau-thierry', 'amiens', 'hirson', 'friville', 'escarbotin'],
      ...['en cuisine', 'corbu', 'after ela', 'verger', 'caisse a savon', 'montaigne', 'joliot', 'emmaus', 'eiffage'],
      ...['perseverance', 'la-rose-des-vents', 'jean-de-la-fontaine', 'hotel-dieu', 'ecocitoyenne', 'raccroche'],
    ];
    for (const path of [...sources('main'), ...sources('renderer')]) {
      const folded = fold(text(path));
      expect([path, words.filter((word) => folded.includes(word))]).toEqual([path, []]);
    }
  });

  test('no file is two ideas long', () => {
    const long = [...sources('main'), ...sources('renderer')].filter((path) => text(path).split('\n').length > 251);
    expect(long.map((path) => relative('.', path))).toEqual([]);
  });
});
