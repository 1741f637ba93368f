import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;
/** More spans than this are forgotten together. */
const MAX_SPANS = 2_000;

/** A day of a zone, and the epoch milliseconds at which it begins and ends. */
interface Span {
  readonly day: Temporal.PlainDate;
  readonly from: number;
  readonly to: number;
}

/** By zone and day of universal time. */
const spans = new Map<string, Span>();

/**
 * The day on which an instant lies in a zone, epoch milliseconds. Asked of each file of a folder, and most of them are of few days:
 * to ask Temporal each time was a twentieth of what reading a text costs.
 */
export function dayAt(ms: number, zone: string): Temporal.PlainDate {
  const at = Math.floor(ms);
  const key = `${zone} ${Math.floor(at / DAY_MS)}`;
  const known = spans.get(key);
  if (known !== undefined && known.from <= at && at < known.to) return known.day;
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const from = day.toZonedDateTime(zone).epochMilliseconds;
  const to = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  // Where clocks are changed around midnight, hours of another day may lie between the two.
  if (to - from !== DAY_MS) return day;
  if (spans.size >= MAX_SPANS) spans.clear();
  spans.set(key, { day, from, to });
  return day;
}
