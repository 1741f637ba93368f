import type { Asked } from '../../settings/flags.ts';
import { HELP } from '../../settings/help.ts';
import type { Request } from './request.ts';

export interface AnswerTools {
  /** Runs a command; resolves to the exit code. */
  run(asked: Asked, print: (text: string) => void): Promise<number>;
  print(text: string): void;
  /** Says one French sentence to the person who started it. */
  tell(sentence: string): void;
}

/** Answers a command line that opens no window; resolves to the exit code. */
export async function answer(
  request: Exclude<Request, { kind: 'show' }>,
  { run, print, tell }: AnswerTools,
): Promise<number> {
  if (request.kind === 'read') return run(request.asked, print);
  if (request.kind === 'help') print(HELP);
  else tell(request.message);
  return request.kind === 'help' ? 0 : 2;
}
