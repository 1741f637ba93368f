import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOr, writeWithFolders } from './files.mjs';

/** When the service was built: a clock that shows an earlier time is wrong. (Archives do not keep the times of files.) */
export const BUILT_AT = 'build/main/built-at.json';

/** What each part is built from (files, or folders with all that is in them), what the build makes, and its command. */
const PARTS = [
  {
    name: 'modules',
    from: ['main', 'tsconfig.base.json'],
    gives: ['build/modules/service.js'],
    run: ['node_modules/typescript/bin/tsc', '-b', 'main'],
    says: 'vérification du service…',
  },
  {
    name: 'main',
    from: ['main', 'vite.service.config.ts', 'tsconfig.base.json'],
    gives: ['build/main/cli.js', 'build/main/service.js', 'build/main/run-service.js', BUILT_AT],
    run: ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.service.config.ts', '--logLevel', 'warn'],
    says: 'construction du service…',
  },
  {
    name: 'renderer',
    from: [
      'renderer',
      'main/contract.ts',
      'main/regie-contract.ts',
      'main/setup/setup-contract.ts',
      'vite.config.ts',
      'tsconfig.base.json',
    ],
    gives: ['build/renderer/index.html', 'build/renderer/setup.html', 'build/renderer/regie.html'],
    run: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    says: 'construction du lecteur…',
  },
];

/** In node_modules: the hash of the lock file that was last found to be installed. */
const INSTALLED_LOCK = 'node_modules/.preau/lock';

/** The SHA-256 of the names and bytes of these files and folders under `root`; what is not there is left out. */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(root, path)));
    hash.update('\0');
  };
  const addFolder = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) addFolder(path);
      else if (entry.isFile()) add(path);
    }
  };
  for (const path of paths) {
    if (!existsSync(join(root, path))) continue;
    if (/\.\w+$/.test(path)) add(path);
    else addFolder(path);
  }
  return hash.digest('hex');
}

/**
 * Whether the packages that npm noted as installed (its hidden lock file) are those of the lock file. Optional packages are
 * left out: those of other platforms are never installed.
 */
export function sameAsInstalled(lockText, installedText) {
  const wanted = JSON.parse(lockText).packages ?? {};
  const installed = JSON.parse(installedText).packages ?? {};
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || installed[path]?.version === entry.version,
  );
}

/** Whether `npm ci` is needed. The slow comparison of packages is done once for each lock file. */
export function installIsStale(root) {
  const lock = readOr(join(root, 'package-lock.json'), '');
  if (readOr(join(root, INSTALLED_LOCK), '') === hashOf(lock)) return false;
  const installed = readOr(join(root, 'node_modules/.package-lock.json'), '');
  if (installed === '' || !sameAsInstalled(lock, installed)) return true;
  noteInstalled(root);
  return false;
}

/** Notes that what the lock file asks for is installed. */
export function noteInstalled(root) {
  writeWithFolders(join(root, INSTALLED_LOCK), hashOf(readOr(join(root, 'package-lock.json'), '')));
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** The parts whose sources, packages or results are not those of the last build. */
export function staleParts(root, parts = PARTS) {
  return parts
    .map((part) => ({ ...part, stamp: join(root, `build/.${part.name}.stamp`) }))
    .map((part) => ({ ...part, hash: fingerprint(root, [...part.from, 'package-lock.json']) }))
    .filter((part) => readOr(part.stamp, '') !== part.hash || part.gives.some((file) => !existsSync(join(root, file))));
}
