import type { Timers } from './keep-running.ts';

/** How often the hour is compared: also a clock that was set, or a machine that slept, is followed. */
const LOOK_MS = 30_000;

/** Minutes of the day of `04:30`; null for anything else. */
function minutesOf(hour: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(hour);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

export interface Nightly {
  /** `04:30`, local time of the machine; empty for never. */
  readonly hour: string;
  readonly timers: Timers;
  /** The local time of the machine. */
  now(): Date;
  reload(): void;
}

/** Calls `reload` once a day, in the minute of `hour`; returns how to stop. */
export function reloadNightly({ hour, timers, now, reload }: Nightly): () => void {
  const wanted = minutesOf(hour);
  if (wanted === null) return () => {};
  let doneOn = '';
  let cancel = (): void => {};
  const look = (): void => {
    const at = now();
    if (at.getHours() * 60 + at.getMinutes() === wanted && doneOn !== at.toDateString()) {
      doneOn = at.toDateString();
      reload();
    }
    cancel = timers.after(LOOK_MS, look);
  };
  look();
  return () => cancel();
}
