import type { Listing } from './listing.ts';
import { signatureOf } from './listing.ts';
import type { Reading } from './reading.ts';
import type { SavedUnit } from './saved-catalogue.ts';
import type { Unit } from './unit.ts';

/** What the wall shows of a unit after a try. */
export interface Outcome {
  readonly reading: Reading;
  /** What it shows is older than the files: the last version that was good. */
  readonly kept: boolean;
}

const isRefused = ({ problems }: Reading) => problems.some(({ severity }) => severity === 'refused');

/** Whether a reading of these same files could turn out better: after a restart it is worth another try. */
export function isUnfinished(reading: Reading): boolean {
  return reading.retry || isRefused(reading);
}

/** While a copy may still go on, a refusal is only a warning. */
function hopefully(reading: Reading): Reading {
  return { ...reading, problems: reading.problems.map((found) => ({ ...found, severity: 'warning' as const })) };
}

/** The unit and the other files that went into it: the image of an event is read again when it changes. */
export function signatureWith(unit: Unit, uses: readonly string[], listing: Listing): string {
  const others = uses.map((path) => {
    const file = listing.files.get(path);
    return file ? signatureOf(file) : path;
  });
  return [unit.signature, ...others].join('\n');
}

/** Whether two signatures tell the same files, sizes and times: a folder copied back has other inodes, and no news. */
export function isSameContent(a: string, b: string): boolean {
  const withoutInodes = (signature: string) => signature.replace(/\0[^\0\n]*$/gmu, '');
  return withoutInodes(a) === withoutInodes(b);
}

/** Paths of all the files that a signature tells of. */
export function pathsIn(signature: string): string[] {
  return signature
    .split('\n')
    .map((line) => line.split('\0', 1)[0] ?? '')
    .filter((path) => path !== '');
}

/** Whether a file that went into it has been taken out since: what staff remove is not kept. */
function hasLost({ signature }: SavedUnit, listing: Listing): boolean {
  return pathsIn(signature).some((path) => !listing.files.has(path));
}

/**
 * What a try leaves on the wall. A file that is refused keeps what it showed before. One that is read in part (a plate
 * of an exhibition, the image of an event) keeps its last whole version while there is `hope` that the rest arrives.
 */
export function outcomeOf(reading: Reading, before: SavedUnit | undefined, hope: boolean, listing: Listing): Outcome {
  const next = hope ? hopefully(reading) : reading;
  if (before === undefined || before.reading.items.length === 0 || !isRefused(reading)) {
    return { reading: next, kept: false };
  }
  const { items, uses } = before.reading;
  const wasWhole = before.kept || !isUnfinished(before.reading);
  const kept = reading.items.length === 0 || (hope && wasWhole && !hasLost(before, listing));
  return kept ? { reading: { ...next, items, uses }, kept } : { reading: next, kept };
}
