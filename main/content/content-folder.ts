import type { Logger } from 'pino';
import {
  timer as after,
  BehaviorSubject,
  filter,
  firstValueFrom,
  merge,
  type Observable,
  Subject,
  type Subscription,
  switchMap,
  throttle,
} from 'rxjs';
import { type ContentState, createStateMaker } from './content-state.ts';
import { createFolderScanner, type FolderScanner } from './folder-scanner.ts';
import { createKnownFiles } from './known-files.ts';
import type { ReadUnit } from './read-context.ts';
import type { SavedCatalogue } from './saved-catalogue.ts';
import { createSiteKeeper } from './site-keeper.ts';
import { watchFolder } from './watch.ts';

/** When a file moved while it was looked at, the folder is scanned again this soon, milliseconds. */
const MOVED_SCAN_MS = 50;

export interface ContentFolderOptions {
  readonly folder: string;
  readonly saved: SavedCatalogue | null;
  readonly read: ReadUnit;
  readonly log: Logger;
  /** Longest side of the largest connected screen, pixels. */
  readonly longSide: () => number;
  /** False for a single reading: nothing is watched, and what fails is not tried again. */
  readonly live: boolean;
}

export interface ContentFolder {
  /** The state now, then at each change and after each scan; the same object for as long as nothing has changed. */
  readonly state$: Observable<ContentState>;
  state(): ContentState;
  /** Resolves when everything that the first scan found has been read once, or when the content folder is closed. */
  readonly settled: Promise<void>;
  /** How many units (a file, or a folder that is one thing) are being read now. */
  reading(): number;
  /** Scans the folder now: used when a larger screen connects. */
  refresh(): void;
  snapshot(): SavedCatalogue;
  close(): void;
}

/** Changes of alerts do not wait for others. */
type Change = 'alert' | 'other';

/**
 * Watches, scans and reads the content folder. Only the comparison of scans decides what is read again; the events of the file
 * system merely say when to scan.
 */
export function openContentFolder({ folder, saved, read, log, longSide, live }: ContentFolderOptions): ContentFolder {
  const changed$ = new Subject<Change>();
  const scanNeeded$ = new Subject<number>();
  const onMoved = () => scanNeeded$.next(MOVED_SCAN_MS);
  const keeper = createSiteKeeper(saved, onMoved, log);
  const onChange = ({ alert }: { readonly alert: boolean }) => changed$.next(alert ? 'alert' : 'other');
  const knownFiles = createKnownFiles({ saved: saved?.units ?? [], read, log, patient: live, onChange, onMoved });
  const seen$ = new Subject<void>();
  const scanner = createFolderScanner({
    folder,
    device: saved?.device ?? '',
    keeper,
    knownFiles,
    longSide,
    log,
    onSight: () => seen$.next(),
    onScanNeeded: (ms) => scanNeeded$.next(ms),
  });
  const maker = createStateMaker(scanner.sight, keeper, knownFiles);
  const state$ = new BehaviorSubject(maker.state());
  const settled$ = new BehaviorSubject(false);
  const publish = (): void => {
    state$.next(maker.state());
    const { scanned, reachable } = scanner.sight();
    if (scanned && (!reachable || knownFiles.isSettled())) settled$.next(true);
  };
  /** Most scans find nothing, or files that have yet to be read: such a scan must not make a change after it wait. */
  const publishScan = (): void => {
    // An alert that was taken out leaves the wall at once.
    if (maker.hasChanged()) onChange({ alert: state$.value.catalogue.items.some(({ kind }) => kind === 'alert') });
    else publish();
  };
  const subscriptions = paced(changed$, () => state$.value.catalogue.items.length).subscribe(publish);
  subscriptions.add(seen$.subscribe(publishScan));
  if (live) subscriptions.add(scanWhenNeeded(folder, scanNeeded$, scanner));
  else void scanner.scan();
  return {
    state$: state$.asObservable(),
    state: () => state$.value,
    settled: firstValueFrom(settled$.pipe(filter(Boolean))).then(() => undefined),
    reading: () => knownFiles.reading(),
    refresh: () => void scanner.scan(),
    snapshot: () => ({
      site: keeper.site(),
      hasSettings: keeper.wasThere(),
      device: scanner.sight().device,
      units: knownFiles.snapshot(),
    }),
    close() {
      subscriptions.unsubscribe();
      scanner.close();
      knownFiles.close();
      settled$.next(true);
      state$.complete();
    },
  };
}

/** Longest time between two changes that are told, milliseconds: a long programme costs more than its change is worth. */
const pace = (items: number) => Math.min(1_000, Math.max(100, items / 2));

/**
 * Changes of a burst are told together: the first at once, the others after a pause that grows with the number of items.
 * Changes of alerts are told at once.
 */
function paced(changed$: Observable<Change>, items: () => number): Observable<unknown> {
  return merge(
    changed$.pipe(filter((change) => change === 'alert')),
    changed$.pipe(throttle(() => after(pace(items())), { leading: true, trailing: true })),
  );
}

/** Scans at each hint of the watcher and when a scan is needed. */
function scanWhenNeeded(folder: string, scanNeeded$: Observable<number>, scanner: FolderScanner): Subscription {
  const subscription = scanNeeded$.pipe(switchMap((ms) => after(ms))).subscribe(() => void scanner.scan());
  subscription.add(
    watchFolder(folder).subscribe((hint) => void (hint === 'all' ? scanner.scan() : scanner.scanForAlerts())),
  );
  return subscription;
}
