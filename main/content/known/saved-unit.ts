import type { Reading } from '../reading/reading.ts';

/** The last good reading of a unit. */
export interface SavedUnit {
  readonly path: string;
  readonly signature: string;
  /** Longest side its pictures were prepared for, pixels. */
  readonly longSide: number;
  readonly reading: Reading;
  /** The items of the reading are those of an older version: the files are newer and cannot be read. */
  readonly kept: boolean;
}
