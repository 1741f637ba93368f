import type { TextItem } from '../../../programme/item.ts';
import type { Fault } from '../../faults/fault.ts';
import type { SoleDay } from '../../press-release/days/sole-day.ts';

/** What the words of a text say of how long it is worth being shown. */
export interface DaysTold {
  /** Told where the file has no date: the days that its text names. */
  readonly namedDays: Fault | null;
  /** The one day that it is about. */
  readonly soleDay?: SoleDay | null;
}

/** A text without a date of its own: it lasts until the one day that it is about, or what days it names is told. */
export function withDaysTold(
  item: TextItem,
  { namedDays, soleDay }: DaysTold,
): { readonly item: TextItem; readonly told: readonly Fault[] } {
  if (item.when !== null) return { item, told: [] };
  // What does not take place has a way of its own to say so.
  if (soleDay && item.status === undefined) return { item: { ...item, when: soleDay.until }, told: [soleDay.told] };
  return { item, told: namedDays === null ? [] : [namedDays] };
}
