import { refuse } from '../faults/fault.ts';
import { faults } from '../faults/file-faults.ts';
import type { CrashNotes } from './crash-notes.ts';
import type { Prepared } from './job.ts';
import { createLanes } from './lanes.ts';
import type { Task } from './task.ts';
import type { Log } from './threads.ts';

/** Runs tasks, each step in its turn. */
export interface TaskRunner {
  add(task: Task): void;
  facts(): { readonly waiting: number; readonly running: readonly string[] };
  /** Answers the tasks that wait with a fault that says so. A task added later is answered in the same way. */
  stopWaiting(): Promise<void>;
  /** Removes the crash notes of the tasks that are being read: they are about to be stopped on purpose. */
  forgiveRunning(): Promise<void>;
}

export interface TaskRunnerOptions {
  /** Files that are decoded at the same time. */
  readonly decoders: number;
  /** Gives the answer when the task is finished, null when it needs another turn. */
  readonly runStep: (task: Task) => Promise<Prepared | null>;
  readonly crashNotes: Pick<CrashNotes, 'end'>;
  /** Aborted when the service stops. */
  readonly stopping: AbortSignal;
  readonly onStepBegins: () => void;
  /** Called after each step. `idle`: nothing is left to do. */
  readonly onStepDone: (task: Task, idle: boolean) => void;
  readonly log: Log;
}

export function createTaskRunner(options: TaskRunnerOptions): TaskRunner {
  const { runStep, crashNotes, stopping, onStepBegins, onStepDone, log } = options;
  const lanes = createLanes(options.decoders);
  const waiting = new Set<Task>();
  const running = new Set<Task>();

  /** Stopping on purpose is no crash, also between two steps of a task: the file may be read again. */
  const stop = async (task: Task): Promise<void> => {
    if (task.noted) await crashNotes.end(task.file);
    task.settle(refuse(faults.stopped()));
  };

  const answerOf = async (task: Task): Promise<Prepared | null> => {
    try {
      return await runStep(task);
    } catch (error) {
      log.warn({ err: error, file: task.file.path }, 'media preparer: a step failed');
      return refuse(faults.damaged());
    }
  };

  const add = (task: Task): void => {
    if (stopping.aborted) return void stop(task);
    const takeTurn = async (): Promise<void> => {
      // A task that was answered while it waited is not there any more.
      if (!waiting.delete(task)) return;
      running.add(task);
      onStepBegins();
      const prepared = await answerOf(task);
      running.delete(task);
      // The next step queues before this one has left its lane: nothing of a lower priority gets in between.
      if (prepared === null) add(task);
      else task.settle(prepared);
      onStepDone(task, running.size === 0 && waiting.size === 0);
    };
    waiting.add(task);
    if (task.suspect) lanes.addAlone(takeTurn);
    else lanes.add(takeTurn, task.lane, task.priority);
  };

  return {
    add,
    facts: () => ({ waiting: waiting.size, running: [...running].map(({ file }) => file.path) }),
    async stopWaiting() {
      const tasks = [...waiting];
      waiting.clear();
      lanes.clear();
      await Promise.all(tasks.map(stop));
    },
    async forgiveRunning() {
      for (const { file, noted } of running) if (noted) await crashNotes.end(file);
    },
  };
}
