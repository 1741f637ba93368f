import type { Problem } from '../contract.ts';

/** What is known of a file without opening it. */
export interface SourceFile {
  /** Path in the content folder, with `/`, as it stands on the disk. */
  readonly path: string;
  readonly absolute: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Tells a file from another one renamed onto its place. */
  readonly inode: number;
}

/** The content folder as one scan saw it. */
export interface Listing {
  /** False where the folder cannot be listed, or is suddenly empty: nothing can be concluded from it then. */
  readonly reachable: boolean;
  /** By path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What the scan itself refused: links that lead out, folders that cannot be read. */
  readonly problems: readonly Problem[];
}

export const emptyListing: Listing = { reachable: false, files: new Map(), problems: [] };

/** Changes when the file does. */
export function signatureOf(file: SourceFile): string {
  return `${file.path}\0${file.size}\0${file.mtimeMs}\0${file.inode}`;
}
