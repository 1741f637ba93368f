import type { Timers } from './keep-running.ts';

/** How often the build on the disk is looked at. The packages replace their files within a second or two. */
const LOOK_MS = 3_000;

export interface UpgradeWatch {
  /** The build that runs; null when running from sources, which are never upgraded. */
  readonly running: string | null;
  /** The build on the disk; null where there is none, or only a part of it. */
  onDisk(): string | null;
  readonly timers: Timers;
  /** Another build is on the disk, whole. Called once. */
  onUpgrade(): void;
}

/**
 * Looks whether another build has taken the place of the one that runs, and stands still since the last look. The service
 * then ends, and its shell starts the new one, while the page plays on.
 */
export function watchUpgrade({ running, onDisk, timers, onUpgrade }: UpgradeWatch): void {
  if (running === null) return;
  const look = (before: string | null): void => {
    const now = onDisk();
    if (now !== null && now !== running && now === before) onUpgrade();
    else timers.after(LOOK_MS, () => look(now));
  };
  look(running);
}
