import type { Running, Timers } from './supervision/keep-running.ts';

/** What Electron's `powerSaveBlocker` offers, for `prevent-display-sleep`. */
export interface Blocker {
  start(): number;
  stop(id: number): unknown;
}

/** How often the programme is asked whether the screen is lit: a display goes to sleep after minutes. */
const LIT_CHECK_MS = 30_000;
/** While it is dark an alert may light it at any time. */
const DARK_CHECK_MS = 2_000;

/**
 * Calls `onChange` with whether the screen is lit, at once and whenever that changes. While the service does not answer,
 * nothing changes: a screen that goes dark by mistake is worse than one that stays on.
 */
export function followLit(isLit: () => Promise<boolean>, onChange: (lit: boolean) => void, timers: Timers): Running {
  let last: boolean | null = null;
  let cancel: (() => void) | null = null;
  let stopped = false;
  const follow = async (): Promise<void> => {
    // The supervisor brings a service back that is away, and tells of it.
    const lit = await isLit().catch(() => last);
    if (stopped) return;
    if (lit !== null && lit !== last) onChange(lit);
    last = lit;
    cancel = timers.after(lit === false ? DARK_CHECK_MS : LIT_CHECK_MS, () => void follow());
  };
  void follow();
  return {
    async stop() {
      stopped = true;
      cancel?.();
    },
  };
}

/** The display kept awake, until it is stopped. */
export interface Awake extends Running {
  /** Asks the system anew: some forget the request when the machine has slept, or the display has changed. */
  rearm(): void;
}

/** Keeps the display awake while the screen is lit, and lets the system put it to sleep outside its hours. */
export function keepAwakeWhileLit(isLit: () => Promise<boolean>, blocker: Blocker, timers: Timers): Awake {
  let id: number | null = blocker.start();
  const release = (): void => {
    if (id !== null) blocker.stop(id);
    id = null;
  };
  const following = followLit(
    isLit,
    (lit) => {
      if (lit) id ??= blocker.start();
      else release();
    },
    timers,
  );
  return {
    rearm() {
      if (id === null) return;
      release();
      id = blocker.start();
    },
    async stop() {
      await following.stop();
      release();
    },
  };
}
