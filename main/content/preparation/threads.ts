import { Tinypool } from 'tinypool';

export interface Log {
  warn(details: object, message: string): void;
}

export interface ThreadsOptions {
  /** Module whose exported functions the threads run. */
  readonly entry: URL;
  /** Threads that stay warm with nothing to do, and threads at most. */
  readonly least: number;
  readonly most: number;
  /** JavaScript memory of one thread, megabytes; pixels and WebAssembly live outside it. */
  readonly heapMb: number;
}

/** Threads in which files are read: `run(job, { name, signal })` gives the answer, and rejects when its thread dies. */
export function openThreads({ entry, least, most, heapMb }: ThreadsOptions, log: Log): Tinypool {
  const pool = new Tinypool({
    filename: entry.href,
    minThreads: least,
    maxThreads: most,
    idleTimeout: 60_000,
    useAtomics: false,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  // A thread that fails between two steps takes nothing along; without a listener it would take the service.
  pool.on('error', (error: unknown) => log.warn({ err: error }, 'an idle thread was lost'));
  return pool;
}

/** An entry under `main/content/`. Where the sources run as they are (tests), the threads run what was built. */
export function threadEntry(name: 'preparation/worker' | 'text-worker'): URL {
  const folder = import.meta.url.endsWith('.js') ? '..' : '../../../build/main/content';
  return new URL(`${folder}/${name}.js`, import.meta.url);
}
