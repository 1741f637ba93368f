import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Where LibreOffice is installed, besides the folders of the PATH. */
const FOLDERS = [
  'C:\\Program Files\\LibreOffice\\program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  '/usr/lib/libreoffice/program',
  '/opt/libreoffice/program',
  '/snap/bin',
];

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Path of the first LibreOffice that is found; null where there is none. */
export async function findOffice(): Promise<string | null> {
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...FOLDERS];
  for (const folder of folders.filter((path) => path !== '')) {
    for (const name of names) {
      const path = join(folder, name);
      if (await isExecutable(path)) return path;
    }
  }
  return null;
}
