import { frenchTypography } from '../../lib/typography.ts';

/** What is wrong with a document and what to do about it, in French; `line` from 1 where it is known. */
export interface Fault {
  /** Short, stable, for machines. */
  readonly code: string;
  readonly message: string;
  readonly advice: string;
  readonly line?: number;
}

/** A refusal as a value. */
export interface Refused {
  readonly ok: false;
  readonly fault: Fault;
}

/** A fault whose sentences follow French typography, whatever spaces and quotes they were written with. */
export function fault(code: string, message: string, advice: string, line?: number): Fault {
  const words = { code, message: frenchTypography(message), advice: frenchTypography(advice) };
  return line === undefined ? words : { ...words, line };
}

/** `fault` as the answer of a reader. */
export function refuse(code: string, message: string, advice: string, line?: number): Refused {
  return { ok: false, fault: fault(code, message, advice, line) };
}

/** A piece of a document quoted in a message: never longer than a line. */
export function quoted(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
  return `« ${short} »`;
}
