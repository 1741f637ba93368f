/** How often the parent is asked after: the rest has to end within three seconds. */
const LOOK_MS = 250;

/**
 * Aborted when the process is asked to end. Asking again changes nothing: Ctrl+C under npm arrives twice, and
 * whatever has to end is killed within three seconds anyway.
 *
 * A SIGTERM to npm ends npm and the `sh` it runs scripts in, and goes no further (npm 10, dash): under npm, a parent
 * that is gone means the same as the signal. So it does to Electron, which a supervisor gave its settings: left alone, it
 * would keep its place from the next one.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => controller.abort());
  if (process.env.npm_lifecycle_event || process.env.PREAU_SETTINGS) abortWithParent(controller);
  return controller.signal;
}

function abortWithParent(controller: AbortController): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid !== parent) controller.abort();
    if (controller.signal.aborted) clearInterval(look);
  }, LOOK_MS);
  look.unref();
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
