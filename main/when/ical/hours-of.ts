import { minutesPerDay } from '../wall-time.ts';
import type { HourWindow } from '../when.ts';
import type { Occurrence } from './strand.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** Time of day of a wall minute, `14:30`; null for midnight. */
export function timeOfDay(wall: number): string | null {
  const minute = ((wall % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return minute === 0 ? null : `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** Hours of an occurrence of 24 hours at most. One without an end has a start alone. */
export function hoursOf({ from, to }: Occurrence): HourWindow {
  const start = timeOfDay(from);
  if (to > from) return { from: start, to: timeOfDay(to) };
  return start === null ? { from: null, to: null } : { from: start, to: null, startOnly: true };
}
