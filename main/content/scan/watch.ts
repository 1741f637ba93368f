import { realpath, statfs } from 'node:fs/promises';
import {
  connect,
  defer,
  distinctUntilChanged,
  exhaustMap,
  filter,
  from,
  interval,
  map,
  merge,
  type Observable,
  retry,
  share,
  startWith,
  switchMap,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { gather } from '../../lib/gather.ts';
import { everySeconds } from '../../lib/seconds.ts';
import { addEvent, type FileEvent, type FileEvents } from './file-events.ts';
import { type FolderEvent, folderEvents } from './folder-events.ts';
import { rootOf } from './scan.ts';
import { askShare } from './share-queue.ts';

/** Time between our own scans where events arrive: some events are lost. */
const SCAN_LOCAL_S = 15;
/** Time between our own scans on a network share, which sends no events. */
const SCAN_NETWORK_S = 5;
/** Time between looks at the alert folders of a network share; and of a disk, which loses events where very many come at once. */
const SCAN_ALERTS_MS = 500;
const SCAN_LOCAL_ALERTS_S = 1;

/** The first scan does not wait for longer than this until the folder is watched, milliseconds. */
const WATCHED_WITHIN_MS = 500;

/** How often we look whether the folder is still the same one. */
const ROOT_S = 1;

/** Magic numbers of statfs(2): NFS, SMB, SMB2, CIFS, FUSE, 9P, Ceph, AFS. */
const NETWORK_FILE_SYSTEMS = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x65735546, 0x01021997, 0x00c36400, 0x5346414f,
]);

/** Whether a type given by `statfs` is a network file system; some systems give its 32 bits as a negative number. */
export const isNetworkType = (type: number): boolean => NETWORK_FILE_SYSTEMS.has(type >>> 0);

/** Whether a real path of Windows is on a share, `\\server\share`. The real path of a mapped drive is. */
export const isSharePath = (real: string): boolean => /^[\\/]{2}/u.test(real);

/** Whether the folder lies on a network file system. On Windows, `statfs` gives no type. */
async function isOnNetwork(folder: string): Promise<boolean> {
  try {
    if (process.platform === 'win32') return isSharePath(await askShare(() => realpath(folder)));
    return isNetworkType((await askShare(() => statfs(folder))).type);
  } catch {
    return false; // The folder is missing: the slow scan finds it when it comes.
  }
}

/**
 * A reason to scan: the folder, now; the folder, when a scan is not too much (`routine`: events tell of changes, and some are
 * lost); only the folders of alerts, or only these files.
 */
export type Hint = 'all' | 'routine' | 'alerts' | FileEvents;

/** The paths that events are about; `all` where one of them says nothing of where. */
export function hintOf(events: readonly FolderEvent[]): 'all' | FileEvents {
  const paths = new Map<string, FileEvent>();
  for (const event of events) {
    if (event === null) return 'all';
    addEvent(paths, event.path, event.type);
  }
  return paths;
}

/** The hints of events: to scan all once everything is watched, and then those of each burst together. */
function hintsOf(events$: Observable<FolderEvent>): Observable<Hint> {
  let isWatched = false;
  const watchedNow = (event: FolderEvent): boolean => {
    if (isWatched || event !== null) return false;
    isWatched = true;
    return true;
  };
  const kinds$ = events$.pipe(map((event) => ({ event, isFirst: watchedNow(event) })));
  return kinds$.pipe(
    connect((shared$) =>
      merge(
        shared$.pipe(
          filter(({ isFirst }) => isFirst),
          map(() => 'all' as const),
        ),
        shared$.pipe(
          filter(({ isFirst }) => !isFirst),
          // A write sends several events. Before a file counts as read it must not move for ten times as long as this.
          gather(15),
          map((burst) => hintOf(burst.map(({ event }) => event))),
        ),
      ),
    ),
  );
}

const looksAtAlerts = (network: boolean): Observable<unknown> =>
  network ? interval(SCAN_ALERTS_MS) : everySeconds(SCAN_LOCAL_ALERTS_S);

/** Hints of one folder. A folder that takes its place later is another one. */
function watchRoot(folder: string, onEvent: (path: string) => void): Observable<Hint> {
  return from(isOnNetwork(folder)).pipe(
    switchMap((network) =>
      merge(
        network
          ? everySeconds(SCAN_NETWORK_S).pipe(map(() => 'all' as const))
          : everySeconds(SCAN_LOCAL_S).pipe(map(() => 'routine' as const)),
        looksAtAlerts(network).pipe(map(() => 'alerts' as const)),
        defer(() => folderEvents(folder)).pipe(
          tap((event) => event !== null && onEvent(event.path)),
          hintsOf,
          // The system is out of watches, or the folder has gone: our own scans go on, and events are tried again later.
          retry({ delay: SCAN_LOCAL_S * 1_000 }),
        ),
      ),
    ),
  );
}

/**
 * When to scan the folder: once it is watched, or soon where that takes long, and at each hint. Events are only hints: changes
 * are found by comparing scans, so an event that is lost, doubled or out of order does no harm. No event is sent when another
 * folder takes the place of this one or a share is mounted on it, so we look every second whether the folder is still the same;
 * another one, perhaps on another kind of disk, is then watched from the beginning. `onEvent` hears of each event as it comes.
 */
export function watchFolder(folder: string, onEvent: (path: string) => void): Observable<Hint> {
  const root$ = everySeconds(ROOT_S).pipe(
    startWith(null),
    // While a share hangs, there is one call that waits, and not one more each second.
    exhaustMap(() => rootOf(folder)),
    distinctUntilChanged(),
  );
  const hints$ = root$.pipe(
    switchMap((_, index) => {
      const own$ = watchRoot(folder, onEvent);
      return index === 0 ? own$ : own$.pipe(startWith('all' as const));
    }),
  );
  const shared$ = hints$.pipe(share());
  const watched$ = shared$.pipe(filter((hint) => hint === 'all'));
  // One scan before and one after would look twice at each of ten thousand files, just when the wall is awaited.
  const late$ = timer(WATCHED_WITHIN_MS).pipe(
    map(() => 'all' as const),
    takeUntil(watched$),
  );
  return merge(late$, shared$);
}
