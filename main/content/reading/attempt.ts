import { kindOfFile } from '../kinds/kinds.ts';
import type { Unit } from '../scan/unit.ts';
import { type ScanContext, URGENT } from './read-context.ts';

/** The units that one scan found new or changed: they are news together, however long each takes to be read. */
export interface Burst {
  /** Given when the first unit of the burst has been read; null until then. 0 for the first scan, which is no news. */
  serial: number | null;
}

/** Where an attempt stands. */
type AttemptState =
  /** Until its files have not moved for a moment. */
  | { readonly kind: 'waiting' }
  /** Queued to be read, or being read. */
  | { readonly kind: 'reading' }
  /** It was read, and may be an unfinished copy: the timer starts the next try. */
  | { readonly kind: 'retrying'; readonly timer: NodeJS.Timeout }
  /** The machine or the share is at fault, and not the file: a scan after `dueMs` (monotonic milliseconds) starts the next try. */
  | { readonly kind: 'resting'; readonly dueMs: number }
  /** Its version is not wanted any more. */
  | { readonly kind: 'dropped' };

/** The attempt to read one version of a unit, with as many tries as it takes. */
export interface Attempt {
  readonly unit: Unit;
  /** Of the unit and of the other files that its last reading used. */
  signature: string;
  context: ScanContext;
  /** When the attempt began, monotonic milliseconds. */
  readonly sinceMs: number;
  readonly burst: Burst;
  /** Number of the scan that found this version; 0 where the same version was known before. */
  readonly scan: number;
  /** How many tries of reading have begun. */
  tries: number;
  state: AttemptState;
}

// One object for all attempts: counting thousands of them that are busy looks at no other object.
export const WAITING: AttemptState = { kind: 'waiting' };
export const READING: AttemptState = { kind: 'reading' };
export const DROPPED: AttemptState = { kind: 'dropped' };

/** Whether the unit is being read, or will be without anything else having to happen. */
export const isBusy = ({ state }: Attempt): boolean => state === WAITING || state === READING;

/** A file that is parsed, and is no picture itself. */
export function isText({ kind, files }: Unit): boolean {
  const { parse, prepare } = kindOfFile(files[0].path);
  return kind === 'file' && parse !== null && prepare === null;
}

/** More milliseconds than any date has: a date divided by it is a fraction. */
const MAX_DATE_MS = 1e14;

/**
 * The newest dropped file is read first: by the scan that found the file, since a copy may bring an old date; of one scan, by
 * date. Of what was there at the start, texts and their pictures come first: they say what the rest means.
 */
export function priorityOf({ unit, scan, burst }: Attempt): number {
  if (unit.alert) return URGENT;
  const early = burst.serial === 0 && isText(unit) ? 0.5 : 0;
  return scan + early + Math.max(...unit.files.map(({ mtimeMs }) => mtimeMs)) / MAX_DATE_MS;
}
