const DAYS = /^(?:MO|TU|WE|TH|FR|SA|SU)$/u;
const FREQUENCIES: Readonly<Record<string, string>> = {
  D: 'DAILY',
  W: 'WEEKLY',
  MP: 'MONTHLY',
  MD: 'MONTHLY',
  YM: 'YEARLY',
  YD: 'YEARLY',
};

/** `1+` is 1, `2-` is the second from the end, `LD` the last day. */
const numberOf = (item: string) =>
  item === 'LD' ? '-1' : item.endsWith('-') ? `-${item.slice(0, -1)}` : item.replace('+', '');

/** `1+ TU TH` of a month by positions: 1TU, 1TH; null for days without a position before them. */
function positions(items: readonly string[]): string[] | null {
  const found: string[] = [];
  let nth = '';
  for (const item of items) {
    if (/^\d[+-]$/u.test(item)) nth = numberOf(item);
    else if (DAYS.test(item) && nth !== '') found.push(`${nth}${item}`);
    else return null;
  }
  return found;
}

function listOf(kind: string, items: readonly string[]): { name: string; list: string[] } | null {
  if (kind === 'D') return items.length === 0 ? { name: '', list: [] } : null;
  if (kind === 'W') return items.every((item) => DAYS.test(item)) ? { name: 'BYDAY', list: [...items] } : null;
  if (kind === 'MP') {
    const list = positions(items);
    return list && { name: 'BYDAY', list };
  }
  if (!items.every((item) => /^(?:\d{1,3}[+-]?|LD)$/u.test(item))) return null;
  const names: Readonly<Record<string, string>> = { MD: 'BYMONTHDAY', YM: 'BYMONTH', YD: 'BYYEARDAY' };
  return { name: names[kind] ?? '', list: items.map(numberOf) };
}

/**
 * A rule of vCalendar 1.0, which old telephones write (`W2 TU TH 20260630T000000`), as a RRULE; null for any other, and for one of
 * several days that counts (`#5`): programs do not agree whether it counts days or weeks.
 */
export function ruleOfVcalendar(text: string): string | null {
  const [head = '', ...rest] = text.trim().toUpperCase().split(/\s+/u);
  const [, kind = '', interval = ''] = /^(D|W|MP|MD|YM|YD)(\d{1,3})$/u.exec(head) ?? [];
  const end = rest.at(-1) ?? '';
  const isCounted = /^#\d{1,4}$/u.test(end);
  if (kind === '' || !(isCounted || /^\d{8}(?:T\d{6}Z?)?$/u.test(end))) return null;
  const days = listOf(kind, rest.slice(0, -1));
  const count = isCounted ? Number(end.slice(1)) : 0;
  if (!days || (count > 0 && days.list.length > 1)) return null;
  return [
    `FREQ=${FREQUENCIES[kind]}`,
    `INTERVAL=${interval}`,
    ...(days.list.length === 0 ? [] : [`${days.name}=${days.list.join()}`]),
    ...(isCounted ? (count === 0 ? [] : [`COUNT=${count}`]) : [`UNTIL=${end}`]),
  ].join(';');
}
