import { readFile } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { checkCompleteness } from './completeness/check-completeness.ts';
import { endingOf } from './file-name.ts';
import { kindOf } from './kinds/kinds.ts';
import { readAny } from './kinds/read-any.ts';
import type { Listing, SourceFile } from './listing.ts';
import { unfinished } from './preparation/fault.ts';
import type { Prepared } from './preparation/job.ts';
import type { MediaPreparer } from './preparation/media-preparer.ts';
import { contactRule } from './privacy/public-contacts.ts';
import { problem } from './problem.ts';
import type { ReadUnit } from './read-context.ts';
import { type ReadTools, refusal } from './reading.ts';
import { errorCode } from './scan.ts';
import { askShare } from './share-queue.ts';
import type { TextAnswer, TextPool, TextTasks } from './text-pool.ts';

/** A text or a document larger than this is not one. */
export const LARGEST_TEXT = 64 * 1024 * 1024;

/** What the media preparer prepares it also finds whole or not, file by file: one bad plate does not close an exhibition. */
function isPrepared(path: string): boolean {
  const kind = kindOf(endingOf(path));
  return kind !== null && kind !== 'pdf';
}

/** A file by the path a person wrote: beside `from`, or from the top of the folder; accents composed either way. */
export function findFile(listing: Listing, written: string, from: SourceFile): SourceFile | null {
  const clean = written.trim().replaceAll('\\', '/').replace(/^\/+/u, '').normalize('NFC');
  const candidates = [posix.join(dirname(from.path), clean), posix.normalize(clean)];
  for (const file of listing.files.values()) {
    // Only what the scan listed can be found, so no path leads outside the folder.
    if (candidates.includes(file.path.normalize('NFC'))) return file;
  }
  return null;
}

/** Reads a unit whose files stand still: first that each is whole, then by its kind. */
export function createReadUnit(mediaPreparer: MediaPreparer, texts: TextPool): ReadUnit {
  return async (unit, { listing, zone, longSide, priority }) => {
    // Alerts are given at once, whatever state the file is in.
    const written = unit.alert ? [] : unit.files.filter(({ path }) => !isPrepared(path));
    for (const file of written) {
      const whole = await askShare(() => checkCompleteness(file.absolute, endingOf(file.path)));
      // What no walk knows is for its reader to answer.
      if (whole.whole || whole.doubtful || whole.reason === 'unknown') continue;
      const { retry, ...sentence } = unfinished(whole.reason, endingOf(file.path));
      return refusal({ file: file.path, severity: 'refused', ...sentence }, retry);
    }
    const writtenOn = (file: SourceFile) =>
      Temporal.Instant.fromEpochMilliseconds(Math.floor(file.mtimeMs)).toZonedDateTimeISO(zone).toPlainDate();
    const tools: ReadTools = {
      zone,
      async bytes(file) {
        if (file.size > LARGEST_TEXT) throw new RangeError('file too large to be read as a text');
        return askShare(() => readFile(file.absolute), unit.alert);
      },
      async text<K extends keyof TextTasks>(task: K, file: SourceFile): Promise<TextAnswer<K>> {
        const { isPublic } = await contactRule(listing, file);
        const job = {
          absolute: file.absolute,
          ending: endingOf(file.path),
          zone,
          reference: writtenOn(file).toString(),
          keepsContacts: isPublic,
        };
        return await texts.run(task, file, job, priority);
      },
      prepare: (file): Promise<Prepared> => mediaPreparer.prepare(file, { longSide }, priority),
      find: (written, from) => findFile(listing, written, from),
      writtenOn,
      contactRule: (file) => contactRule(listing, file),
    };
    try {
      return await readAny(unit, tools);
    } catch (error) {
      // The system refused a read: the file has gone, or is not ours to read.
      const code = errorCode(error);
      if (code === 'UNKNOWN') throw error;
      return refusal(problem('unreadable', unit.path, code), true);
    }
  };
}
