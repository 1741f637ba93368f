import type { Token } from './tokenize.ts';

/** A text with the tokens that were cut from it. */
export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The words of some tokens, as they were written. */
export function textOf({ text, tokens }: Source, start: number, end: number): string {
  return text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? text.length);
}
