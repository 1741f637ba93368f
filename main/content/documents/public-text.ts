import { frenchTypography } from '../../lib/typography.ts';
import type { Fault } from '../fault.ts';
import { contactsTaken, isNone, noneTaken, plus, takenOf } from '../privacy/taken.ts';
import { plainOfHtml } from './plain-html.ts';
import { privateParts } from './private-parts.ts';
import { redact } from './redact.ts';

/** A line of signs, which a program writes before and after what it adds to a description. */
const FENCE = /^[\s]*[-_=~:*]{8,}[\s]*$/mu;
/** The same signs where they are marks of Markdown, which are removed later. */
const MARKDOWN_FENCE = /[_*]{8,}/gu;

/** A text without the blocks of Teams, Meet and Zoom, whose links let anybody join the meeting. */
function withoutInvitations(text: string): string {
  const [own = '', ...fenced] = text.split(FENCE);
  return [own, ...fenced.filter((block) => !/https?:\/\//iu.test(block))].join('\n\n');
}

/** The texts of a calendar or a table as the wall may show them. Nobody wrote them for the wall, unlike a notice. */
export interface PublicWords {
  /** Without markup, telephone numbers and addresses, in French typography; empty where nothing is left. */
  text(written: string): string;
  /** The same on one line, for titles and places: calendars write addresses on several. */
  line(written: string): string;
  /** What is to be told of all that was taken out so far; `name` is the name of the file. */
  faults(name: string): Fault[];
}

/** `keepsContacts`: staff wrote that the contacts of the file are public. */
export function publicWords(keepsContacts: boolean): PublicWords {
  let taken = noneTaken;
  const clean = (plain: string): string => {
    if (keepsContacts) return frenchTypography(plain).trim();
    taken = plus(taken, takenOf(privateParts(plain)));
    return frenchTypography(redact(plain)).trim();
  };
  return {
    text: (written) => clean(withoutInvitations(plainOfHtml(written.replace(MARKDOWN_FENCE, '--------')))),
    line: (written) =>
      clean(
        plainOfHtml(written)
          .trim()
          .replace(/[\s,]*\n\s*/gu, ', ')
          .replace(/\s+/gu, ' '),
      ),
    faults: (name) => (isNone(taken) ? [] : [contactsTaken(taken, name, false)]),
  };
}
