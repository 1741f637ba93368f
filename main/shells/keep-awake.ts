import type { Programme, Rotation } from '../contract.ts';
import type { Running, Timers } from './supervision/keep-running.ts';

/** What the programme of a screen says of its display. */
export type DisplayWish = Pick<Programme, 'lit' | 'rotation'>;

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
 * Calls `onChange` with what the programme says of the display, at once and whenever that changes. While the service does not
 * answer, nothing changes: a screen that goes dark by mistake is worse than one that stays on.
 */
export function followDisplay(
  ask: () => Promise<DisplayWish>,
  onChange: (now: DisplayWish, before: DisplayWish | null) => void,
  timers: Timers,
): Running {
  let last: DisplayWish | null = null;
  let cancel: (() => void) | null = null;
  let stopped = false;
  const follow = async (): Promise<void> => {
    // The supervisor brings a service back that is away, and tells of it.
    const now = await ask().catch(() => last);
    if (stopped) return;
    if (now !== null && (now.lit !== last?.lit || now.rotation !== last.rotation)) onChange(now, last);
    last = now;
    cancel = timers.after(now?.lit === false ? DARK_CHECK_MS : LIT_CHECK_MS, () => void follow());
  };
  void follow();
  return {
    async stop() {
      stopped = true;
      cancel?.();
    },
  };
}

/** How the display is to be turned now; null: as it is. Where `preau.yml` no longer says it, the display is upright again. */
export function newRotation(now: DisplayWish, before: DisplayWish | null): Rotation | null {
  if (now.rotation === before?.rotation) return null;
  return now.rotation ?? 0;
}

/** The display kept awake, until it is stopped. */
export interface Awake extends Running {
  /** Asks the system anew: some forget the request when the machine has slept, or the display has changed. */
  rearm(): void;
}

/** Keeps the display awake while the screen is lit, and lets the system put it to sleep outside its hours. */
export function keepAwakeWhileLit(ask: () => Promise<DisplayWish>, blocker: Blocker, timers: Timers): Awake {
  let id: number | null = blocker.start();
  const release = (): void => {
    if (id !== null) blocker.stop(id);
    id = null;
  };
  const following = followDisplay(
    ask,
    ({ lit }) => {
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
