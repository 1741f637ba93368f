import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fold } from '../../main/lib/fold.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string) => readFileSync(join(root, path), 'utf8');

/** Paths of the sources in a folder, from the top of the repository. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.(?:ts|mts|mjs|css|html)$/u.test(path));
}

/** What a file imports: our own files as paths from the top, packages by name. */
function importsOf(path: string): string[] {
  const found = text(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu);
  return [...found].map(([, target = '']) =>
    target.startsWith('.') ? posix.normalize(posix.join(dirname(path), target)) : target,
  );
}

/** All that is loaded together with a file: packages by name, but no types and nothing that is imported later. */
function loadedWith(path: string, found = new Set<string>()): Set<string> {
  for (const [, target = ''] of text(path).matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)';/gmu)) {
    const loaded = target.startsWith('.') ? posix.normalize(posix.join(dirname(path), target)) : target;
    if (found.has(loaded)) continue;
    found.add(loaded);
    if (target.startsWith('.')) loadedWith(loaded, found);
  }
  return found;
}

/** From the bottom up: a file imports from its own rank and from those before it. */
const RANKS = [
  'main/bootstrap/',
  'main/lib/',
  'main/contract-parts.ts',
  'main/contract.ts',
  'main/regie-contract.ts',
  'main/reading-time.ts',
  'main/pairs.ts',
  'main/turn-plan.ts',
  'main/turn.ts',
  'main/when/',
  'main/programme/',
  'main/settings/',
  'main/content/',
  'main/fleet/',
  'main/report/',
  'main/server/',
  'main/setup/',
  'main/app.ts',
  'main/shells/',
  'main/commands/',
  'main/run-service.ts',
];
/** Files that are started, and that nothing imports: they may import anything. */
const ENTRIES = ['main/bootstrap.mjs', 'main/cli.ts', 'main/service.ts', 'main/shells/electron/electron-main.ts'];

/** The place of a file among the ranks; -1 for a file that has none. */
function rankOf(path: string): number {
  return ENTRIES.includes(path) ? RANKS.length : RANKS.findIndex((rank) => path.startsWith(rank));
}

/** The cycles of imports among these files, each as its files in the order of import; one for each way back. */
function cyclesAmong(paths: readonly string[]): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const follow = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    else if (!done.has(path)) {
      for (const target of importsOf(path).filter((each) => paths.includes(each))) follow(target, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of paths) follow(path, []);
  return cycles;
}

describe('the house', () => {
  test('every file of main has a rank, and imports from its own rank or a lower one', () => {
    const faults = sources('main').flatMap((path) => {
      const upwards = importsOf(path).filter((target) => target.startsWith('main/') && rankOf(target) > rankOf(path));
      return rankOf(path) < 0 ? [`${path} has no rank`] : upwards.map((target) => `${path} imports ${target}`);
    });
    expect(faults).toEqual([]);
  });

  test.each(['main', 'renderer', 'tests'])('no file of %s imports itself through others', (folder) => {
    expect(cyclesAmong(sources(folder))).toEqual([]);
  });

  test('only the Electron shell knows electron', () => {
    for (const path of sources('main').filter((each) => importsOf(each).includes('electron')))
      expect(path).toMatch(/^main\/shells\/electron\//u);
  });

  test('a start loads no HTTP and nothing that looks for browsers before the service and the browser are started', () => {
    const loaded = loadedWith('main/commands/start.ts');
    expect(loaded).toContain('main/shells/chromium/find-browser.ts');
    expect(['node:http', 'node:https', 'chrome-launcher'].filter((name) => loaded.has(name))).toEqual([]);
  });

  test('what decides the days and the programme reads no disk, no network and no clock of the machine', () => {
    for (const path of [...sources('main/when'), ...sources('main/programme')]) {
      const own = importsOf(path).filter(
        (target) => target.startsWith('node:') && !['node:crypto', 'node:path'].includes(target),
      );
      expect([path, own]).toEqual([path, []]);
    }
  });

  test('the pages import nothing of the service but the types of the contracts, the time to read a text, the pairs and the turn', () => {
    for (const path of sources('renderer')) {
      for (const target of importsOf(path)) {
        expect(target.startsWith('main/') ? target : '').toMatch(
          /^(?:main\/(?:contract|regie-contract|pairs|reading-time|turn|setup\/setup-contract)\.ts)?$/u,
        );
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

  // Biome keeps the length of TypeScript files and of functions (`biome.json`), knip what nobody imports (`knip.jsonc`).
  test('no stylesheet or page has more than 250 lines', () => {
    const long = sources('renderer').filter((path) => !path.endsWith('.ts') && text(path).split('\n').length > 251);
    expect(long).toEqual([]);
  });
});
