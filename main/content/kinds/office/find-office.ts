import { constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { canAccess } from '../../../lib/can-access.ts';

/** Where LibreOffice is installed, besides the folders of the PATH. */
const FOLDERS = [
  'C:\\Program Files\\LibreOffice\\program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  '/usr/lib/libreoffice/program',
  '/opt/libreoffice/program',
  '/snap/bin',
];

/** Path of the first LibreOffice that is found; null where there is none. */
export async function findOffice(): Promise<string | null> {
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...FOLDERS];
  for (const folder of folders.filter((path) => path !== '')) {
    for (const name of names) {
      const path = join(folder, name);
      if (await canAccess(path, constants.X_OK)) return path;
    }
  }
  return null;
}
