import { join } from 'node:path';
import { faults } from './file-faults.ts';
import { kindOfEnding } from './kinds/kinds.ts';
import type { SourceFile } from './listing.ts';
import { type ParseJob, unread } from './parse-job.ts';
import { MAX_DEATHS, openCrashNotes } from './preparation/crash-notes.ts';
import { type Log, openThreads, threadEntry } from './preparation/threads.ts';
import { createWaitingLine } from './preparation/waiting-line.ts';
import { URGENT } from './read-context.ts';
import { askShare } from './share-queue.ts';
import { parseFile } from './text-worker.ts';

/** A text that takes longer to read is no notice. Counted from when the thread takes it. */
const LIMIT_MS = 30_000;
const THREAD_HEAP_MB = 256;
/** How long `close` lets what is running end by itself. */
const FAREWELL_MS = 500;

/** Reads texts that may be long, or deadly, apart from the service's own thread. */
export interface TextPool {
  /**
   * What the parser of the file's kind makes of it, or a `ParseRefused`. A higher priority comes sooner. Never rejects: what
   * cannot be read is refused.
   */
  run(file: SourceFile, job: ParseJob, priority: number): Promise<unknown>;
  /** Ends the thread; what was waiting is answered with a fault that says so. */
  close(): Promise<void>;
}

export interface TextPoolOptions {
  /** Folder for the notes of tries. */
  readonly stateDir: string;
  readonly log: Log;
  /** Entry of the thread, where it is not the one beside this file. */
  readonly worker?: URL;
  /** Milliseconds; default: half a minute. */
  readonly limitMs?: number;
}

interface Waiting {
  /** Reads and answers. Never rejects. */
  read(): Promise<void>;
  /** Answers without reading. */
  giveUp(): void;
}

/** One thread, started when there is something to read, and one line before it. */
export function createTextPool({ stateDir, log, worker, limitMs = LIMIT_MS }: TextPoolOptions): TextPool {
  const tries = openCrashNotes(join(stateDir, 'tries'), (error) => log.warn({ err: error }, 'note not written'));
  const entry = worker ?? threadEntry('text-worker');
  const pool = openThreads({ entry, least: 0, most: 1, heapMb: THREAD_HEAP_MB }, log);
  const line = createWaitingLine<Waiting>();
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const serve = (): void => {
    if (running || stopping.signal.aborted) return;
    const next = line.take(() => true);
    if (!next) return;
    running = next.read().finally(() => {
      running = null;
      serve();
    });
  };

  /** Only now is the file tried, and may its death be noted: what waits in line kills nobody. */
  const readNow = async (file: SourceFile, job: ParseJob): Promise<unknown> => {
    if ((await tries.deaths(file)) >= MAX_DEATHS) return unread(faults.deadly());
    await tries.begin(file);
    const limit = AbortSignal.timeout(limitMs);
    try {
      const answer = await pool.run(job, { name: parseFile.name, signal: AbortSignal.any([limit, stopping.signal]) });
      await tries.end(file);
      return answer;
    } catch (error) {
      if (stopping.signal.aborted) {
        // Stopping on purpose is no death: it may be tried again.
        await tries.end(file);
        return unread(faults.stopped());
      }
      // The thread was lost or too slow; the note stays, and the third one puts the file aside.
      log.warn({ err: error, file: file.path }, 'text not read');
      return unread({ ...(limit.aborted ? faults.tooSlow() : faults.damaged()), retry: true });
    }
  };

  return {
    async run(file, job, priority) {
      if (file.size < (kindOfEnding(job.ending).parse?.inlineBytes ?? 0)) {
        return askShare(() => parseFile(job), priority === URGENT);
      }
      if (stopping.signal.aborted) return unread(faults.stopped());
      return new Promise<unknown>((resolve) => {
        const read = () => readNow(file, job).then(resolve);
        line.add({ read, giveUp: () => resolve(unread(faults.stopped())) }, priority);
        serve();
      });
    },
    async close() {
      stopping.abort();
      for (const waiting of line.drain()) waiting.giveUp();
      await atMost(running, FAREWELL_MS);
      await atMost(pool.destroy(), FAREWELL_MS);
    },
  };
}

const atMost = (work: Promise<void> | null, ms: number): Promise<void> =>
  Promise.race([work ?? Promise.resolve(), new Promise<void>((resolve) => void setTimeout(resolve, ms).unref())]);
