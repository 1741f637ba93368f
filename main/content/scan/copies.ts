import { posix } from 'node:path';
import { fold } from '../../lib/fold.ts';
import { mapped } from '../../lib/in-turns.ts';
import { memoByObject } from '../../lib/memo-by-object.ts';
import type { Steps } from '../../lib/steps.ts';
import { type Fault, fault, quoted } from '../faults/fault.ts';
import { type CopyName, copyNamesOf, photoNamesOf } from './copy-names.ts';
import type { Listing, SourceFile } from './listing.ts';

/** A file or folder that is the copy of another one beside it. */
export interface Copy extends Pick<CopyName, 'sort'> {
  /** Path of the original. */
  readonly original: string;
}

const namesOfFile = memoByObject(({ path, size }: SourceFile) => [...copyNamesOf(path), ...photoNamesOf(path, size)]);

function* foldersOf(paths: Iterable<string>): Steps<Set<string>> {
  const folders = new Set<string>();
  for (const path of paths) {
    yield;
    if (!path.includes('/')) continue;
    for (let above = posix.dirname(path); above !== '.' && !folders.has(above); above = posix.dirname(above))
      folders.add(above);
  }
  return folders;
}

/** The path that stands in the listing for a name beside `path`, whatever its capitals, accents and their spelling. */
function besides(path: string, name: string, spelled: ReadonlyMap<string, string>): string | undefined {
  const folder = posix.dirname(path);
  return spelled.get(fold(folder === '.' ? name : `${folder}/${name}`));
}

/**
 * The copies among the files and folders of a listing, by their paths: a name like that of a copy, *and* its original beside
 * it. Without its original, a file with such a name is what staff have, and is shown.
 */
export function* copySteps(listing: Listing): Steps<ReadonlyMap<string, Copy>> {
  const named: (readonly [string, readonly CopyName[]])[] = [];
  const note = (path: string, names: readonly CopyName[]) => names.length > 0 && named.push([path, names]);
  for (const file of listing.files.values()) {
    note(file.path, namesOfFile(file));
    yield;
  }
  const folders = yield* foldersOf(listing.files.keys());
  for (const path of folders) note(path, copyNamesOf(path));
  if (named.length === 0) return new Map();
  const spelled = new Map(yield* mapped([...folders, ...listing.files.keys()], (path) => [fold(path), path] as const));
  const copies = new Map<string, Copy>();
  for (const [path, names] of named) {
    for (const { original, sort } of names) {
      const found = besides(path, original, spelled);
      const isSameThing = found !== undefined && folders.has(found) === folders.has(path);
      if (found === undefined || found === path || !isSameThing) continue;
      copies.set(path, { original: found, sort });
      break;
    }
  }
  return copies;
}

/** The copy that a path is, or that one of the folders above it is. */
export function copyAt(path: string, copies: ReadonlyMap<string, Copy>): Copy | null {
  if (copies.size === 0) return null;
  for (let part = path; part !== '.'; part = posix.dirname(part)) {
    const copy = copies.get(part);
    if (copy !== undefined) return copy;
  }
  return null;
}

/** What is said of a copy: whose it is, and what to do. */
export function copyFault({ original, sort }: Copy): Fault {
  const name = quoted(posix.basename(original));
  if (sort === 'live') {
    return fault(
      'live-photo',
      `C’est le petit film que l’iPhone prend avec la photo ${name}, qui est dans le même dossier : seule la photo passe.`,
      'Supprimez-le ou, s’il doit passer aussi, donnez-lui un autre nom.',
    );
  }
  return sort === 'conflict'
    ? fault(
        'sync-conflict',
        `C’est une copie de ${name} : deux postes ont changé ce fichier en même temps, et la synchronisation a gardé les deux. Seul ${name} passe.`,
        `Comparez les deux, gardez la bonne version sous le nom ${name}, et supprimez l’autre. Si ce n’est pas une copie, renommez-la.`,
      )
    : fault(
        'file-copy',
        `C’est une copie de ${name}, qui est dans le même dossier : seul ${name} passe.`,
        'Supprimez-la ou, si elle doit passer aussi, donnez-lui un autre nom.',
      );
}
