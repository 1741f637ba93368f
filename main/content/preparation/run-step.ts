import { stat } from 'node:fs/promises';
import { refuse } from '../faults/fault.ts';
import { faults } from '../faults/file-faults.ts';
import { kindOfFile } from '../kinds/kinds.ts';
import { type CrashNotes, MAX_CRASHES } from './crash-notes.ts';
import type { Job, Prepared, Step } from './job.ts';
import type { PreparedCache } from './prepared-cache.ts';
import { addStep, type Task } from './task.ts';
import type { LaterThreads, Log } from './threads.ts';

/** A film may come over a slow share. */
const MAX_COPY_MS = 3_600_000;

/** What the steps of all tasks share. */
export interface StepTools {
  readonly threads: Pick<LaterThreads, 'pool'>;
  readonly cache: PreparedCache;
  readonly crashNotes: CrashNotes;
  readonly storeDir: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Aborted when the service stops. */
  readonly stopping: AbortSignal;
  readonly log: Log;
}

/** Runs the next step of a task in a thread. Gives the answer when the task is finished, null when it needs another turn. */
export async function runStep(task: Task, tools: StepTools): Promise<Prepared | null> {
  const { cache, crashNotes } = tools;
  const { file, longSide } = task;
  if (!task.noted) {
    if ((await crashNotes.crashes(file)) >= MAX_CRASHES) return refuse(faults.deadly());
    await crashNotes.begin(file);
    task.noted = true;
  }
  const step = await askThread(task, tools);
  if (step === 'thread-lost') {
    // The note of this attempt stays on the disk as one crash; the next attempt writes its own.
    task.noted = false;
    task.suspect = true;
    return null;
  }
  const prepared = addStep(task, step);
  if (prepared === null) return null;
  await cache.keep(file, longSide, prepared);
  await crashNotes.end(file);
  return prepared;
}

async function askThread(task: Task, tools: StepTools): Promise<Step | 'thread-lost'> {
  const { threads, stopping, log } = tools;
  const { prepare } = kindOfFile(task.file.path);
  const limit = AbortSignal.timeout(prepare !== null && prepare.how !== 'copied' ? prepare.maxStepMs : MAX_COPY_MS);
  try {
    const job = await jobFor(task, tools);
    return (await threads.pool().run(job, { name: 'step', signal: limit })) as Step;
  } catch (error) {
    if (stopping.aborted) return { done: true, prepared: refuse(faults.stopped()) };
    log.warn({ err: error, file: task.file.path }, 'media preparer: a thread was lost');
    return limit.aborted ? { done: true, prepared: refuse(faults.tooSlow()) } : 'thread-lost';
  }
}

async function jobFor({ file, longSide, nextPage, pdf }: Task, { storeDir, now }: StepTools): Promise<Job> {
  const facts = await stat(file.absolute).catch(() => null);
  const quietMs = facts ? now() - facts.ctimeMs : 0;
  return { file, longSide, storeDir, quietMs, firstPage: nextPage, ...(pdf === null ? {} : { pdf }) };
}
