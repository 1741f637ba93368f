import { readdir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { errorCode } from '../../../lib/error-code.ts';
import { memoByObject } from '../../../lib/memo-by-object.ts';
import { endingOf } from '../../names/endings.ts';
import type { FileEvent, FileEvents } from '../../scan/file-events.ts';
import { isIgnored } from '../../scan/ignored-names.ts';
import { isWithin, type Listing } from '../../scan/listing.ts';
import { isAlertFolder, isScreensFolder, placeOf } from '../../scan/place.ts';
import { MAX_DEPTH } from '../../scan/scan.ts';
import { askShare } from '../../scan/share-queue.ts';
import { isPackage } from '../foreign/foreign-files.ts';

/** What lies where alerts may lie; paths in the content folder. */
interface Found {
  readonly files: string[];
  /** Folders that may not be listed, and links to folders, which only a scan follows. */
  readonly closed: string[];
}

/** What `list` gives of a folder of the content folder; nothing where there is none, and where it may not be listed. */
async function listed<T>(folder: string, { closed }: Found, list: () => Promise<T[]>): Promise<T[]> {
  try {
    return await askShare(list, true);
  } catch (error) {
    const code = errorCode(error);
    if (folder !== '' && ['EACCES', 'EPERM'].includes(code)) closed.push(folder);
    // Most of the time there is no such folder: nobody has an alert to give.
    else if (!['ENOENT', 'ENOTDIR'].includes(code)) throw error;
    return [];
  }
}

/** The folders where an alert may lie, `alerte` and the like, at the top and in each screen's own folder. */
async function alertFolders(root: string, found: Found): Promise<string[]> {
  // Of the thousands of names at the top, each second: nothing but whether they are names of such folders.
  const names = (folder: string) => listed(folder, found, () => readdir(join(root, folder)));
  const within = async (folders: readonly string[]) =>
    (await Promise.all(folders.map(async (folder) => (await names(folder)).map((name) => `${folder}/${name}`)))).flat();
  const top = await names('');
  const screens = await within(top.filter(isScreensFolder));
  const own = (await within(screens)).filter((path) => isAlertFolder(posix.basename(path)));
  return [...top.filter(isAlertFolder), ...own];
}

/** Adds what is in a folder of alerts and in the folders in it. */
async function addFrom(root: string, folder: string, found: Found): Promise<void> {
  const entries = await listed(folder, found, () => readdir(join(root, folder), { withFileTypes: true }));
  await Promise.all(
    entries.map(async (entry) => {
      if (isIgnored(entry.name)) return;
      const path = `${folder}/${entry.name}`;
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
