import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../../lib/error-code.ts';
import { memoByObject } from '../../../lib/memo-by-object.ts';
import { endingOf } from '../../endings.ts';
import type { FileEvent, FileEvents } from '../../file-events.ts';
import { isIgnored } from '../../ignored-names.ts';
import { isWithin, type Listing } from '../../listing.ts';
import { isAlertFolder, isScreensFolder, placeOf } from '../../place.ts';
import { MAX_DEPTH } from '../../scan.ts';
import { askShare } from '../../share-queue.ts';
import { isPackage } from '../foreign/foreign-files.ts';

/** What lies where alerts may lie; paths in the content folder. */
interface Found {
  readonly files: string[];
  /** Folders that may not be listed, and links to folders, which only a scan follows. */
  readonly closed: string[];
}

/** What is in a folder of the content folder; nothing where there is none, and where it may not be listed. */
async function entriesOf(root: string, folder: string, { closed }: Found): Promise<Dirent[]> {
  try {
    const entries = await askShare(() => readdir(join(root, folder), { withFileTypes: true }), true);
    return entries.filter(({ name }) => !isIgnored(name));
  } catch (error) {
    const code = errorCode(error);
    if (folder !== '' && ['EACCES', 'EPERM'].includes(code)) closed.push(folder);
    // Most of the time there is no such folder: nobody has an alert to give.
    else if (!['ENOENT', 'ENOTDIR'].includes(code)) throw error;
    return [];
  }
}

const within = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The folders where an alert may lie, `alerte` and the like, at the top and in each screen's own folder. */
async function alertFolders(root: string, found: Found): Promise<string[]> {
  const inFolder = async (folder: string, isWanted: (name: string) => boolean) =>
    (await entriesOf(root, folder, found)).flatMap(({ name }) => (isWanted(name) ? [within(folder, name)] : []));
  const inFolders = async (folders: readonly string[], isWanted: (name: string) => boolean) =>
    (await Promise.all(folders.map((folder) => inFolder(folder, isWanted)))).flat();
  const top = await inFolder('', () => true);
  const screens = await inFolders(top.filter(isScreensFolder), () => true);
  return [...top.filter(isAlertFolder), ...(await inFolders(screens, isAlertFolder))];
}

/** Adds what is in a folder of alerts and in the folders in it. */
async function addFrom(root: string, folder: string, found: Found): Promise<void> {
  const entries = await entriesOf(root, folder, found);
  await Promise.all(
    entries.map(async (entry) => {
      const path = within(folder, entry.name);
      const isFolder = entry.isDirectory() && !isPackage(endingOf(entry.name));
      if (isFolder && path.split('/').length <= MAX_DEPTH) await addFrom(root, path, found);
      else if (isFolder || (entry.isSymbolicLink() && (await isLinkToFolder(join(root, path)))))
        found.closed.push(path);
      else if (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) found.files.push(path);
    }),
  );
}

const isLinkToFolder = (absolute: string): Promise<boolean> =>
  askShare(() => stat(absolute), true).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

/** Paths of the alerts among the files of a listing, which stays the same for most of the looks. */
const alertsIn = memoByObject((files: Listing['files']) => [...files.keys()].filter((path) => placeOf(path).alert));

/**
 * What differs in the alert folders from what the last listing saw; null where only a scan of all can tell. On a network share,
 * the whole folder takes too long to be listed twice a second; these few do not. What is known of a folder that may not be
 * listed stands: it must not have all others scanned again and again.
 */
export async function changedAlerts(root: string, listing: Listing): Promise<FileEvents | null> {
  const found: Found = { files: [], closed: [] };
  try {
    const folders = await alertFolders(root, found);
    await Promise.all(folders.map((folder) => addFrom(root, folder, found)));
    // What the scan refused is in no listing, and must not be taken for a change each time.
    const refused = new Set(listing.problems.map(({ file }) => file));
    const now = new Set(found.files.filter((path) => !refused.has(path)));
    const changed = new Map<string, FileEvent>();
    for (const path of alertsIn(listing.files)) {
      if (!now.has(path) && !isWithin(path, found.closed)) changed.set(path, 'renamed');
    }
    for (const path of now) {
      const file = listing.files.get(path);
      const stats = file && (await askShare(() => stat(join(root, path)), true));
      if (!file) changed.set(path, 'renamed');
      else if (file.size !== stats?.size || file.mtimeMs !== stats.mtimeMs) changed.set(path, 'changed');
    }
    return changed;
  } catch {
    return null; // A file is moving, or the share is gone: the full scan finds out which.
  }
}
