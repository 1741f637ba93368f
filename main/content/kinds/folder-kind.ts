import type { Reader } from '../reading/reading.ts';
import type { FileKind } from './file-kind.ts';

/** A kind of folder that is one thing on the wall, with the files that belong to it. */
export interface FolderKind {
  /** For code: `Unit.kind`. */
  readonly name: string;
  /** The file that makes a folder one of this kind, in small letters and without accents: `exposition.md`. */
  readonly marker: string;
  /** Whether a file of the folder belongs to it; any other file there stands for itself. */
  readonly takes: (kind: FileKind, ending: string) => boolean;
  readonly read: () => Promise<Reader>;
}
