import PQueue from 'p-queue';
import type { Tinypool } from 'tinypool';
import { waitAtMost } from '../../lib/wait-at-most.ts';
import { faults } from '../faults/file-faults.ts';
import { type CrashNotes, MAX_CRASHES, openCrashNotes } from '../preparation/crash-notes.ts';
import { type Log, openThreads, threadEntry } from '../preparation/threads.ts';
import type { SourceFile } from '../scan/listing.ts';
import { type ParseJob, unread } from './parse-job.ts';
import { parseFile } from './text-worker.ts';

/** A text that takes longer to read is no notice. Counted from when the thread takes it, milliseconds. */
const LIMIT_MS = 30_000;
const THREAD_HEAP_MB = 256;
/** How long `close` waits for the running task, and then for the thread, to end. */
const CLOSE_WAIT_MS = 500;

/** Reads texts in a thread apart: a text may take long, and a hostile one may end the thread that reads it. */
export interface TextPool {
  /**
   * What the parser of the file's kind makes of the file, or a `ParseRefused`. Where its bytes have been read already, it is
   * parsed in this thread, since it takes longer to wake another one. A higher priority comes sooner. Never rejects: a
   * text that cannot be read is answered with a refusal.
   */
  run(file: SourceFile, job: ParseJob, priority: number): Promise<unknown>;
  /** Ends the thread. Texts that wait are answered with a fault that says so. */
  close(): Promise<void>;
}

export interface TextPoolOptions {
  /** Folder for the crash notes. */
  readonly stateDir: string;
  readonly log: Log;
  /** Entry of the thread, where it is not the one beside this file. */
  readonly worker?: URL;
  /** Milliseconds; default: half a minute. */
  readonly limitMs?: number;
}

/** What reading one text in the thread needs. */
interface ThreadReader {
  readonly pool: Tinypool;
  readonly crashNotes: CrashNotes;
  readonly limitMs: number;
  /** Aborted when the service stops. */
  readonly stopping: AbortSignal;
  readonly log: Log;
}

/** One thread, started when there is something to read, and one queue for it. */
export function createTextPool({ stateDir, log, worker, limitMs = LIMIT_MS }: TextPoolOptions): TextPool {
  const entry = worker ?? threadEntry('reading/text-worker');
  const stopper = new AbortController();
  const reader: ThreadReader = {
    pool: openThreads({ entry, minThreads: 0, maxThreads: 1, heapMb: THREAD_HEAP_MB }, log),
    crashNotes: openCrashNotes(stateDir, (error) => log.warn({ err: error }, 'text pool: a note was not written')),
    limitMs,
    stopping: stopper.signal,
    log,
  };
  const queue = new PQueue({ concurrency: 1 });
  return {
    async run(file, job, priority) {
      if (job.bytes !== undefined) return parseFile(job);
      return queue.add(() => readInThread(file, job, reader), { priority });
    },
    async close() {
      // The running task ends at once, and those behind it are answered without being read.
      stopper.abort();
      await waitAtMost(queue.onIdle(), CLOSE_WAIT_MS);
      await waitAtMost(reader.pool.destroy(), CLOSE_WAIT_MS);
    },
  };
}

/**
 * Reads a text whose turn has come. The crash note is written only now: a queued file cannot have caused the crash. Never
 * rejects.
 */
async function readInThread(
  file: SourceFile,
  job: ParseJob,
  { pool, crashNotes, limitMs, stopping, log }: ThreadReader,
): Promise<unknown> {
  if (stopping.aborted) return unread(faults.stopped());
  if ((await crashNotes.crashes(file)) >= MAX_CRASHES) return unread(faults.deadly());
  await crashNotes.begin(file);
  const limit = AbortSignal.timeout(limitMs);
  try {
    const answer: unknown = await pool.run(job, { name: parseFile.name, signal: AbortSignal.any([limit, stopping]) });
    await crashNotes.end(file);
    return answer;
  } catch (error) {
    if (stopping.aborted) {
      // Stopping on purpose is no crash: the text may be read again.
      await crashNotes.end(file);
      return unread(faults.stopped());
    }
    // The thread was lost or too slow. Its note stays, and after the third one the file is not read again.
    log.warn({ err: error, file: file.path }, 'text not read');
    return unread({ ...(limit.aborted ? faults.tooSlow() : faults.damaged()), retry: true });
  }
}
