import { type CalendarFile, readCalendarFile } from '../../../when/ical/read-calendar-text.ts';
import type { Refused } from '../../fault.ts';
import type { Parse } from '../file-kind.ts';
import { decodeText } from '../text/decode-text.ts';

/** What a calendar holds. */
export type ParsedCalendar = { readonly ok: true } & CalendarFile;

/** The events of an `.ics`. */
export const parseCalendar: Parse<ParsedCalendar | Refused> = ({ bytes, zone, reference }) => {
  const decoded = decodeText(bytes);
  return decoded.ok ? { ok: true, ...readCalendarFile(decoded.text, zone, reference) } : decoded;
};
