/** The zone before the service has told that of the place. */
const DEFAULT_ZONE = 'Europe/Paris';

/** The texts of a clock. */
export interface ClockWords {
  readonly hour: string;
  readonly minute: string;
  readonly date: string;
}

/** The zone in brackets of an RFC 9557 instant, which is that of the place; that of Paris where there is none. */
export function zoneOf(at: string): string {
  return /\[([\w/+:-]+)\]/u.exec(at)?.[1] ?? DEFAULT_ZONE;
}

/**
 * « 09 », « 41 » and « lundi 23 novembre 2026 » for an instant (epoch milliseconds) in a zone; « lundi 23 novembre » without
 * the year, which nobody who passes asks for.
 */
export function clockWords(now: number, zone: string, withYear: boolean): ClockWords {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: zone });
  const parts = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const date = format(withYear ? { ...day, year: 'numeric' } : day).format(now);
  return { hour: part('hour'), minute: part('minute'), date: date.replace(/ 1 (?=\p{L})/u, ' 1er ') };
}
