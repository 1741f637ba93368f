import type { DayRange, HourWindow, WhenRule } from '../../../main/when/when.ts';

/** `09:00-12:00`, `09:00-` for an open end, `09:00` for a start alone. */
export function briefHours({ from, to, startOnly }: HourWindow): string {
  return startOnly ? (from ?? '') : `${from ?? ''}-${to ?? ''}`;
}

/** A rule in one line: ranges, weekdays, months, exceptions, hours; what is empty is left out. */
export function brief(when: WhenRule): string {
  const range = ({ from, to, begins, ends }: DayRange) =>
    from === to && from !== null
      ? from
      : `${from ?? ''}${begins ? `T${begins}` : ''}..${to ?? ''}${ends ? `T${ends}` : ''}`;
  const weekday = ({ weekday, nth }: { weekday: number; nth?: number }) =>
    `${nth === undefined ? '' : `${nth}#`}${weekday}`;
  return [
    when.ranges.map(range).join(','),
    when.weekdays.length > 0 ? `w${when.weekdays.map(weekday).join(',')}` : '',
    when.months.length > 0 ? `m${when.months.join(',')}` : '',
    when.except.ranges.length > 0 ? `-${when.except.ranges.map(range).join(',')}` : '',
    when.except.weekdays.length > 0 ? `-w${when.except.weekdays.join(',')}` : '',
    when.hours.length > 0 ? `h${when.hours.map(briefHours).join(',')}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
