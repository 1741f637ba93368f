/** The lines of an event; a title of null is none. */
export const event = (uid: number | string, title: string | null, ...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  ...(title === null ? [] : [`SUMMARY:${title}`]),
  ...lines,
  'END:VEVENT',
];

/** The lines of a time zone and of its halves of the year. */
export const zoneOf = (tzid: string, ...parts: readonly (readonly string[])[]): string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${tzid}`,
  ...parts.flat(),
  'END:VTIMEZONE',
];

/** One half of a year: since when, from which offset, to which, by which rule. */
export const half = (
  name: 'STANDARD' | 'DAYLIGHT',
  start: string,
  from: string,
  to: string,
  rule?: string,
): string[] => [
  `BEGIN:${name}`,
  `DTSTART:${start}`,
  `TZOFFSETFROM:${from}`,
  `TZOFFSETTO:${to}`,
  ...(rule === undefined ? [] : [`RRULE:FREQ=YEARLY;${rule}`]),
  `END:${name}`,
];

/** A calendar file of these lines. */
export const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
