import { posix } from 'node:path';
import { fold } from '../../lib/fold.ts';
import { mapped } from '../../lib/in-turns.ts';
import { memoByObject } from '../../lib/memo-by-object.ts';
import { atOnce, type Steps } from '../../lib/steps.ts';
import { naturally } from '../../programme/order.ts';
import { SITE_FILE } from '../../settings/site.ts';
import type { FolderKind } from '../kinds/folder-kind.ts';
import { FOLDER_KINDS, kindOfEnding } from '../kinds/kinds.ts';
import { LOGO } from '../kinds/logo/read-logo.ts';
import { endingOf } from '../names/endings.ts';
import { type Copy, copyAt, copySteps } from './copies.ts';
import { type Listing, type SourceFile, signatureOf } from './listing.ts';
import { placeOf } from './place.ts';
import type { Unit } from './unit.ts';

/** At the top of the folder: settings and the staff guide. */
const NOT_CONTENT = new Set([SITE_FILE, 'lisezmoi.md', 'lisezmoi.txt', 'readme.md']);

/** A folder that is one thing on the wall. */
interface MarkedFolder {
  readonly kind: FolderKind;
  /** The file that makes the folder one of its kind. */
  readonly marker: SourceFile;
}

const foldersOf = (path: string) => path.split('/').slice(0, -1);
/** Without capitals and accents. A listing keeps the objects of unchanged files, so this is computed once a file. */
const nameOf = memoByObject(({ path }: SourceFile) => fold(posix.basename(path)));

/** The folders that are one thing on the wall, by path, from the top. */
function* markedFolders(listing: Listing): Steps<ReadonlyMap<string, MarkedFolder>> {
  const marked = new Map<string, MarkedFolder>();
  for (const file of listing.files.values()) {
    yield;
    const name = nameOf(file);
    const kind = FOLDER_KINDS.find(({ marker }) => marker === name);
    if (!kind) continue;
    const folder = foldersOf(file.path).join('/');
    if (folder !== '' && !marked.has(folder)) marked.set(folder, { kind, marker: file });
  }
  return marked;
}

function belongsTo({ kind, marker }: MarkedFolder, file: SourceFile): boolean {
  const ending = endingOf(file.path);
  return file === marker || kind.takes(kindOfEnding(ending), ending);
}

function unitOf(kind: string, path: string, files: Unit['files']): Unit {
  return { kind, path, files, ...placeOf(files[0].path), signature: files.map(signatureOf).join('\n') };
}

/** The same unit as a copy: it is read again when its original comes, goes or has another name. */
function asCopy(unit: Unit, copy: Copy): Unit {
  return { ...unit, copy, signature: `${unit.signature}\n${copy.original}` };
}

const unitOfFile = memoByObject((file: SourceFile) => unitOf('file', file.path, [file]));

/** Paths of the folders above a file, from the top. */
function foldersAbove(path: string): string[] {
  const folders = foldersOf(path);
  return folders.map((_, index) => folders.slice(0, index + 1).join('/'));
}

/**
 * The logo as a unit. Its signature is another one than that of the same file as a picture, so that it is read again when it
 * becomes the logo, and when it is no longer.
 */
function logoUnit(file: SourceFile): Unit {
  return {
    ...unitOf(LOGO, file.path, [file]),
    alert: false,
    screens: null,
    signature: `${signatureOf(file)}\0${LOGO}`,
  };
}

/** What the folder is made of: a pure function of its listing, and of the file of the logo, in the order of the paths. */
export const unitsOf = (listing: Listing, logo: SourceFile | null = null): Unit[] => atOnce(unitSteps(listing, logo));

/** The same in steps: a folder may have fifty thousand files. */
export function* unitSteps(listing: Listing, logo: SourceFile | null): Steps<Unit[]> {
  const marked = yield* markedFolders(listing);
  const copies = yield* copySteps(listing);
  const members = new Map<string, SourceFile[]>();
  const units: Unit[] = [];
  for (const file of listing.files.values()) {
    yield;
    if (!file.path.includes('/') && NOT_CONTENT.has(nameOf(file))) continue;
    if (file === logo) {
      units.push(logoUnit(file));
      continue;
    }
    // Of marked folders one within the other, the outermost takes the file.
    const folder = marked.size === 0 ? undefined : foldersAbove(file.path).find((path) => marked.has(path));
    const mark = folder === undefined ? undefined : marked.get(folder);
    // The copy of a plate stands for itself, so that the exhibition goes on without it.
    if (folder === undefined || mark === undefined || copies.has(file.path) || !belongsTo(mark, file)) {
      units.push(unitOfFile(file));
    } else members.set(folder, [...(members.get(folder) ?? []), file]);
  }
  for (const [folder, { kind, marker }] of marked) {
    const files = members.get(folder) ?? [];
    if (!files.includes(marker)) continue;
    const others = files.filter((file) => file !== marker).toSorted((a, b) => naturally(a.path, b.path));
    units.push(unitOf(kind.name, folder, [marker, ...others]));
  }
  const withCopies =
    copies.size === 0
      ? units
      : yield* mapped(units, (unit) => {
          const copy = copyAt(unit.path, copies);
          return copy === null ? unit : asCopy(unit, copy);
        });
  return withCopies.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
