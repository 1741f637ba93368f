import PQueue from 'p-queue';
import type { Tinypool } from 'tinypool';
import { waitAtMost } from '../lib/wait-at-most.ts';
import type { SourceFile } from './listing.ts';
import { type CrashNotes, MAX_CRASHES, openCrashNotes } from './preparation/crash-notes.ts';
import { faults } from './preparation/fault.ts';
import { type Log, openThreads, threadEntry } from './preparation/threads.ts';
import { URGENT } from './read-context.ts';
import { askShare } from './share-queue.ts';
import {
  readCalendarText,
  readDocumentText,
  readTableText,
  type TextJob,
  type TextRefusal,
  unread,
} from './text-worker.ts';

/** A text that takes longer to read is no notice. Counted from when the thread takes it, milliseconds. */
const LIMIT_MS = 30_000;
const THREAD_HEAP_MB = 256;
/** How long `close` waits for the running task, and then for the thread, to end. */
const CLOSE_WAIT_MS = 500;

/** Plain texts up to this size are read in a few milliseconds: waking a thread would make an edit slower. */
const MAX_INLINE_BYTES = 32 * 1024;
const PLAIN_TEXTS: ReadonlySet<string> = new Set(['.md', '.txt', '.csv', '.ics']);

const tasks = { readDocumentText, readCalendarText, readTableText };
export type TextTasks = typeof tasks;

export type TextAnswer<K extends keyof TextTasks> = Awaited<ReturnType<TextTasks[K]>> | TextRefusal;

/** Reads texts in a thread apart: a text may take long, and a hostile one may end the thread that reads it. */
export interface TextPool {
  /** A higher priority comes sooner. Never rejects: a text that cannot be read is answered with a refusal. */
  run<K extends keyof TextTasks>(task: K, file: SourceFile, job: TextJob, priority: number): Promise<TextAnswer<K>>;
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
  const entry = worker ?? threadEntry('text-worker');
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
    async run<K extends keyof TextTasks>(
      task: K,
      file: SourceFile,
      job: TextJob,
      priority: number,
    ): Promise<TextAnswer<K>> {
      if (file.size <= MAX_INLINE_BYTES && PLAIN_TEXTS.has(job.ending)) {
        return (await askShare<unknown>(() => tasks[task](job), priority === URGENT)) as TextAnswer<K>;
      }
      return (await queue.add(() => readInThread(task, file, job, reader), { priority })) as TextAnswer<K>;
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
  task: keyof TextTasks,
  file: SourceFile,
  job: TextJob,
  { pool, crashNotes, limitMs, stopping, log }: ThreadReader,
): Promise<unknown> {
  if (stopping.aborted) return unread(faults.stopped());
  if ((await crashNotes.crashes(file)) >= MAX_CRASHES) return unread(faults.deadly());
  await crashNotes.begin(file);
  const limit = AbortSignal.timeout(limitMs);
  try {
    const answer: unknown = await pool.run(job, { name: task, signal: AbortSignal.any([limit, stopping]) });
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
