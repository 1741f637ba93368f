import type { ChildProcess } from 'node:child_process';
import { createDeferred } from '../../lib/deferred.ts';
import { killGroup, killProcess } from '../../lib/processes.ts';
import { waitAtMost } from '../../lib/wait-at-most.ts';
import type { Running } from './keep-running.ts';
import { lastWords } from './last-words.ts';

/** How long the rest of its standard error is waited for after its end. */
const MAX_LAST_WORDS_MS = 200;

/** How a process ended. */
export interface GroupEnd {
  /** The signal, the exit code as text, or why it could not be started. */
  readonly why: string;
  readonly code: number | null;
  /** The end of its standard error. */
  readonly said: string;
}

export interface FollowGroup {
  /** How long it may take to end when it is stopped, in milliseconds, before its whole group is killed. */
  readonly maxCloseMs: number;
  /** Whether only the leader is asked to end, because it ends its own processes in order. */
  readonly asksLeaderOnly?: boolean;
  /** Called once. */
  onEnd(end: GroupEnd): void;
}

/** Follows a child that leads its own process group (`detached`, standard error in a pipe) until the whole group has ended. */
export function followGroup(child: ChildProcess, { maxCloseMs, asksLeaderOnly = false, onEnd }: FollowGroup): Running {
  const { pid, stderr } = child;
  const said = stderr === null ? () => '' : lastWords(stderr);
  const closed = createDeferred();
  const ended = createDeferred();
  let hasEnded = pid === undefined;
  const end = (why: string, code: number | null): void => {
    hasEnded = true;
    ended.resolve();
    onEnd({ why, code, said: said() });
  };
  child.once('close', () => closed.resolve());
  child.once('error', (error) => {
    if (pid === undefined) end(error.message, null);
  });
  child.once('exit', (code, signal) => {
    // Processes that it started may outlive it, and would hold the profile.
    if (pid !== undefined) killGroup(pid);
    // Its last words may still be in the pipe.
    void waitAtMost(closed.promise, MAX_LAST_WORDS_MS).then(() => end(signal ?? `code ${code}`, code));
  });
  return {
    async stop() {
      // The number of a process that has ended may be another one's.
      if (pid === undefined || hasEnded) return;
      if (asksLeaderOnly) killProcess(pid, 'SIGTERM');
      else killGroup(pid, 'SIGTERM');
      const isInTime = await waitAtMost(
        ended.promise.then(() => true),
        maxCloseMs,
      );
      if (!isInTime) killGroup(pid);
      await ended.promise;
    },
  };
}
