import type { Timers } from './keep-running.ts';

/** How often it is looked which build is installed. */
const LOOK_MS = 2_000;

export interface UpgradeWatch {
  /** The build that is installed, whole; null where there is none, or where it is being replaced. */
  installed(): string | null;
  readonly timers: Timers;
  /** Another build has taken its place. Called once. */
  onUpgrade(): void;
}

/**
 * Looks whether another build is installed than at this call. The service then ends, and its shell starts the new one, while
 * the page plays on. What is not installed (a checkout) is never upgraded.
 */
export function watchUpgrade({ installed, timers, onUpgrade }: UpgradeWatch): void {
  const running = installed();
  if (running === null) return;
  const look = (): void => {
    const now = installed();
    if (now !== null && now !== running) onUpgrade();
    else timers.after(LOOK_MS, look);
  };
  timers.after(LOOK_MS, look);
}
