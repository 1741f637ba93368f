import { realpath, statfs } from 'node:fs/promises';
import { watch } from 'chokidar';
import {
  auditTime,
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  from,
  interval,
  map,
  merge,
  Observable,
  retry,
  startWith,
  switchMap,
} from 'rxjs';
import { isIgnored } from './ignored-names.ts';
import { rootOf } from './scan.ts';
import { askShare } from './share-queue.ts';

/** Our own scan, where events arrive: they are lost now and then. */
const SCAN_LOCAL_MS = 15_000;
/** Where events do not cross the network. */
const SCAN_NETWORK_MS = 5_000;
/** Alerts on a network share. */
const SCAN_ALERTS_MS = 500;

/** How often the place of the folder is looked at: whether it is still the same one. */
const ROOT_MS = 1_000;

/** Magic numbers of statfs(2): NFS, SMB, SMB2, CIFS, FUSE, 9P, Ceph, AFS. */
const NETWORK_FILE_SYSTEMS = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x65735546, 0x01021997, 0x00c36400, 0x5346414f,
]);

/** Whether `statfs` names a network file system; some systems give its 32 bits as a negative number. */
export const isNetworkType = (type: number): boolean => NETWORK_FILE_SYSTEMS.has(type >>> 0);

/** Whether a real path of Windows is one of a share, `\\server\share`: that of a mapped drive is. */
export const isSharePath = (real: string): boolean => /^[\\/]{2}/u.test(real);

/** Whether the folder lies on a network file system. On Windows `statfs` tells no type. */
async function isOnNetwork(folder: string): Promise<boolean> {
  try {
    if (process.platform === 'win32') return isSharePath(await askShare(() => realpath(folder)));
    return isNetworkType((await askShare(() => statfs(folder))).type);
  } catch {
    return false; // Missing: it is waited for by the slow scan in any case.
  }
}

/** A reason to look at the folder again: all of it, or only the alerts. */
export type Hint = 'all' | 'alerts';

/** Events of the system. Where it starts, hundreds of its looks are out at once, which `askShare` cannot hold back. */
function fileEvents(folder: string): Observable<unknown> {
  return new Observable<unknown>((subscriber) => {
    const watcher = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      ignored: (path) =>
        path !== folder && isIgnored(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)),
    });
    watcher.on('all', () => subscriber.next(null));
    watcher.on('ready', () => subscriber.next(null));
    watcher.on('error', (error) => subscriber.error(error));
    return () => void watcher.close();
  });
}

/** Hints from one folder: whatever stands in its place later is another one. */
function watchRoot(folder: string): Observable<Hint> {
  return from(isOnNetwork(folder)).pipe(
    switchMap((network) =>
      merge(
        interval(network ? SCAN_NETWORK_MS : SCAN_LOCAL_MS).pipe(map(() => 'all' as const)),
        network ? interval(SCAN_ALERTS_MS).pipe(map(() => 'alerts' as const)) : EMPTY,
        defer(() => fileEvents(folder)).pipe(
          // A write is several events; the settle stage waits far longer than this.
          auditTime(15),
          map(() => 'all' as const),
          // Out of watches, or the folder has gone: our own scan carries on, and events are tried again.
          retry({ delay: SCAN_LOCAL_MS }),
        ),
      ),
    ),
  );
}

/**
 * When to look at the folder again: at once, and at each hint. Events are only hints: what has changed is found by
 * comparing scans, so an event that is lost, doubled or out of order does no harm. Neither a folder put in the place of
 * this one nor a share mounted on it sends an event, so the place itself is looked at; what was watched there before is
 * another folder then, perhaps on another kind of disk.
 */
export function watchFolder(folder: string): Observable<Hint> {
  const root$ = interval(ROOT_MS).pipe(
    startWith(null),
    // A share that hangs is asked once, not once a second.
    exhaustMap(() => rootOf(folder)),
    distinctUntilChanged(),
  );
  const hints$ = root$.pipe(
    switchMap((_, index) => (index === 0 ? watchRoot(folder) : watchRoot(folder).pipe(startWith('all' as const)))),
  );
  return hints$.pipe(startWith('all' as const));
}
