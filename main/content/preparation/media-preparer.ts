/** The mediaPreparer: every file that is slow or risky to read goes through here, the newest first, in threads apart. */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Media } from '../../programme/item.ts';
import { endingOf } from '../endings.ts';
import { type Fault, refuse } from '../fault.ts';
import { faults } from '../file-faults.ts';
import { kindOfFile } from '../kinds/kinds.ts';
import { type Office, openOffice } from '../kinds/office/office.ts';
import { officeMissing } from '../kinds/office/office-faults.ts';
import type { Store } from '../store.ts';
import { MAX_DEATHS, openCrashNotes } from './crash-notes.ts';
import { finishDocument, type Job, lastStep, type Prepared, type SourceFile, type Step } from './job.ts';
import { MAX_PAGES } from './limits.ts';
import { openPreparedCache } from './prepared-cache.ts';
import { type Log, openThreads, threadEntry } from './threads.ts';
import { createWaitingLine } from './waiting-line.ts';

export type { Prepared, SourceFile } from './job.ts';
export type { Log } from './threads.ts';

/** A step that takes longer is broken off with its thread; a film may come over a slow share. */
const STEP_LIMIT_MS = 120_000;
const COPY_LIMIT_MS = 3_600_000;
/** How long `close` lets what is running end by itself. */
const FAREWELL_MS = 500;
/** Pixels live outside it, and are bounded by `MAX_PIXELS`. */
const THREAD_HEAP_MB = 512;
export interface MediaPreparerOptions {
  readonly store: Store;
  /** Folder for the notes of tries and of what was prepared. */
  readonly stateDir: string;
  /** Threads that decode; default: cores minus one, at least one. One more copies films. */
  readonly threads?: number;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** LibreOffice; default: the one that is installed, if any. */
  readonly office?: Office | null;
  /** Entry of the threads, where it is not the one beside this file. */
  readonly worker?: URL;
}

export interface MediaPreparer {
  /**
   * Prepares a file for a screen whose longest side is `longSide` pixels; a higher priority comes sooner. Never rejects.
   * Asking again for what is being prepared joins in.
   */
  prepare(file: SourceFile, options: { readonly longSide: number }, priority: number): Promise<Prepared>;
  /** What is waiting and what is being read now, by path. */
  facts(): { readonly waiting: number; readonly running: readonly string[] };
  /** Ends all threads; what was waiting is answered with a fault that says so. */
  close(): Promise<void>;
}

interface Task {
  readonly file: SourceFile;
  readonly longSide: number;
  readonly priority: number;
  readonly lane: 'work' | 'copy';
  readonly media: Media[];
  readonly warnings: Fault[];
  readonly settle: (prepared: Prepared) => void;
  begun: boolean;
  /** A try of it never ended before: it waits behind all others and is read alone. */
  suspect: boolean;
  firstPage: number;
  pdf: string | null;
}

/** Starts the threads as work comes. Importing and creating it reads nothing. */
export function createMediaPreparer(options: MediaPreparerOptions): MediaPreparer {
  const { store, stateDir, log, now = Date.now } = options;
  const threads = options.threads ?? Math.max(1, availableParallelism() - 1);
  const failed = (error: unknown): void => log.warn({ err: error }, 'mediaPreparer: note not written');
  const cache = openPreparedCache(join(stateDir, 'prepared'), store, failed);
  const tries = openCrashNotes(join(stateDir, 'tries'), failed);
  const office = options.office === undefined ? openOffice(join(stateDir, 'office')) : options.office;
  const swept = Promise.all([cache.sweep(now()), tries.sweep(now())]);
  const entry = options.worker ?? threadEntry('preparation/worker');
  const pool = openThreads({ entry, least: 1, most: threads + 1, heapMb: THREAD_HEAP_MB }, log);
  const line = createWaitingLine<Task>();
  const running = new Set<Task>();
  const joined = new Map<string, Promise<Prepared>>();
  let closing = false;
  let greedy = false;

  const busy = (lane: Task['lane']): number => [...running].filter((task) => task.lane === lane).length;
  /** WebAssembly decoders (PDF, HEIC) keep the memory of the largest file they met: with nothing left to do, new threads take over. */
  const rest = ({ file }: Task): void => {
    const { prepare } = kindOfFile(file.path);
    greedy ||= prepare !== null && prepare.how !== 'copied' && prepare.keepsMemory(endingOf(file.path));
    if (!greedy || closing || running.size > 0 || line.size > 0) return;
    greedy = false;
    pool.recycleWorkers().catch((error: unknown) => log.warn({ err: error }, 'mediaPreparer: threads not renewed'));
  };
  const serve = (): void => {
    while (!closing && ![...running].some(({ suspect }) => suspect)) {
      // Counted once: the line asks for each of the thousands that may wait in it.
      const room = { work: busy('work') < threads, copy: busy('copy') < 1 };
      const task = line.take(({ suspect, lane }) => (suspect ? running.size === 0 : room[lane]));
      if (!task) return;
      running.add(task);
      void attempt(task)
        .catch((error: unknown) => {
          log.warn({ err: error, file: task.file.path }, 'mediaPreparer: step failed');
          return refuse(faults.damaged());
        })
        .then((prepared) => {
          running.delete(task);
          if (prepared) task.settle(prepared);
          else enqueue(task);
          serve();
          rest(task);
        });
    }
  };
  /** Stopping on purpose is no death: what was begun may be tried again, between two of its steps too. */
  const stop = async (task: Task): Promise<void> => {
    if (task.begun) await tries.end(task.file);
    task.settle(refuse(faults.stopped()));
  };
  const enqueue = (task: Task): void => {
    if (closing) void stop(task);
    else line.add(task, task.suspect ? Number.NEGATIVE_INFINITY : task.priority);
  };

  /** One step of a task; null: it goes back to the line for its next one. */
  const attempt = async (task: Task): Promise<Prepared | null> => {
    const { file } = task;
    if (!task.begun) {
      if ((await tries.deaths(file)) >= MAX_DEATHS) return refuse(faults.deadly());
      await tries.begin(file);
      task.begun = true;
    }
    const limit = AbortSignal.timeout(task.lane === 'copy' ? COPY_LIMIT_MS : STEP_LIMIT_MS);
    let step: Step;
    try {
      step = (await pool.run(await jobFor(task), { name: 'step', signal: limit })) as Step;
    } catch (error) {
      if (closing) return refuse(faults.stopped());
      log.warn({ err: error, file: file.path }, 'mediaPreparer: a thread was lost');
      if (!limit.aborted) {
        task.begun = false;
        task.suspect = true;
        return null;
      }
      step = lastStep(refuse(faults.tooSlow()));
    }
    let prepared: Prepared;
    if (step.done) prepared = step.prepared;
    else {
      task.media.push(...step.media);
      task.warnings.push(...step.warnings);
      task.firstPage = step.nextPage;
      if (step.nextPage < Math.min(step.of, MAX_PAGES)) return null;
      prepared = finishDocument(task.media, step.of, task.warnings);
    }
    await cache.keep(file, task.longSide, prepared);
    await tries.end(file);
    return prepared;
  };

  const jobFor = async ({ file, longSide, firstPage, pdf }: Task): Promise<Job> => {
    const facts = await stat(file.absolute).catch(() => null);
    const quietMs = facts ? now() - facts.ctimeMs : 0;
    return { file, longSide, storeDir: store.dir, quietMs, firstPage, ...(pdf === null ? {} : { pdf }) };
  };

  const prepareAnew = async (file: SourceFile, longSide: number, priority: number): Promise<Prepared> => {
    const known = await cache.find(file, longSide);
    if (known) return known;
    const how = kindOfFile(file.path).prepare?.how;
    const deaths = await tries.deaths(file);
    if (deaths >= MAX_DEATHS) return refuse(faults.deadly());
    if (how === 'converted' && office === null) return refuse(officeMissing(endingOf(file.path)));
    if (closing) return refuse(faults.stopped());
    const converted = how === 'converted' && office ? await office.toPdf(file.absolute) : null;
    if (converted && 'code' in converted) return refuse(converted);
    try {
      return await new Promise<Prepared>((settle) => {
        const lane = how === 'copied' ? 'copy' : 'work';
        const pdf = converted?.pdf ?? null;
        const suspect = deaths > 0;
        enqueue({
          file,
          longSide,
          priority,
          lane,
          pdf,
          suspect,
          settle,
          media: [],
          warnings: [],
          begun: false,
          firstPage: 0,
        });
        serve();
      });
    } finally {
      await converted?.discard();
    }
  };

  return {
    prepare: (file, { longSide }, priority) => {
      const key = JSON.stringify([file.path, file.size, file.mtimeMs, longSide]);
      const current = joined.get(key);
      if (current) return current;
      const fresh = prepareAnew(file, longSide, priority).catch((error: unknown) => {
        log.warn({ err: error, file: file.path }, 'mediaPreparer: preparation failed');
        return refuse(faults.damaged());
      });
      joined.set(key, fresh);
      return fresh.finally(() => joined.delete(key));
    },
    facts: () => ({ waiting: line.size, running: [...running].map(({ file }) => file.path) }),
    close: async () => {
      closing = true;
      await Promise.all(line.drain().map(stop));
      await office?.close();
      await Promise.race([allSettled(joined), pause(FAREWELL_MS)]);
      for (const { file, begun } of running) if (begun) await tries.end(file);
      await Promise.race([pool.destroy(), pause(FAREWELL_MS)]);
      await swept;
    },
  };
}

const allSettled = async (all: ReadonlyMap<string, Promise<unknown>>): Promise<void> => {
  await Promise.allSettled(all.values());
};

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
