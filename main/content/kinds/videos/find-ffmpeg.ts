import { constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { canAccess } from '../../../lib/can-access.ts';

const FOLDERS = ['/usr/local/bin', '/opt/homebrew/bin', 'C:\\ffmpeg\\bin', 'C:\\Program Files\\ffmpeg\\bin'];

/** Path of the first ffmpeg that is found; null where there is none. */
export async function findFfmpeg(path = process.env.PATH ?? ''): Promise<string | null> {
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  for (const folder of [...path.split(delimiter), ...FOLDERS].filter((each) => each !== '')) {
    const program = join(folder, name);
    if (await canAccess(program, constants.X_OK)) return program;
  }
  return null;
}
