import type { Running, Timers } from '../supervision/keep-running.ts';

/** What Electron's `powerSaveBlocker` offers, for `prevent-display-sleep`. */
export interface Blocker {
  start(): number;
  stop(id: number): unknown;
}

/** The display kept awake, until it is stopped. */
export interface Awake extends Running {
  /** Asks the system anew: some forget the request when the machine has slept, or the display has changed. */
  rearm(): void;
}

/** How often the programme is asked whether the screen is lit: a display goes to sleep after minutes. */
const CHECK_MS = 30_000;

/**
 * Keeps the display awake while the screen is lit, and lets it sleep outside its hours. While the service does not answer,
 * it stays as it was: a screen that goes dark by mistake is worse than one that stays on.
 */
export function keepAwakeWhileLit(isLit: () => Promise<boolean>, blocker: Blocker, timers: Timers): Awake {
  let id: number | null = blocker.start();
  let cancel: (() => void) | null = null;
  let stopped = false;
  const release = (): void => {
    if (id !== null) blocker.stop(id);
    id = null;
  };
  const follow = async (): Promise<void> => {
    // The supervisor brings a service back that is away, and tells of it.
    const lit = await isLit().catch(() => null);
    if (stopped) return;
    if (lit === true) id ??= blocker.start();
    if (lit === false) release();
    cancel = timers.after(CHECK_MS, () => void follow());
  };
  void follow();
  return {
    rearm() {
      if (stopped || id === null) return;
      release();
      id = blocker.start();
    },
    async stop() {
      stopped = true;
      cancel?.();
      release();
    },
  };
}
