import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { canAccess } from '../lib/can-access.ts';
import { errorCode } from '../lib/error-code.ts';
import { writeFileAtomically } from '../lib/write-file-atomically.ts';

/** Name of the page; the scan passes over it, and over its temporary file, because of the `_`. */
export const REPORT_NAME = '_état.html'.normalize('NFC');

/** A page that could not be written is tried again this seldom, unless there is something new to say. */
const TRY_AGAIN_MS = 60_000;
/** A temporary file this old was left by a process that was killed. */
const STALE_MS = 60_000;

/** Removes temporary files that killed processes left beside the page. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!(name.normalize('NFC').startsWith(REPORT_NAME) && name.endsWith('.tmp'))) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > STALE_MS) await rm(join(folder, name), { force: true });
  }
}

function digestOf(page: readonly Uint8Array[]): string {
  const digest = createHash('sha256');
  for (const piece of page) digest.update(piece);
  return digest.digest('hex');
}

/** Whether the file holds this very page. */
async function holds(file: string, digest: string): Promise<boolean> {
  const before = await readFile(file).catch(() => null);
  return before !== null && digestOf([before]) === digest;
}

/** The page of a folder, as a file. */
export interface PageFile {
  /** Writes a page if it is new. */
  write(page: readonly Buffer[]): Promise<void>;
  /** Whether the page that was written last is gone, or could not be written and may be tried again. */
  isMissing(): Promise<boolean>;
}

/**
 * Writes a page of a folder if it is new: remembers what stands in the file, and when writing failed. A failure is logged
 * once, and never thrown: on a folder that is read-only or full, the wall does without the page, and so must staff.
 */
export function createPageFile(folder: string, log: Logger): PageFile {
  const file = join(folder, REPORT_NAME);
  /** Digest of the page that this process wrote or found last. */
  let standing: string | null = null;
  let failed: { readonly digest: string; readonly atMs: number } | null = null;

  const write = async (page: readonly Buffer[], digest: string): Promise<void> => {
    // A page that another service has replaced since is left alone: two services that differ would rewrite it for ever.
    const isThere = (digest === standing && (await canAccess(file))) || (await holds(file, digest));
    if (isThere) log.trace('report unchanged');
    else {
      await sweep(folder);
      // Two services may share the folder: each has its own temporary file, and whole pages take turns.
      await writeFileAtomically(file, page);
    }
    standing = digest;
  };

  const hasJustFailed = () => failed !== null && performance.now() - failed.atMs < TRY_AGAIN_MS;
  return {
    async write(page) {
      const digest = digestOf(page);
      if (failed?.digest === digest && hasJustFailed()) return;
      try {
        await write(page, digest);
        failed = null;
      } catch (error) {
        if (failed === null) log.debug({ err: error, code: errorCode(error) }, 'report not written');
        failed = { digest, atMs: performance.now() };
      }
    },
    isMissing: async () => !hasJustFailed() && (failed !== null || standing === null || !(await canAccess(file))),
  };
}
