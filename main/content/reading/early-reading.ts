import { seemsComplete } from '../kinds/check-completeness.ts';
import { kindOfFile } from '../kinds/kinds.ts';
import { endingOf } from '../names/endings.ts';
import { askShare } from '../scan/share-queue.ts';
import type { Unit } from '../scan/unit.ts';
import type { Reading } from './reading.ts';

/** A file of fewer bytes costs less to read than to look at. */
const SMALL = 64 * 1024;

/** Whether it is worth while to read a unit before it is known to stand still: it has its end, and is no film or folder. */
async function isWorthwhile({ kind, files, copy, alert }: Unit): Promise<boolean> {
  const [{ path, absolute, size }] = files;
  const { prepare } = kindOfFile(path);
  if (kind !== 'file' || copy !== undefined || size === 0 || (prepare !== null && prepare.how !== 'decoded'))
    return false;
  return size < SMALL || askShare(() => seemsComplete(absolute, endingOf(path)), alert).catch(() => false);
}

/**
 * Reads a file while others wait to see whether it stands still, which takes as long as decoding a photo. A reading
 * that may be better later does not count; null where there is none, and never rejects.
 */
export async function readEarly(unit: Unit, read: () => Promise<Reading>): Promise<Reading | null> {
  try {
    if (!(await isWorthwhile(unit))) return null;
    const reading = await read();
    return reading.retry ? null : reading;
  } catch {
    return null;
  }
}
