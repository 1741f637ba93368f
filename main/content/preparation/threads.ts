import { Tinypool } from 'tinypool';

/** Where warnings go. */
export interface Log {
  warn(details: object, message: string): void;
}

export interface ThreadsOptions {
  /** Module whose exported functions the threads run. */
  readonly entry: URL;
  /** Threads that stay, once started, when there is nothing to do. */
  readonly minThreads: number;
  readonly maxThreads: number;
  /** Limit of the JavaScript memory of one thread, megabytes; pixels and WebAssembly are not part of it. */
  readonly heapMb: number;
}

/** Threads that read files: `run(job, { name, signal })` resolves to the answer, and rejects when its thread dies. */
export function openThreads({ entry, minThreads, maxThreads, heapMb }: ThreadsOptions, log: Log): Tinypool {
  const pool = new Tinypool({
    filename: entry.href,
    minThreads,
    maxThreads,
    idleTimeout: 60_000,
    useAtomics: false,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  // A thread that dies between two jobs loses nothing, but without a listener its error would end the service.
  pool.on('error', (error: unknown) => log.warn({ err: error }, 'an idle thread was lost'));
  return pool;
}

/** Threads that are started when they are first needed. */
export interface LaterThreads {
  /** @throws once they are closed. */
  pool(): Tinypool;
  close(): Promise<void>;
}

/** Starts threads at their first use, or after `waitMs` milliseconds without any. */
export function threadsWithin(waitMs: number, open: () => Tinypool): LaterThreads {
  let opened: Tinypool | null = null;
  let isClosed = false;
  const pool = (): Tinypool => {
    if (isClosed) throw new Error('the threads are closed');
    clearTimeout(timer);
    opened ??= open();
    return opened;
  };
  const timer = setTimeout(pool, waitMs).unref();
  return {
    pool,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await opened?.destroy();
    },
  };
}

/** The entry of a thread, under `main/content/`. Tests run the sources as they are, and their threads run the build. */
export function threadEntry(name: 'preparation/worker' | 'reading/text-worker'): URL {
  const folder = import.meta.url.endsWith('.js') ? '..' : '../../../build/main/content';
  return new URL(`${folder}/${name}.js`, import.meta.url);
}
