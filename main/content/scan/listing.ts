import type { Stats } from 'node:fs';
import type { Problem } from '../../contract.ts';
import { sorted } from '../../lib/sorted-again.ts';
import type { Steps } from '../../lib/steps.ts';

/** What a scan tells of a file, without opening it. */
export interface SourceFile {
  /** Path in the content folder, with `/`, spelled as on the disk. */
  readonly path: string;
  readonly absolute: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** When the file was put there or last changed: unlike `mtimeMs`, it is not copied with the file. */
  readonly ctimeMs: number;
  /** Another file that is renamed to the same path has another inode. */
  readonly inode: number;
  /** Set where the file was reached through a link or has several names: it may change without an event of its path. */
  readonly aliased?: true;
}

/** The content folder as one scan found it. */
export interface Listing {
  /** False where the folder cannot be listed: nothing can be concluded from the listing then. */
  readonly reachable: boolean;
  /** Identifies the folder that was listed (`rootOf`); empty where there is none. */
  readonly root: string;
  /** By path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What the scan itself could not list: links to outside, folders that cannot be read. */
  readonly problems: readonly Problem[];
}

export const emptyListing: Listing = { reachable: false, root: '', files: new Map(), problems: [] };

/** What the system tells of a file; `before`, the same object, where nothing of it has changed. */
export function sourceFile(
  { path, absolute }: Pick<SourceFile, 'path' | 'absolute'>,
  stats: Stats,
  isLinked: boolean,
  before: SourceFile | undefined,
): SourceFile {
  const { size, mtimeMs, ctimeMs, ino: inode } = stats;
  const aliased = isLinked || stats.nlink > 1;
  const file = { path, absolute, size, mtimeMs, ctimeMs, inode, ...(aliased ? { aliased } : {}) };
  const isSame = before && signatureOf(before) === signatureOf(file) && before.ctimeMs === ctimeMs;
  return isSame && (before.aliased ?? false) === aliased ? before : file;
}

/** A text that changes when the file does. */
export function signatureOf(file: SourceFile): string {
  return `${file.path}\0${file.size}\0${file.mtimeMs}\0${file.inode}`;
}

/** The files in the order of their paths by code units, as all listings have them. */
export const inOrderOfPaths = (files: ReadonlyMap<string, SourceFile>): Map<string, SourceFile> =>
  new Map([...files].toSorted(byPath));

/** The same in steps: those of a first scan are in the order in which the disk answered. */
export function* inOrderSteps(files: ReadonlyMap<string, SourceFile>): Steps<Map<string, SourceFile>> {
  return new Map(yield* sorted([...files], byPath));
}

const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** Disk or share on which the listed folder lies; empty where there is none. */
export const deviceOf = ({ root }: Pick<Listing, 'root'>): string => root.split(':', 1)[0] ?? '';

/** Paths of the files and folders that a scan could not look at: what is known of them stands. */
export function hiddenPaths({ problems }: Pick<Listing, 'problems'>): string[] {
  return problems.filter(({ code }) => code === 'unreadable').map(({ file }) => file);
}

/** Whether a path is one of these paths, or is in one of these folders. */
export function isWithin(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
