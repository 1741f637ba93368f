import { clockText, minutesPerDay } from '../wall-time.ts';
import type { HourWindow } from '../when.ts';
import type { Occurrence } from './strand.ts';

/** Time of day of a wall minute, `14:30`; null for midnight. */
export function timeOfDay(wall: number): string | null {
  const minute = ((wall % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return minute === 0 ? null : clockText(Math.floor(minute / 60), minute % 60);
}

/** Hours of an occurrence of 24 hours at most. One without an end has a start alone. */
export function hoursOf({ from, to }: Occurrence): HourWindow {
  const start = timeOfDay(from);
  if (to > from) return { from: start, to: timeOfDay(to) };
  return start === null ? { from: null, to: null } : { from: start, to: null, startOnly: true };
}
