import { Tinypool } from 'tinypool';

/** JavaScript memory of one thread; pixels live outside it and are bounded by `MAX_PIXELS`. */
const THREAD_HEAP_MB = 512;

export interface Log {
  warn(details: object, message: string): void;
}

/** The threads in which files are read: `run(job, { signal })` gives a `Step`, and rejects when its thread dies. One stays warm. */
export function openThreads(most: number, log: Log, entry: URL = workerEntry()): Tinypool {
  const pool = new Tinypool({
    filename: entry.href,
    name: 'step',
    minThreads: 1,
    maxThreads: most,
    idleTimeout: 60_000,
    useAtomics: false,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
  });
  // A thread that fails between two steps takes nothing along; without a listener it would take the service.
  pool.on('error', (error: unknown) => log.warn({ err: error }, 'workshop: an idle thread was lost'));
  return pool;
}

/** Built, the entry stands beside this file. Where the sources run as they are (tests), the threads run what was built. */
function workerEntry(): URL {
  const built = import.meta.url.endsWith('.js') ? './worker.js' : '../../../build/main/content/media/worker.js';
  return new URL(built, import.meta.url);
}
