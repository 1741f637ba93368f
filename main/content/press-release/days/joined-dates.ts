import { Temporal } from 'temporal-polyfill';
import { labelled } from '../../../when/french/label.ts';
import type { WhenRule } from '../../../when/when.ts';

const PART_OF_DAY = /^(?:le |l['’]|en |au |dans la )?(?:matin(?:ée)?|après-midi|soir(?:ée)?)$/iu;

/** « Après-midi : UNSS, 13h30 » begins at 13 h 30. */
export function clockFirst(hours: readonly string[]): readonly string[] {
  const onClock = hours.filter((text) => !PART_OF_DAY.test(text.trim()));
  return onClock.length > 0 ? onClock : hours;
}

/** « Lundi 11 mai : début des oraux (jusqu’au 15 mai) » does not begin before its day. */
export function lastsUntil(days: WhenRule, when: WhenRule): WhenRule {
  const [[first, ...more], [until, ...others]] = [days.ranges, when.ranges];
  const from = first?.from ?? null;
  const to = until?.to ?? null;
  const isOne = more.length + others.length + when.weekdays.length === 0;
  if (!isOne || from === null || to === null || until?.from !== null || from > to) return when;
  return labelled({ ...when, ranges: [{ ...until, from }] }, Temporal.PlainDate.from(from));
}
