import { timer as after, type Observable, type Subscription, switchMap } from 'rxjs';
import { gather } from '../../lib/gather.ts';
import { hurry } from '../../lib/in-turns.ts';
import type { FolderScanner } from './folder-scanner.ts';
import type { SourceFile } from './listing.ts';
import { routineScans } from './routine-scans.ts';
import { watchFolder } from './watch.ts';

/** A file that changes is mostly on the wall by then, milliseconds. */
const TO_WALL_MS = 500;
/** Files that moved while they were looked at are looked at again this soon, milliseconds. */
const MOVED_SCAN_MS = 50;

export interface ScanReasons {
  /** Absolute path of the folder that is watched. */
  readonly folder: string;
  /** The folder should be scanned after so many milliseconds. */
  readonly scanNeeded$: Observable<number>;
  /** These files moved while they were looked at. */
  readonly moved$: Observable<readonly SourceFile[]>;
  /** Something happened at this path just now. */
  readonly onEvent: (path: string) => void;
}

/** Scans at each hint of the watcher, and for each other reason, until it is unsubscribed. */
export function scanWhenNeeded(reasons: ScanReasons, scanner: FolderScanner): Subscription {
  const { folder, scanNeeded$, moved$, onEvent } = reasons;
  const subscription = scanNeeded$.pipe(switchMap((ms) => after(ms))).subscribe(() => void scanner.scan());
  subscription.add(
    moved$.pipe(gather(MOVED_SCAN_MS)).subscribe((files) => {
      void scanner.scanFiles(new Map(files.flat().map(({ path }) => [path, 'changed'])));
    }),
  );
  const scanAsRoutine = routineScans(scanner.scan);
  subscription.add(
    watchFolder(folder, onEvent).subscribe((hint) => {
      if (hint === 'all') void scanner.scan();
      else if (hint === 'routine') void scanAsRoutine();
      else if (hint === 'alerts') void scanner.scanForAlerts();
      else {
        hurry(TO_WALL_MS);
        void scanner.scanFiles(hint);
      }
    }),
  );
  return subscription;
}
