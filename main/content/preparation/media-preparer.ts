import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { waitAtMost } from '../../lib/wait-at-most.ts';
import { refuse } from '../faults/fault.ts';
import { faults } from '../faults/file-faults.ts';
import { kindOfFile } from '../kinds/kinds.ts';
import { type Office, openOffice } from '../kinds/office/office.ts';
import { officeMissing } from '../kinds/office/office-faults.ts';
import { endingOf } from '../names/endings.ts';
import type { Store } from '../store/store.ts';
import { type CrashNotes, MAX_CRASHES, openCrashNotes } from './crash-notes.ts';
import type { Prepared, SourceFile } from './job.ts';
import { openPreparedCache, type PreparedCache } from './prepared-cache.ts';
import { runStep } from './run-step.ts';
import { createTaskRunner, type TaskRunner } from './run-tasks.ts';
import { createTask } from './task.ts';
import { type LaterThreads, type Log, openThreads, threadEntry, threadsWithin } from './threads.ts';

/** How long `close` lets the running steps end by themselves, and then how long it waits for the threads to end. */
const CLOSE_WAIT_MS = 500;
/** Pixels are not part of it: `MAX_PIXELS` bounds them. */
const THREAD_HEAP_MB = 512;
/** New threads replace the old ones this long after the last step, milliseconds: its result is on the wall by then. */
const REST_MS = 5_000;

export interface MediaPreparerOptions {
  readonly store: Store;
  /** Folder for crash notes, notes of what was prepared, and the files of LibreOffice. */
  readonly stateDir: string;
  /** Threads that decode; default: see `decodersFor`. One more thread copies films. */
  readonly threads?: number;
  /** The first thread starts after so many milliseconds where there is no work before; default 0. */
  readonly startMs?: number;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** LibreOffice; null where there is none. Default: the one that is installed, if any. */
  readonly office?: Office | null;
  /** Milliseconds without work after which threads that keep memory are replaced; default: `REST_MS`. */
  readonly restMs?: number;
  /** Entry of the threads, where it is not the one beside this file. */
  readonly worker?: URL;
}

/** Reads every file that is slow or risky to read, in threads apart, those with the highest priority first. */
export interface MediaPreparer {
  /**
   * Prepares a file for a screen whose longest side is `longSide` pixels. A higher priority comes sooner. Never rejects.
   * Two requests for the same file and size are one preparation.
   */
  prepare(file: SourceFile, options: { readonly longSide: number }, priority: number): Promise<Prepared>;
  /** How many files wait, and the paths of those that are being read. */
  facts(): { readonly waiting: number; readonly running: readonly string[] };
  /** Ends all threads. Files that wait are answered with a fault that says so. */
  close(): Promise<void>;
}

/** Creates the media preparer. More threads than the first start when there is work. */
export function createMediaPreparer(options: MediaPreparerOptions): MediaPreparer {
  const { store, stateDir, log, now = Date.now } = options;
  const decoders = options.threads ?? decodersFor(availableParallelism());
  const onNoteError = (error: unknown): void => log.warn({ err: error }, 'media preparer: a note was not written');
  const cache = openPreparedCache(join(stateDir, 'prepared'), store, onNoteError);
  const crashNotes = openCrashNotes(stateDir, onNoteError);
  const swept = Promise.all([cache.sweep(now()), crashNotes.sweep(now())]);
  const office = options.office === undefined ? openOffice(join(stateDir, 'office')) : options.office;
  const entry = options.worker ?? threadEntry('preparation/worker');
  const limits = { minThreads: 1, maxThreads: decoders + 1, heapMb: THREAD_HEAP_MB };
  const threads = threadsWithin(options.startMs ?? 0, () => openThreads({ entry, ...limits }, log));
  const stopper = new AbortController();
  const stopping = stopper.signal;
  const stepTools = { threads, cache, crashNotes, storeDir: store.dir, now, stopping, log };
  const recycler = createRecycler({ threads, restMs: options.restMs ?? REST_MS, stopping, log });
  const tasks = createTaskRunner({
    decoders,
    runStep: (task) => runStep(task, stepTools),
    crashNotes,
    stopping,
    onStepBegins: recycler.stepBegins,
    onStepDone: recycler.stepDone,
    log,
  });
  const parts: Parts = { cache, crashNotes, office, tasks, stopping };
  const joined = new Map<string, Promise<Prepared>>();
  return {
    prepare(file, { longSide }, priority) {
      const key = JSON.stringify([file.path, file.size, file.mtimeMs, longSide]);
      const current = joined.get(key);
      if (current) return current;
      const fresh = prepareFile(file, longSide, priority, parts).catch((error: unknown) => {
        log.warn({ err: error, file: file.path }, 'media preparer: preparation failed');
        return refuse(faults.damaged());
      });
      joined.set(key, fresh);
      return fresh.finally(() => joined.delete(key));
    },
    facts: tasks.facts,
    async close() {
      stopper.abort();
      recycler.close();
      await tasks.stopWaiting();
      await office?.close();
      await waitAtMost(Promise.allSettled(joined.values()), CLOSE_WAIT_MS);
      await tasks.forgiveRunning();
      await waitAtMost(threads.close(), CLOSE_WAIT_MS);
      await swept;
    },
  };
}

/**
 * Threads that decode: one core is left to the wall, but on two cores there are two threads, since a slow document would
 * otherwise keep every other file waiting.
 */
function decodersFor(cores: number): number {
  return cores <= 1 ? 1 : Math.max(2, cores - 1);
}

/** What preparing a file needs. */
interface Parts {
  readonly cache: PreparedCache;
  readonly crashNotes: CrashNotes;
  readonly office: Office | null;
  readonly tasks: TaskRunner;
  readonly stopping: AbortSignal;
}

/** The answer for a file: the one known from before, or a new one, through LibreOffice where the file is an Office one. */
async function prepareFile(file: SourceFile, longSide: number, priority: number, parts: Parts): Promise<Prepared> {
  const { cache, crashNotes, office, tasks, stopping } = parts;
  const known = await cache.find(file, longSide);
  if (known) return known;
  const how = kindOfFile(file.path).prepare?.how;
  const crashes = await crashNotes.crashes(file);
  if (crashes >= MAX_CRASHES) return refuse(faults.deadly());
  if (how === 'converted' && office === null) return refuse(officeMissing(endingOf(file.path)));
  if (stopping.aborted) return refuse(faults.stopped());
  const converted = how === 'converted' && office ? await office.toPdf(file.absolute) : null;
  if (converted && 'code' in converted) return refuse(converted);
  try {
    return await new Promise<Prepared>((settle) => {
      const lane = how === 'copied' ? 'copy' : 'decode';
      const { pdf = null, warnings = [] } = converted ?? {};
      tasks.add(createTask({ file, longSide, priority, lane, pdf, warnings, suspect: crashes > 0 }, settle));
    });
  } finally {
    await converted?.discard();
  }
}

interface RecyclerOptions extends Required<Pick<MediaPreparerOptions, 'restMs' | 'log'>> {
  readonly threads: Pick<LaterThreads, 'pool'>;
  readonly stopping: AbortSignal;
}

/**
 * WebAssembly decoders (PDF, HEIC) keep the memory of the largest file they met: once one was used and there has been nothing to
 * do for `restMs`, new threads replace the old ones. To start one takes more of the processor than a photo does.
 */
function createRecycler({ threads, restMs, stopping, log }: RecyclerOptions) {
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;
  const recycle = (): void => {
    isDue = false;
    threads
      .pool()
      .recycleWorkers()
      .catch((error: unknown) => log.warn({ err: error }, 'media preparer: threads were not replaced'));
  };
  return {
    stepBegins: () => clearTimeout(timer),
    /** `idle`: nothing is left to do. */
    stepDone({ file }: { readonly file: SourceFile }, idle: boolean): void {
      const { prepare } = kindOfFile(file.path);
      isDue ||= prepare !== null && prepare.how !== 'copied' && prepare.keepsMemory(endingOf(file.path));
      if (isDue && idle && !stopping.aborted) timer = setTimeout(recycle, restMs).unref();
    },
    close: () => clearTimeout(timer),
  };
}
