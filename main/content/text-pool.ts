import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import type { Refused } from './documents/fault.ts';
import type { SourceFile } from './listing.ts';
import { faults } from './media/fault.ts';
import { MAX_DEATHS, openTries } from './media/tries.ts';
import { readCalendarText, readDocumentText, readTableText, type TextJob } from './text-worker.ts';

/** A text that takes longer to read is no notice. */
const LIMIT_MS = 30_000;
const THREAD_HEAP_MB = 256;
/** How long `close` lets what is running end by itself. */
const FAREWELL_MS = 500;

/** Plain texts this small are read in a few milliseconds: waking a thread would cost the edit more. */
const INLINE_BYTES = 32 * 1024;
const PLAIN_TEXTS: ReadonlySet<string> = new Set(['.md', '.txt', '.csv', '.ics']);

const tasks = { readDocumentText, readCalendarText, readTableText };
export type TextTasks = typeof tasks;
export type TextAnswer<K extends keyof TextTasks> =
  | Awaited<ReturnType<TextTasks[K]>>
  | (Refused & { readonly retry?: boolean });

/** Reads texts that may be long, or deadly, apart from the service's own thread. */
export interface TextPool {
  /** Never rejects: what cannot be read is refused, a thread that was lost with `retry`. */
  run<K extends keyof TextTasks>(task: K, file: SourceFile, job: TextJob): Promise<TextAnswer<K>>;
  close(): Promise<void>;
}

export interface TextPoolOptions {
  /** Folder for the notes of tries. */
  readonly stateDir: string;
  readonly log: { warn(details: object, message: string): void };
}

/** Built, the entry stands beside this file. Where the sources run as they are (tests), the thread runs what was built. */
function workerEntry(): URL {
  const built = import.meta.url.endsWith('.js') ? './text-worker.js' : '../../build/main/content/text-worker.js';
  return new URL(built, import.meta.url);
}

/** One thread, started when there is something to read. */
export function createTextPool({ stateDir, log }: TextPoolOptions): TextPool {
  const tries = openTries(join(stateDir, 'tries'), (error) => log.warn({ err: error }, 'note not written'));
  const pool = new Tinypool({
    filename: workerEntry().href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    useAtomics: false,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
  });
  return {
    async run<K extends keyof TextTasks>(task: K, file: SourceFile, job: TextJob): Promise<TextAnswer<K>> {
      if (file.size <= INLINE_BYTES && PLAIN_TEXTS.has(job.ending)) return (await tasks[task](job)) as TextAnswer<K>;
      if ((await tries.deaths(file)) >= MAX_DEATHS) return { ok: false, fault: faults.deadly() };
      await tries.begin(file);
      try {
        const answer = await pool.run(job, { name: task, signal: AbortSignal.timeout(LIMIT_MS) });
        await tries.end(file);
        return answer;
      } catch (error) {
        // The thread was lost or too slow; the note stays, and the third one puts the file aside.
        log.warn({ err: error, file: file.path }, 'text not read');
        return { ok: false, fault: faults.damaged(), retry: true };
      }
    },
    close: () =>
      Promise.race([pool.destroy(), new Promise<void>((resolve) => void setTimeout(resolve, FAREWELL_MS).unref())]),
  };
}
