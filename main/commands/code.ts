import { keepCode, newCode } from '../settings/access-code.ts';
import type { Asked } from '../settings/flags.ts';
import { stateFolderOf } from '../settings/kiosk.ts';
import { prepareStateFolder } from '../settings/state-folder.ts';
import { startFailure } from '../shells/supervision/start-failure.ts';
import type { Print } from './print.ts';

/** `preau code`: makes a new code for the régie and prints it; resolves to the exit code. */
export async function runCode(
  asked: Pick<Asked, 'settings' | 'origins'>,
  print: Print,
  kioskHome?: string | null,
): Promise<number> {
  try {
    // Nobody asks for a code that is kept in root's own folder.
    const state = await stateFolderOf(asked, kioskHome);
    await prepareStateFolder(state);
    const code = newCode();
    await keepCode(state, code);
    print(
      `Code de la régie : ${code}\nNotez-le : il n’est gardé nulle part en clair. Le code d’avant et les sessions ouvertes ne valent plus.\n`,
    );
    return 0;
  } catch (error) {
    process.stderr.write(`${startFailure(error, asked.settings).message}\n`);
    return 2;
  }
}
