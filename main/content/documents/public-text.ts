import { plainOfHtml } from './plain-html.ts';
import { redact } from './redact.ts';
import { frenchTypography } from './typography.ts';

/**
 * A text of a calendar or a table as the wall may show it: without markup, telephone numbers and addresses, in French
 * typography. Nobody wrote it for the wall, unlike a fiche. Empty where nothing is left.
 */
export function publicText(text: string): string {
  return frenchTypography(redact(plainOfHtml(text))).trim();
}

/** The same on one line, for titles and places: calendars write addresses on several. */
export function publicLine(text: string): string {
  const line = plainOfHtml(text)
    .trim()
    .replace(/[\s,]*\n\s*/gu, ', ')
    .replace(/\s+/gu, ' ');
  return frenchTypography(redact(line)).trim();
}
