import { setFlagsFromString } from 'node:v8';

/** So many per cent more than what is in use is filled with garbage before all of it is collected. */
const GARBAGE_PERCENT = 50;

/**
 * Keeps the heap near to what is in use. By itself V8 lets a small heap grow to four times that, and what one change leaves
 * behind stays until many others have come: in a hall they come once a day, and the machine has 1 GB.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`);
}
