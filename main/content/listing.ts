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

/** Whether a path could not be looked at: the scan could not read that file or folder, or a folder above it. */
export function outOfSight({ problems }: Pick<Listing, 'problems'>): (path: string) => boolean {
  const unreadable = problems.filter(({ code }) => code === 'unreadable').map(({ file }) => file);
  return (path) => unreadable.some((above) => path === above || path.startsWith(`${above}/`));
}
