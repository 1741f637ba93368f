import { frenchTypography } from '../../lib/typography.ts';
import { plainOfHtml } from './plain-html.ts';
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

/**
 * A text of a calendar or a table as the wall may show it: without markup, telephone numbers and addresses, in French
 * typography: unlike a text with front matter, it was not written for the wall. Empty where nothing is left.
 */
export function publicText(text: string): string {
  return frenchTypography(redact(withoutInvitations(plainOfHtml(text.replace(MARKDOWN_FENCE, '--------'))))).trim();
}

/** The same on one line, for titles and places: calendar programs write addresses on several lines. */
export function publicLine(text: string): string {
  const line = plainOfHtml(text)
    .trim()
    .replace(/[\s,]*\n\s*/gu, ', ')
    .replace(/\s+/gu, ' ');
  return frenchTypography(redact(line)).trim();
}
