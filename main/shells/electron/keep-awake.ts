import type { Running, Timers } from '../supervision/keep-running.ts';

/** What Electron's `powerSaveBlocker` offers, for `prevent-display-sleep`. */
export interface Blocker {
  start(): number;
  stop(id: number): unknown;
}

/** How often the programme is asked whether the screen is lit: a display sleeps after minutes. */
const LOOK_MS = 30_000;

/**
 * Keeps the display awake while the screen is lit, and lets it sleep outside its hours. While the service does not
 * answer, it stays as it was: a screen that goes dark by mistake is worse than one that stays on.
 */
export function keepAwakeWhileLit(isLit: () => Promise<boolean>, blocker: Blocker, timers: Timers): Running {
  let id: number | null = blocker.start();
  let cancel: (() => void) | null = null;
  let stopped = false;
  const follow = (lit: boolean): void => {
    if (stopped) return;
    if (lit) id ??= blocker.start();
    else if (id !== null) {
      blocker.stop(id);
      id = null;
    }
  };
  const look = async (): Promise<void> => {
    try {
      follow(await isLit());
    } finally {
      if (!stopped) cancel = timers.after(LOOK_MS, run);
    }
  };
  const run = (): void => {
    // The service is away: the supervisor brings it back and tells of it.
    look().catch(() => undefined);
  };
  run();
  return {
    async stop() {
      stopped = true;
      cancel?.();
      if (id !== null) blocker.stop(id);
      id = null;
    },
  };
}
