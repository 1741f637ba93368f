import { type CalendarFile, readCalendarFile } from '../../../when/ical/read-calendar-file.ts';
import type { Refused } from '../../faults/fault.ts';
import type { Parse } from '../file-kind.ts';
import { decodeText } from '../text/decode-text.ts';
import { withWholeCharacters } from './whole-characters.ts';
import { withoutControls } from './without-controls.ts';

/** What a calendar holds. */
export type ParsedCalendar = { readonly ok: true } & CalendarFile;

/** The events of an `.ics`. */
export const parseCalendar: Parse<ParsedCalendar | Refused> = ({ bytes, zone, reference }) => {
  const decoded = decodeText(withWholeCharacters(withoutControls(bytes)));
  if (!decoded.ok) return decoded;
  const calendar = readCalendarFile(decoded.text, zone, reference);
  return { ok: true, ...calendar, faults: [...decoded.warnings, ...calendar.faults] };
};
