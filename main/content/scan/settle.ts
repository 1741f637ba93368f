import { setTimeout as pause } from 'node:timers/promises';
import { statOf } from '../../lib/calls-to-disk.ts';
import { errorCode } from '../../lib/error-code.ts';
import type { Reading } from '../reading/reading.ts';
import { type SourceFile, signatureOf } from './listing.ts';
import { askShare } from './share-queue.ts';

/** Size and time must not have changed for this long, milliseconds: a copy over Samba or a slow link grows meanwhile. */
const STILL_MS = 150;

/** Pauses before the next try to read an incomplete file, milliseconds; the last one repeats. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** A file that is incomplete for longer than this, ten minutes, is damaged. */
export const PATIENCE_MS = 600_000;

/** How often a file is tried again where the machine or the share is at fault, milliseconds: a disk may be full for days. */
export const SLOW_PACE_MS = 300_000;

/** Codes of faults of the machine or of the share, which may pass while the file stays the same. */
const PASSING = new Set([
  'store-full',
  'store-unwritable',
  'file-gone',
  'file-forbidden',
  'unreadable',
  'office-missing',
  'office-module-missing',
]);

/** How long to wait after `tries` (from 1) tries of the same file, milliseconds. */
export function pauseAfter(tries: number): number {
  return PAUSES_MS[Math.min(tries, PAUSES_MS.length) - 1] ?? 30_000;
}

/** Whether a file that could not be read may be readable later without a change. */
export function mayPass({ problems }: Pick<Reading, 'problems'>): boolean {
  return problems.some(({ code }) => PASSING.has(code));
}

async function isAsListed(file: SourceFile, urgent: boolean): Promise<boolean> {
  try {
    const { size, mtimeMs, ino } = await askShare(() => statOf(file.absolute), urgent);
    return signatureOf({ ...file, size, mtimeMs, inode: ino }) === signatureOf(file);
  } catch (error) {
    // Gone, or out of reach: the next scan tells which. After any other error the reader has a better message.
    return !['ENOENT', 'ENOTDIR', 'EIO', 'ESTALE', 'EHOSTDOWN'].includes(errorCode(error));
  }
}

interface Settling {
  readonly urgent?: boolean;
  /** For how long none of them has changed already, milliseconds, as events tell. */
  readonly quietMs?: number;
  /** Asked after the moment: nothing is looked at where nobody wants to know any more. */
  readonly isWanted?: () => boolean;
}

/** Whether none of the files changes for a moment. False: they are being written or gone, and the next scan tells which. */
export async function standsStill(
  files: readonly SourceFile[],
  { urgent = false, quietMs = 0, isWanted = () => true }: Settling = {},
): Promise<boolean> {
  await pause(STILL_MS - quietMs);
  if (!isWanted()) return false;
  const still = await Promise.all(files.map((file) => isAsListed(file, urgent)));
  return still.every(Boolean);
}
