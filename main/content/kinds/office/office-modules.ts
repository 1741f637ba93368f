import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canAccess } from '../../../lib/can-access.ts';

/** The parts of LibreOffice that packages bring apart. */
export type OfficeModule = 'Calc' | 'Impress' | 'Writer';

/** The part that opens the files of an ending. */
const moduleFor = (ending: string): OfficeModule =>
  ending === '.doc' || ending === '.rtf' ? 'Writer' : ending === '.xls' ? 'Calc' : 'Impress';

/** Where each part has its settings, beside the program: the last one is that of macOS. */
const REGISTRIES = ['../share/registry', '../Resources/registry'];

/**
 * The part that this LibreOffice lacks for the files of an ending; null where it has it, or where nobody can tell. Asked
 * beforehand: without Writer or Calc it would open an old document as if its bytes were a text.
 */
export async function missingModule(program: string, ending: string): Promise<OfficeModule | null> {
  const wanted = moduleFor(ending);
  const folder = dirname(await realpath(program).catch(() => program));
  for (const registry of REGISTRIES.map((path) => join(folder, path))) {
    if (await canAccess(join(registry, 'main.xcd'))) {
      return (await canAccess(join(registry, `${wanted.toLowerCase()}.xcd`))) ? null : wanted;
    }
  }
  return null;
}
