/** One component of a calendar file, as text, without alarms; `line` is that of its BEGIN, from 1. */
export interface CalendarBlock {
  readonly name: 'VEVENT' | 'VTIMEZONE';
  readonly line: number;
  readonly text: string;
  /** False where the file ends, or another component begins, before its END. */
  readonly whole: boolean;
}

const kept = new Set(['VEVENT', 'VTIMEZONE']);
const ownZone = /^X-WR-TIMEZONE(?:;[^:]*)?:\s*(\S+)\s*$/iu;
const mark = /^(BEGIN|END):([A-Z-]+)[ \t]*$/iu;

/**
 * Cuts a calendar file (RFC 5545) into its events and time zones, so that one that is broken costs no other. `isCalendar`:
 * whether it begins one at all. `zone`: the TZID that it gives for itself (X-WR-TIMEZONE, of Apple and Google), or null.
 */
export function calendarBlocks(text: string): { isCalendar: boolean; blocks: CalendarBlock[]; zone: string | null } {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  const blocks: CalendarBlock[] = [];
  let isCalendar = false;
  let zone: string | null = null;
  let open: { name: CalendarBlock['name']; line: number; lines: string[] } | null = null;
  let alarm = false;
  const close = (whole: boolean) => {
    if (open) blocks.push({ name: open.name, line: open.line, text: open.lines.join('\r\n'), whole });
    open = null;
    alarm = false;
  };
  lines.forEach((line, index) => {
    const [, side, found] = line.length < 40 ? (mark.exec(line.trimEnd()) ?? []) : [];
    const name = found?.toUpperCase() ?? '';
    const begins = side?.toUpperCase() === 'BEGIN';
    if (side && name === 'VCALENDAR') {
      isCalendar ||= begins;
      close(false);
    } else if (side && kept.has(name)) {
      if (begins) {
        close(false);
        open = { name: name as CalendarBlock['name'], line: index + 1, lines: [line] };
      } else if (open?.name === name) {
        open.lines.push(line);
        close(true);
      }
    } else if (side && name === 'VALARM') alarm = begins;
    else if (open && !alarm) open.lines.push(line);
    else if (!open) zone ??= ownZone.exec(line.slice(0, 200))?.[1] ?? null;
  });
  close(false);
  return { isCalendar, blocks, zone };
}
