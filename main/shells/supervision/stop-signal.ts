import { once } from 'node:events';

/** How often it is checked that the parent is still there: everything has to end within three seconds. */
const CHECK_MS = 250;

/**
 * Aborted when the process is asked to end. A second request changes nothing: Ctrl+C under npm arrives twice, and
 * whatever does not end in time is killed.
 *
 * A SIGTERM to npm ends npm and the `sh` in which it runs scripts, and is not passed on (npm 10, dash): under npm, the end
 * of the parent counts as the signal. It also counts for Electron, which a supervisor started with PREAU_SETTINGS: an
 * Electron that outlived its supervisor would keep the profile locked for the next one.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => controller.abort());
  if (process.env.npm_lifecycle_event || process.env.PREAU_SETTINGS) abortWithParent(controller);
  return controller.signal;
}

function abortWithParent(controller: AbortController): void {
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid !== parent) controller.abort();
    if (controller.signal.aborted) clearInterval(check);
  }, CHECK_MS);
  check.unref();
}

/** Resolves when the signal is aborted, at once if it is already. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
