import { HELP } from '../../settings/help.ts';
import type { Request } from './request.ts';

/** Answers a command line that opens no window; resolves to the exit code. */
export async function answer(
  request: Exclude<Request, { kind: 'show' }>,
  print: (text: string) => void,
  tell: (sentence: string) => void,
): Promise<number> {
  if (request.kind === 'read') {
    const { runCommand } = await import('../../commands/run-command.ts');
    return runCommand(request.asked, print);
  }
  if (request.kind === 'help') print(HELP);
  else tell(request.message);
  return request.kind === 'help' ? 0 : 2;
}
