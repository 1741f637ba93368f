import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../lib/error-code.ts';

/**
 * Makes the state folder if it is missing, and checks that it can be written.
 * @throws the system's error (ENOTDIR, EACCES, EROFS …) where it cannot be used.
 */
export async function prepareStateFolder(folder: string): Promise<void> {
  await makeFolder(folder);
  await access(folder, constants.W_OK);
}

/** Makes a folder and those above it. `mkdir` with `recursive` never ends under /proc, where no folder can be made (Node 20). */
async function makeFolder(folder: string): Promise<void> {
  const above = dirname(folder);
  try {
    await mkdir(folder);
  } catch (error) {
    if (await isFolder(folder)) return;
    if (errorCode(error) !== 'ENOENT' || above === folder || (await isFolder(above))) throw error;
    await makeFolder(above);
    await makeFolder(folder);
  }
}

/** False for what is no folder, is not there, or does not answer. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
