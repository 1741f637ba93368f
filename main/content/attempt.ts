import { type ReadContext, URGENT } from './read-context.ts';
import type { Unit } from './unit.ts';

/** What one look at the folder found: it is news once, however long its parts take to be read. */
export interface Burst {
  /** Given when the first of it has been read; null until then. */
  serial: number | null;
}

/** A unit that is being read, or waits for another try. */
export interface Attempt {
  readonly unit: Unit;
  signature: string;
  context: Pick<ReadContext, 'listing' | 'zone' | 'longSide'>;
  readonly abort: AbortController;
  /** Monotonic milliseconds. */
  readonly since: number;
  /** Found by the first look at the folder: not news. */
  readonly first: boolean;
  readonly burst: Burst;
  /** Number of the look at the folder that saw these files first; 0 for those that are known as they are. */
  readonly look: number;
  tries: number;
  /** Being read now, or waiting for its turn; else it waits for another try. */
  running: boolean;
  /** When a scan finds it due for another try, monotonic milliseconds; null: not by a scan. */
  dueMs: number | null;
}

/** More milliseconds than any date has. */
const AGES = 1e14;

/** The newest dropped first: by the look that saw it, since a copy may bring an old date; within one look, by date. */
export function priorityOf({ unit, look }: Attempt): number {
  if (unit.alert) return URGENT;
  return look + Math.max(...unit.files.map(({ mtimeMs }) => mtimeMs)) / AGES;
}
