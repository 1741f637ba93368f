import type { Copy } from './copies.ts';
import type { SourceFile } from './listing.ts';
import type { Place } from './place.ts';

/** What is read as one: a file, or a folder that is one thing with what belongs to it. */
export interface Unit extends Place {
  /** `file`, `logo`, or the name of a kind of folder: `exhibition`, `tree`. */
  readonly kind: string;
  /** Path of the file or of the folder; its name in the catalogue. */
  readonly path: string;
  /** The file itself; for a folder, its marker (`exposition.md`, `arbre.md`) first, then the others in natural order. */
  readonly files: readonly [SourceFile, ...SourceFile[]];
  /** Changes when any of its files does, or its place. */
  readonly signature: string;
  /** Set for a copy of something beside it, which is not shown. */
  readonly copy?: Copy;
}
