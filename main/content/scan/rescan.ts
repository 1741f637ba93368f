import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../lib/error-code.ts';
import { askedInTurns } from '../../lib/in-turns.ts';
import { isPackage } from '../kinds/foreign/foreign-files.ts';
import { endingOf } from '../names/endings.ts';
import type { FileEvent, FileEvents } from './file-events.ts';
import { isIgnored } from './ignored-names.ts';
import { inOrderOfPaths, isWithin, type Listing, type SourceFile, sourceFile } from './listing.ts';
import { isOfAlerts, mayHoldAlerts } from './place.ts';
import { MAX_DEPTH, MAX_FILES, rootOf } from './scan.ts';
import { askShare } from './share-queue.ts';

/** Whether something happened in folders of alerts, and nowhere else. */
const areOfAlerts = (events: FileEvents): boolean => [...events.keys()].every(isOfAlerts);

/**
 * The listing with these files looked at again, and no other: in a folder of thousands, a change costs what changed. The same
 * listing where nothing but folders of alerts, or changes of folders, is told of. null where
 * that could differ from what a scan of all finds (a link, a folder, a name that cannot be reached, another root …): then the
 * folder must be scanned. An alert does not wait for a scan of a hundred thousand files or links: what else it is a name of is
 * found by the next scan. `onLook`: one more file has been looked at.
 */
export async function rescanFiles(
  root: string,
  listing: Listing,
  events: FileEvents,
  onLook: () => void = () => undefined,
): Promise<Listing | null> {
  if (!isPlain(listing, events) || (await rootOf(root)) !== listing.root) return null;
  const looks = await askedInTurns(events, ([path, event]) => look(root, path, event, listing).finally(onLook));
  // A disk that came off meanwhile takes its files away: they are not removed by anybody.
  if (looks.includes('unclear') || (await rootOf(root)) !== listing.root) return null;
  if (looks.every((found) => found === 'same')) return listing;
  const files = new Map(listing.files);
  /** Inodes of the files that have come. */
  const added = new Set<number>();
  for (const [index, path] of [...events.keys()].entries()) {
    const found = looks[index];
    if (found === undefined || found === 'unclear' || found === 'same') continue;
    if (found === 'gone') files.delete(path);
    else {
      if (!files.has(path)) added.add(found.inode);
      files.set(path, found);
    }
  }
  if (!areOfAlerts(events) && haveSeveralNames(files, added)) return null;
  if (files.size === 0 || (files.size > MAX_FILES && !areOfAlerts(events))) return null;
  return { ...listing, files: added.size > 0 ? inOrderOfPaths(files) : files };
}

/** Whether the events are of ordinary files, in a folder where the change of one file is the change of no other. */
function isPlain({ files, problems }: Listing, events: FileEvents): boolean {
  if (!areOfAlerts(events) && hasLimits(problems, files)) return false;
  const troubled = problems.map(({ file }) => file);
  return [...events.keys()].every((path) => {
    const names = path.split('/');
    const isReachable = names.length <= MAX_DEPTH + 1 && !path.includes('\ufffd') && !names.some(isIgnored);
    // What is listed as a file may have become a folder, and a package of macOS is listed as one file.
    const isInFile = names.some((_, index) => index > 0 && files.has(names.slice(0, index).join('/')));
    const isInPackage = names.slice(0, -1).some((name) => isPackage(endingOf(name)));
    return isReachable && !isInFile && !isInPackage && !isWithin(path, troubled);
  });
}

/** Whether files are left out, or are known by several names. */
function hasLimits(problems: Listing['problems'], files: Listing['files']): boolean {
  if (problems.some(({ code }) => code === 'too-many')) return true;
  for (const file of files.values()) if (file.aliased) return true;
  return false;
}

/** Whether one of these files is listed twice: under another spelling, on a disk to which both are the same name. */
function haveSeveralNames(files: Listing['files'], inodes: ReadonlySet<number>): boolean {
  if (inodes.size === 0) return false;
  const seen = new Set<number>();
  for (const { inode } of files.values()) {
    if (!inodes.has(inode)) continue;
    if (seen.has(inode)) return true;
    seen.add(inode);
  }
  return false;
}

async function look(
  root: string,
  path: string,
  event: FileEvent,
  { files }: Listing,
): Promise<SourceFile | 'gone' | 'same' | 'unclear'> {
  const absolute = join(root, path);
  try {
    // The folder of an alert comes just before it.
    const stats = await askShare(() => lstat(absolute), isOfAlerts(path));
    // Some systems say of a folder that it changed whenever something in it does, and tell of that too. Folders of alerts are
    // listed every second, also those that have just come.
    const isToldOf = event === 'changed' || mayHoldAlerts(path);
    if (isToldOf && stats.isDirectory() && !files.has(path)) return 'same';
    if (!stats.isFile() || stats.nlink > 1) return 'unclear';
    return sourceFile({ path, absolute }, stats, false, files.get(path));
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'gone' : 'unclear';
  }
}
