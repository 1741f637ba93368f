import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Observable, type Subscriber } from 'rxjs';
import { errorCode } from '../../lib/error-code.ts';
import { askedInTurns } from '../../lib/in-turns.ts';
import { oneAtATime } from '../../lib/one-at-a-time.ts';
import type { FileEvent } from './file-events.ts';
import { isIgnored } from './ignored-names.ts';
import { mayHoldAlerts } from './place.ts';
import { MAX_DEPTH } from './scan.ts';
import { askShare } from './share-queue.ts';

/**
 * The system says that something happened at a path of the content folder (with `/`), and not what: a file came, went or has
 * another name (`renamed`), or it was written to (`changed`). null: something may have happened anywhere.
 */
export type FolderEvent = { readonly path: string; readonly type: FileEvent } | null;

/** Systems that watch a folder with all that is in it. Elsewhere each folder is watched by itself. */
const WATCH_TREES: ReadonlySet<NodeJS.Platform> = new Set(['win32', 'darwin']);

/** The system is out of watches or of open files: trying folder after folder would not help. */
const OUT_OF_WATCHES: ReadonlySet<string> = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

const typeOf = (type: string) => (type === 'rename' ? 'renamed' : 'changed');

/**
 * Events of the file system in a folder and in the folders in it. A null comes first, once everything is watched: what happened before
 * may have been missed. An error, where the system is out of watches or the folder cannot be watched.
 */
export function folderEvents(root: string): Observable<FolderEvent> {
  return WATCH_TREES.has(process.platform) ? eventsOfTree(root) : eventsByFolder(root);
}

function eventsOfTree(root: string): Observable<FolderEvent> {
  return new Observable((subscriber) => {
    const watcher = watch(root, { recursive: true });
    watcher.on('change', (type, name) => {
      const path = typeof name === 'string' ? name.split(sep).join('/') : null;
      if (path === null) subscriber.next(null);
      else if (!path.split('/').some(isIgnored)) subscriber.next({ path, type: typeOf(type) });
    });
    watcher.on('error', (error) => subscriber.error(error));
    subscriber.next(null);
    return () => watcher.close();
  });
}

/** One watch a folder, and none for its files: a folder of thousands costs as much as one of three. */
function eventsByFolder(root: string): Observable<FolderEvent> {
  return new Observable((subscriber) => {
    const watches = createWatches(root, subscriber);
    watches.enter('').then(
      () => subscriber.next(null),
      (error: unknown) => subscriber.error(error),
    );
    return () => watches.leave('');
  });
}

/** The watches of a folder and of the folders in it, which come and go. Paths are those in the root; `''` is the root itself. */
function createWatches(root: string, subscriber: Subscriber<FolderEvent>) {
  const watchers = new Map<string, FSWatcher>();
  /** Folders that could not be watched, for want of rights: an event of theirs may mean that they can be now. */
  const refused = new Set<string>();
  /** Names that came, and may be those of folders. */
  const came = new Set<string>();

  const leave = (path: string): void => {
    for (const [known, watcher] of watchers) {
      if (path !== '' && known !== path && !known.startsWith(`${path}/`)) continue;
      watcher.close();
      watchers.delete(known);
    }
  };

  /** Watches a folder first and lists it then, so that nothing comes in between. */
  const enter = async (path: string): Promise<void> => {
    if (subscriber.closed || watchers.has(path) || path.split('/').length > MAX_DEPTH) return;
    try {
      watchers.set(path, watchOne(path));
      refused.delete(path);
      const entries = await askShare(() => readdir(join(root, path), { withFileTypes: true }), mayHoldAlerts(path));
      const folders = entries.filter((entry) => entry.isDirectory() && !isIgnored(entry.name));
      await Promise.all(folders.map(({ name }) => enter(path === '' ? name : `${path}/${name}`)));
    } catch (error) {
      if (path === '' || OUT_OF_WATCHES.has(errorCode(error))) throw error;
      leave(path);
      refused.add(path);
    }
  };

  const watchOne = (folder: string): FSWatcher => {
    const watcher = watch(join(root, folder));
    watcher.on('change', (type, name) => {
      if (typeof name !== 'string') subscriber.next(null);
      else if (!isIgnored(name)) heard(folder === '' ? name : `${folder}/${name}`, typeOf(type));
    });
    watcher.on('error', (error) => (folder === '' ? subscriber.error(error) : leave(folder)));
    return watcher;
  };

  const heard = (path: string, type: FileEvent): void => {
    subscriber.next({ path, type });
    if (type === 'changed' && !refused.has(path)) return;
    // A folder of this name may be another one than before.
    leave(path);
    if (mayHoldAlerts(path)) void enterFolder(path);
    else {
      came.add(path);
      void looks.request();
    }
  };

  const looks = oneAtATime(async () => {
    const paths = [...came];
    came.clear();
    await askedInTurns(paths, enterFolder);
  });

  /** Watches what is at a path, if it is a folder; what came into it before may have been missed. */
  const enterFolder = async (path: string): Promise<void> => {
    try {
      if (!(await askShare(() => lstat(join(root, path)), mayHoldAlerts(path))).isDirectory()) return;
    } catch {
      return; // It has gone already.
    }
    // Nothing waits for a folder with thousands of others in it.
    enter(path).then(
      () => subscriber.next({ path, type: 'renamed' }),
      (error: unknown) => subscriber.error(error),
    );
  };

  return { enter, leave };
}
