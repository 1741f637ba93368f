import type { Temporal } from 'temporal-polyfill';
import { type EventList, headingAmong } from './find-heading.ts';
import { monthList } from './month-columns.ts';
import { weekList } from './month-weeks.ts';
import type { Row } from './rows.ts';

/**
 * The list of events that some rows are: a row each under a heading, or a calendar with a place for each day; null where they are
 * none. `titles`: of the file and around the table.
 */
export function eventList(
  rows: readonly Row[],
  reference: Temporal.PlainDate,
  titles: readonly string[] = [],
): EventList | null {
  const calendar = monthList(rows, reference) ?? weekList(rows, reference, titles);
  if (calendar !== null) return calendar;
  const head = headingAmong(rows);
  if (head === null) return null;
  const at = rows.indexOf(head.row);
  return { head, above: rows.slice(0, at), rows: rows.slice(at + 1), faults: head.faults };
}
