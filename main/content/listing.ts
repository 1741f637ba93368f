import type { Problem } from '../contract.ts';

/** What is known of a file without opening it. */
export interface SourceFile {
  /** Path in the content folder, with `/`, as it stands on the disk. */
  readonly path: string;
  readonly absolute: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** When the file came to be as it is: unlike `mtimeMs`, a copy brings no older one with it. */
  readonly ctimeMs: number;
  /** Tells a file from another one renamed onto its place. */
  readonly inode: number;
}

/** The content folder as one scan saw it. */
export interface Listing {
  /** False where the folder cannot be listed, or is suddenly empty: nothing can be concluded from it then. */
  readonly reachable: boolean;
  /** Which folder it is that was listed (`rootOf`); empty where there is none. */
  readonly root: string;
  /** By path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What the scan itself refused: links that lead out, folders that cannot be read. */
  readonly problems: readonly Problem[];
}

export const emptyListing: Listing = { reachable: false, root: '', files: new Map(), problems: [] };

/** Changes when the file does. */
export function signatureOf(file: SourceFile): string {
  return `${file.path}\0${file.size}\0${file.mtimeMs}\0${file.inode}`;
}

/** Disk or share on which the listed folder lies; empty where there is none. */
export const deviceOf = ({ root }: Pick<Listing, 'root'>): string => root.split(':', 1)[0] ?? '';

/** Tells of a path whether it could not be looked at: it lies in what the scan could not read, or is that itself. */
export function outOfSight({ problems }: Pick<Listing, 'problems'>): (path: string) => boolean {
  const unreadable = problems.filter(({ code }) => code === 'unreadable').map(({ file }) => file);
  return (path) => unreadable.some((above) => path === above || path.startsWith(`${above}/`));
}
