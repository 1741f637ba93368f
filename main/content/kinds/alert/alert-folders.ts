import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../../lib/error-code.ts';
import { memoByObject } from '../../../lib/memo-by-object.ts';
import type { FileEvent, FileEvents } from '../../file-events.ts';
import { isIgnored } from '../../ignored-names.ts';
import type { Listing } from '../../listing.ts';
import { isAlertFolder, isScreensFolder, placeOf } from '../../place.ts';
import { askShare } from '../../share-queue.ts';

async function list(folder: string): Promise<string[]> {
  try {
    return await askShare(() => readdir(folder), true);
  } catch (error) {
    // Most of the time there is no such folder: nobody has an alert to give.
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw error;
  }
}

/** The folders where an alert may lie, `alerte` and the like, at the top and in each screen's own folder. */
async function alertFolders(root: string): Promise<string[]> {
  const top = await list(root);
  const screens = top.filter(isScreensFolder);
  const own = await Promise.all(
    screens.map(async (folder) => (await list(join(root, folder))).map((name) => `${folder}/${name}`)),
  );
  const inside = await Promise.all(
    own
      .flat()
      .map(async (folder) => (await list(join(root, folder))).filter(isAlertFolder).map((name) => `${folder}/${name}`)),
  );
  return [...top.filter(isAlertFolder), ...inside.flat()];
}

/** Paths of the alerts among the files of a listing, which stays the same for most of the looks. */
const alertsIn = memoByObject((files: Listing['files']) => [...files.keys()].filter((path) => placeOf(path).alert));

/**
 * What differs in the alert folders from what the last listing saw; null where only a scan of all can tell. On a network share,
 * the whole folder takes too long to be listed twice a second; these few do not.
 */
export async function changedAlerts(root: string, listing: Listing): Promise<FileEvents | null> {
  try {
    const folders = await alertFolders(root);
    const paths = await Promise.all(
      folders.map(async (folder) =>
        (await list(join(root, folder))).filter((name) => !isIgnored(name)).map((name) => `${folder}/${name}`),
      ),
    );
    // What the scan refused is in no listing, and must not be taken for a change each time.
    const refused = new Set(listing.problems.map(({ file }) => file));
    const now = new Set(paths.flat().filter((path) => !refused.has(path)));
    const changed = new Map<string, FileEvent>();
    for (const path of alertsIn(listing.files)) if (!now.has(path)) changed.set(path, 'renamed');
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
