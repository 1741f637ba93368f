import { randomBytes } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';

export interface AtomicWriteOptions {
  /**
   * False: the content is not flushed to the disk before the rename, which saves milliseconds a file. A process that is
   * killed still leaves the old content or the new one, but after a power cut the file may be empty. Default: true.
   */
  readonly flush?: boolean;
  /** Rights of the file; default: those of the process. */
  readonly mode?: number;
}

/**
 * Writes a file so that a reader, or a machine that loses its power, finds the old content or the new one and nothing in
 * between: the content is written under a temporary name (`FILE.xxxxxxxx.tmp`), flushed, and renamed. The folder must
 * exist. Two processes that write the same file use different temporary names, and the last rename wins.
 * @throws the error of the system; the temporary file is removed first.
 */
export async function writeFileAtomically(
  file: string,
  content: string | Iterable<string | Uint8Array>,
  { flush = true, mode }: AtomicWriteOptions = {},
): Promise<void> {
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await writeFile(handle, content);
      if (flush) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    // The first error is the one to tell: a temporary file that cannot be removed does no harm.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
