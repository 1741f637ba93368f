import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of the package `electron`; null where it is not installed. */
export function electronPackage(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null; // A packaged application leaves development packages out.
  }
}

/**
 * Path of Electron's binary; null where it was not downloaded. The name of the binary stands in the package's `path.txt`; the
 * package itself is never imported in plain Node, because it would start a download that blocks.
 */
export function findElectron(folder: string | null = electronPackage()): string | null {
  if (folder === null) return null;
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const binary = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    readFileSync(note, 'utf8').trim(),
  );
  return existsSync(binary) ? binary : null;
}
