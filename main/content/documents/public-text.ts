import { frenchTypography } from '../../lib/typography.ts';
import type { Fault } from '../faults/fault.ts';
import { webAddress } from '../kinds/text/markdown.ts';
import { contactsTaken, isNone, meetingTaken, noneTaken, plus, takenOf } from '../privacy/taken.ts';
import { isMeetingLink, lineWithoutMeetings, type WithoutMeetings, withoutMeetings } from './online-meetings.ts';
import { plainOfHtml } from './plain-html.ts';
import { privateParts } from './private-parts.ts';
import { redact } from './redact.ts';

/** Lines of signs that are marks of Markdown too, which `plainOfHtml` takes away. */
const MARKDOWN_FENCE = /[_*]{8,}/gu;

/** The texts of a calendar or a table as the wall may show them. Nobody wrote them for the wall, unlike a notice. */
export interface PublicWords {
  /** Without markup, telephone numbers and addresses, in French typography; empty where nothing is left. */
  text(written: string): string;
  /** The same on one line, for titles and places: calendars write addresses on several. */
  line(written: string): string;
  /** A web address that the wall may show as a code; null for that of a meeting, which lets anybody join, and for anything else. */
  link(written: string): string | null;
  /** The same as `line` for a place. One that is a web address is a meeting online: it has no venue, and passers-by are not invited. */
  venue(written: string): string;
  /** What is to be told of all that was taken out so far; `name` is the name of the file. */
  faults(name: string): Fault[];
}

/** `keepsContacts`: staff wrote that the contacts of the file are public. */
export function publicWords(keepsContacts: boolean): PublicWords {
  let taken = noneTaken;
  let hasMeeting = false;
  const open = ({ text, isTaken }: WithoutMeetings): string => {
    hasMeeting ||= isTaken;
    return text;
  };
  const clean = (plain: string): string => {
    if (keepsContacts) return frenchTypography(plain).trim();
    taken = plus(taken, takenOf(privateParts(plain)));
    return frenchTypography(redact(plain)).trim();
  };
  const line = (written: string): string => {
    const joined = plainOfHtml(written)
      .trim()
      .replace(/[\s,]*\n\s*/gu, ', ')
      .replace(/\s+/gu, ' ');
    return clean(open(lineWithoutMeetings(joined)));
  };
  return {
    text: (written) => clean(open(withoutMeetings(plainOfHtml(written.replace(MARKDOWN_FENCE, '--------'))))),
    line,
    link: (written) => {
      const address = webAddress(written);
      if (address === null || !isMeetingLink(address)) return address;
      hasMeeting = true;
      return null;
    },
    venue: (written) => {
      if (webAddress(written) === null) return line(written);
      hasMeeting = true;
      return '';
    },
    faults: (name) => [
      ...(isNone(taken) ? [] : [contactsTaken(taken, name, false)]),
      ...(hasMeeting ? [meetingTaken()] : []),
    ],
  };
}
