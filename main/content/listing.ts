import type { Problem } from '../contract.ts';

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

/** A text that changes when the file does. */
export function signatureOf(file: SourceFile): string {
  return `${file.path}\0${file.size}\0${file.mtimeMs}\0${file.inode}`;
}

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
