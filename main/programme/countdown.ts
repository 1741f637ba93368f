import { Temporal } from 'temporal-polyfill';
import { dayLabel, hoursLabel } from '../when/french/label.ts';
import { windowsOn } from '../when/occurrence.ts';
import type { WhenRule } from '../when/when.ts';

/** What is left until a day, as a countdown shows it. */
export interface Left {
  /** 0 on the day itself, and after it. */
  readonly days: number;
  /** On the day itself, hours rounded up: 0 when the hour has come. Absent where no hour is known. */
  readonly hours?: number;
}

const HOUR_MS = 3_600_000;

/** The day that a countdown waits for. */
export function targetDay({ ranges }: WhenRule): Temporal.PlainDate {
  return Temporal.PlainDate.from(ranges[0]?.from ?? '1970-01-01');
}

/** « vendredi 26 juin », « vendredi 26 juin, 9 h – 12 h »; with its year where it is not that of `seen`. */
export function targetLabel(target: WhenRule, seen?: Temporal.PlainDate): string {
  const day = targetDay(target);
  const label = seen === undefined || seen.year === day.year ? dayLabel(day) : `${dayLabel(day)} ${day.year}`;
  const hours = hoursLabel(windowsOn(target, day).filter(({ from, to }) => from !== null || to !== null));
  return hours === '' ? label : `${label}, ${hours}`;
}

/** When the hour comes, in the zone of `at`; null where no hour is known. */
function beginning(target: WhenRule, zone: string): Temporal.ZonedDateTime | null {
  const day = targetDay(target);
  const from = windowsOn(target, day)[0]?.from ?? null;
  return from === null ? null : day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(from) });
}

/** What is left until the day of `target`, as seen at `at`. */
export function leftUntil(target: WhenRule, at: Temporal.ZonedDateTime): Left {
  const days = Math.max(0, at.toPlainDate().until(targetDay(target)).days);
  const begins = days > 0 ? null : beginning(target, at.timeZoneId);
  if (begins === null) return { days };
  return { days, hours: Math.max(0, Math.ceil((begins.epochMilliseconds - at.epochMilliseconds) / HOUR_MS)) };
}

/** The instants after `at`, on the day itself, at which an hour less is left; epoch milliseconds. */
export function hoursAhead(target: WhenRule, at: Temporal.ZonedDateTime): number[] {
  const { hours = 0 } = leftUntil(target, at);
  const begins = hours > 0 ? beginning(target, at.timeZoneId) : null;
  if (begins === null) return [];
  return Array.from({ length: hours }, (_, left) => begins.epochMilliseconds - left * HOUR_MS).filter(
    (instant) => instant > at.epochMilliseconds,
  );
}
