import type { Reading } from '../reading/reading.ts';
import type { Listing } from '../scan/listing.ts';
import { signatureOf } from '../scan/listing.ts';
import type { Unit } from '../scan/unit.ts';
import type { SavedUnit } from './saved-unit.ts';

/** What is known of a unit after it has been read. */
export interface Outcome {
  readonly reading: Reading;
  /** The items are those of the last good version: the files are newer and could not be read. */
  readonly kept: boolean;
}

const isRefused = ({ problems }: Reading) => problems.some(({ severity }) => severity === 'refused');

/** Whether another reading of the same files could be better: after a restart they are read again. */
export function isUnfinished(reading: Reading): boolean {
  return reading.retry || isRefused(reading);
}

/** The reading with warnings in place of refusals, for as long as a copy may go on. */
function withWarnings(reading: Reading): Reading {
  return { ...reading, problems: reading.problems.map((found) => ({ ...found, severity: 'warning' as const })) };
}

/** The signature of the unit and of the other files that its reading used: an event is read again when its image changes. */
export function signatureWith(unit: Unit, uses: readonly string[], listing: Listing): string {
  if (uses.length === 0) return unit.signature;
  const others = uses.map((path) => {
    const file = listing.files.get(path);
    return file ? signatureOf(file) : path;
  });
  return [unit.signature, ...others].join('\n');
}

/** Whether two signatures have the same files, sizes and times. Only inodes differ when a folder was copied back. */
export function isSameContent(a: string, b: string): boolean {
  const withoutInodes = (signature: string) => signature.replace(/\0[^\0\n]*$/gmu, '');
  return withoutInodes(a) === withoutInodes(b);
}

/** Paths of all the files of a signature. */
export function pathsIn(signature: string): string[] {
  return signature
    .split('\n')
    .map((line) => line.split('\0', 1)[0] ?? '')
    .filter((path) => path !== '');
}

/** Whether one of the files of a unit has been removed since: what staff remove is not kept. */
function hasLost({ signature }: SavedUnit, listing: Listing): boolean {
  return pathsIn(signature).some((path) => !listing.files.has(path));
}

/**
 * What is known of a unit after it has been read. A refused file keeps the items that it had before. A unit that was read in
 * part (without a plate of an exhibition or the image of an event) keeps its last complete version while there is `hope`
 * that the rest arrives.
 */
export function outcomeOf(reading: Reading, before: SavedUnit | undefined, hope: boolean, listing: Listing): Outcome {
  const next = hope ? withWarnings(reading) : reading;
  const nothingToKeep = before === undefined || before.reading.items.length === 0;
  if (nothingToKeep || reading.withdrawn || !isRefused(reading)) {
    return { reading: next, kept: false };
  }
  const { items, uses } = before.reading;
  const wasComplete = before.kept || !isUnfinished(before.reading);
  const kept = reading.items.length === 0 || (hope && wasComplete && !hasLost(before, listing));
  return kept ? { reading: { ...next, items, uses }, kept } : { reading: next, kept };
}
