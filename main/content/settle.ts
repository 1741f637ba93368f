import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../lib/error-code.ts';
import { type SourceFile, signatureOf } from './listing.ts';
import type { Reading } from './reading.ts';
import { askShare } from './share-queue.ts';

/** Size and time must not have moved for this long, milliseconds (issue of half-copied files: Samba, slow links). */
const STILL_MS = 150;

/** Pauses before the next try of a file that is not whole yet, milliseconds; the last one repeats. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** After this long, what is not whole is damaged: ten minutes. */
export const PATIENCE_MS = 600_000;

/** How often what does not depend on the file is tried again, milliseconds: a disk may be full for days. */
export const SLOW_PACE_MS = 300_000;

/** Faults of the machine or of the share, by their codes: they pass without the file changing. */
const PASSING = new Set([
  'store-full',
  'store-unwritable',
  'file-gone',
  'file-forbidden',
  'unreadable',
  'office-missing',
]);

/** How long to wait before try number `tries` (from 1) of the same file. */
export function pauseBefore(tries: number): number {
  return PAUSES_MS[Math.min(tries, PAUSES_MS.length) - 1] ?? 30_000;
}

/** Whether a file that was not read may be read one day as it is. */
export function mayPass({ problems }: Pick<Reading, 'problems'>): boolean {
  return problems.some(({ code }) => PASSING.has(code));
}

async function isAsListed(file: SourceFile, urgent: boolean): Promise<boolean> {
  try {
    const { size, mtimeMs, ino } = await askShare(() => stat(file.absolute), urgent);
    return signatureOf({ ...file, size, mtimeMs, inode: ino }) === signatureOf(file);
  } catch (error) {
    // Gone, or out of reach: the next scan says which. Anything else is worth the reader's own message.
    return !['ENOENT', 'ENOTDIR', 'EIO', 'ESTALE', 'EHOSTDOWN'].includes(errorCode(error));
  }
}

/** Whether none of the files moves for a moment. False: they are being written, or gone; the next scan will tell. */
export async function standsStill(
  files: readonly SourceFile[],
  { signal, urgent = false }: { readonly signal?: AbortSignal; readonly urgent?: boolean } = {},
): Promise<boolean> {
  await pause(STILL_MS, undefined, signal && { signal });
  const still = await Promise.all(files.map((file) => isAsListed(file, urgent)));
  return still.every(Boolean);
}
