import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The text of a file, or `otherwise` where there is none. */
export function readOr(file, otherwise) {
  return existsSync(file) ? readFileSync(file, 'utf8') : otherwise;
}

/** Writes a text file, with the folders above it. */
export function writeWithFolders(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
