import { frenchTypography } from '../../lib/typography.ts';
import { plainOfHtml } from './plain-html.ts';
import { redact } from './redact.ts';

/** A line of signs, by which a program fences off what it adds to a description. */
const FENCE = /^[\s]*[-_=~:*]{8,}[\s]*$/mu;
/** These signs are also marks of Markdown, which would be cleaned away. */
const MARKDOWN_FENCE = /[_*]{8,}/gu;

/** Without the blocks by which Teams, Meet and Zoom let anyone who reads them join a meeting. */
function withoutInvitations(text: string): string {
  const [own = '', ...fenced] = text.split(FENCE);
  return [own, ...fenced.filter((block) => !/https?:\/\//iu.test(block))].join('\n\n');
}

/**
 * A text of a calendar or a table as the wall may show it: without markup, telephone numbers and addresses, in French
 * typography. Nobody wrote it for the wall, unlike a fiche. Empty where nothing is left.
 */
export function publicText(text: string): string {
  return frenchTypography(redact(withoutInvitations(plainOfHtml(text.replace(MARKDOWN_FENCE, '--------'))))).trim();
}

/** The same on one line, for titles and places: calendars write addresses on several. */
export function publicLine(text: string): string {
  const line = plainOfHtml(text)
    .trim()
    .replace(/[\s,]*\n\s*/gu, ', ')
    .replace(/\s+/gu, ' ');
  return frenchTypography(redact(line)).trim();
}
