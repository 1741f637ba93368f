import type { Problem } from '../../contract.ts';
import { compact } from '../../lib/compact.ts';
import { frenchList } from '../../lib/french-list.ts';
import { frenchTypography } from '../../lib/typography.ts';

/** What is wrong with one file and what to do about it, in French. The caller adds the file: a `Problem`. */
export interface Fault {
  /** Short, stable, for machines: `file-truncated`. */
  readonly code: string;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do, one sentence. */
  readonly advice: string;
  /** The line of a text file that it is about, from 1. */
  readonly line?: number;
  /** Of a warning: Préau guessed what was meant (`guessed`), or a part of the file is not on the wall (`dropped`). */
  readonly about?: Problem['about'];
  /** True where the same file may be read later: its copy may be unfinished, or the machine is short of something. */
  readonly retry: boolean;
}

/** The part of a fault that people read; the faults of dates and settings have it too. */
export type Sentences = Pick<Fault, 'code' | 'message' | 'advice' | 'about'>;

/**
 * A fault that stays until the file changes. The one place where sentences get their French typography, whatever spaces
 * and quotes they were written with.
 */
export function fault(code: string, message: string, advice: string, line?: number): Fault {
  const words = { code, message: frenchTypography(message), advice: frenchTypography(advice), retry: false };
  return line === undefined ? words : { ...words, line };
}

/** A fault that may pass although the file does not change, so that it is read again later. */
export const passingFault = (code: string, message: string, advice: string): Fault => ({
  ...fault(code, message, advice),
  retry: true,
});

/** A warning of what Préau guessed: the file is shown as it was most likely meant. */
export const guessed = (code: string, message: string, advice: string, line?: number): Fault => ({
  ...fault(code, message, advice, line),
  about: 'guessed',
});

/** A warning of what is left out: a part of the file is not on the wall. */
export const dropped = (code: string, message: string, advice: string, line?: number): Fault => ({
  ...fault(code, message, advice, line),
  about: 'dropped',
});

/** The answer of whatever could not do its work. */
export interface Refused {
  readonly ok: false;
  readonly fault: Fault;
}

export const refuse = (fault: Fault): Refused => ({ ok: false, fault });

/** A fault of a file as the report, `preau check` and the catalogue show it. */
export function problemOf(file: string, severity: Problem['severity'], words: Sentences): Problem {
  const { code, message, advice, about } = words;
  return { file, severity, code, message, advice, ...compact({ about }) };
}

/** Words of a file as a message quotes them: 80 characters at most. */
export function quoted(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
  return `« ${short} »`;
}

/** As many are quoted one by one. */
const MAX_QUOTED = 5;

/** Words of a file, each quoted, as a message lists them; « … et 3 autres » where there are many. */
export function quotedList(texts: readonly string[]): string {
  const more = texts.length - MAX_QUOTED;
  const others = more > 1 ? [`${more} autres`] : more === 1 ? ['un autre'] : [];
  return frenchList([...texts.slice(0, MAX_QUOTED).map(quoted), ...others]);
}
