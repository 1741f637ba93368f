import { describe, expect, test } from 'vitest';
import type { Listing, SourceFile } from '../../../../main/content/scan/listing.ts';
import { unitsOf } from '../../../../main/content/scan/units-of.ts';

const file = (path: string, mtimeMs = 0): SourceFile => ({
  path,
  absolute: `/x/${path}`,
  size: 1,
  mtimeMs,
  ctimeMs: mtimeMs,
  inode: 1,
});
const listing = (...paths: string[]): Listing => ({
  reachable: true,
  root: '',
  files: new Map(paths.toSorted().map((path) => [path, file(path)])),
  problems: [],
});
const units = (...paths: string[]) =>
  unitsOf(listing(...paths)).map(({ kind, path, files }) => [kind, path, files.map((each) => each.path)]);

describe('what the folder is made of', () => {
  test('a file is a unit, but for the settings and the guide at the top', () => {
    expect(units('a.md', 'preau.yml', 'LISEZMOI.md', 'dossier/LISEZMOI.md')).toEqual([
      ['file', 'a.md', ['a.md']],
      ['file', 'dossier/LISEZMOI.md', ['dossier/LISEZMOI.md']],
    ]);
  });

  test('an exhibition is its folder, plates in natural order; other files in it stand for themselves', () => {
    expect(units('expo/Exposition.md', 'expo/10 b.png', 'expo/2 a.svg', 'expo/film.mp4')).toEqual([
      ['exhibition', 'expo', ['expo/Exposition.md', 'expo/2 a.svg', 'expo/10 b.png']],
      ['file', 'expo/film.mp4', ['expo/film.mp4']],
    ]);
  });

  test('a tree is its folder with its messages', () => {
    expect(units('arbre/arbre.md', 'arbre/messages.txt', 'arbre/léa.txt')).toEqual([
      ['tree', 'arbre', ['arbre/arbre.md', 'arbre/léa.txt', 'arbre/messages.txt']],
    ]);
  });

  test.each([
    ['alerte/a.md', true, null],
    ['Alertes/a.md', true, null],
    ['Urgence/feu/a.md', true, null],
    ['Écran/Hall/a.md', false, ['hall']],
    ['URGENT/a.md', true, null],
    ['écrans/Hall/a.md', false, ['hall']],
    ['E\u0301crans/Hall/Alerte/a.md', true, ['hall']],
    ['ecrans/a.md', false, null],
    ['alerte.md', false, null],
    ['archives/écrans/hall/a.md', false, null],
    ['alerte/feu/a.md', true, null],
    ['écrans/hall/urgent/feu/a.md', true, ['hall']],
    ['archives/2024/alerte/a.md', false, null],
    ['écrans/alerte/a.md', false, ['alerte']],
    ['écrans/hall/archives/alerte/a.md', false, ['hall']],
  ])('%s: an alert %s, for the screens %s', (path, alert, screens) => {
    const [unit] = unitsOf(listing(path));
    expect([unit?.alert, unit?.screens]).toEqual([alert, screens]);
  });

  test('a unit changes when any of its files does', () => {
    const before = unitsOf(listing('e/exposition.md', 'e/1.png'));
    const files = new Map([...listing('e/exposition.md', 'e/1.png').files]).set('e/1.png', file('e/1.png', 7));
    const after = unitsOf({ reachable: true, root: '', files, problems: [] });
    expect(after[0]?.signature).not.toBe(before[0]?.signature);
  });
});
