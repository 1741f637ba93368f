/** Notes that `what` ended because of `why`, and is started again after `delayMs`. */
export type NoteRestart = (what: string, why: string, delayMs: number) => void;

/**
 * Notes restarts in the log of the shell, which is loaded with the first of them: it is a fifth of all that the shell loads, and
 * the service and the browser would be started that much later, each day, for a line that is hardly ever written.
 */
export function restartNotes(folder: string): NoteRestart {
  const opened = async () => (await import('../../lib/open-log.ts')).openLog('preau-shell', folder);
  let log: ReturnType<typeof opened> | null = null;
  return (what, why, delayMs) => {
    log ??= opened();
    log.then(
      (open) => open.warn({ why, delayMs }, `${what} ended; it is started again`),
      // An upgrade has just removed the files of this version: the wall plays on without a log.
      () => undefined,
    );
  };
}
