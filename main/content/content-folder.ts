import type { Logger } from 'pino';
import {
  timer as after,
  BehaviorSubject,
  filter,
  firstValueFrom,
  merge,
  type Observable,
  Subject,
  throttle,
} from 'rxjs';
import { oneAtATime } from '../lib/one-at-a-time.ts';
import type { Catalogue } from '../programme/catalogue.ts';
import type { Site } from '../settings/site.ts';
import { withoutDuplicates } from './duplicate-events.ts';
import { alertsChanged } from './kinds/alert/alert-folders.ts';
import { createKnownFiles } from './known-files.ts';
import { deviceOf, emptyListing, type Listing, outOfSight } from './listing.ts';
import type { ReadUnit } from './read-context.ts';
import type { SavedCatalogue } from './saved-catalogue.ts';
import { scanFolder } from './scan.ts';
import { createSiteKeeper } from './site-keeper.ts';
import { unitsOf } from './units-of.ts';
import { unknownScreens } from './unknown-screens.ts';
import { watchFolder } from './watch.ts';

/** How often a folder that is out of reach is looked for, milliseconds. */
const MISSING_SCAN_MS = 1_000;
/**
 * Changes of a burst are told together: at once, then this often. A folder of thousands is a long programme, which costs
 * the service and each player more than the change is worth. Alerts do not wait.
 */
const pace = (items: number) => Math.min(1_000, Math.max(100, items / 2));
/** A scan that takes longer than this meets a share that hangs: the wall goes on with what it knows, and says so. */
const SCAN_BUDGET_MS = 20_000;
/** A file moved while it was looked at: the next look comes this soon. */
const MOVED_SCAN_MS = 50;

/** What the content folder amounts to, as last read. */
export interface ContentState {
  readonly catalogue: Catalogue;
  readonly site: Site;
  /** False while the folder is out of reach: the last good catalogue stands. */
  readonly reachable: boolean;
}

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
  /** The state now, and again at each change. */
  readonly state$: Observable<ContentState>;
  state(): ContentState;
  /** Resolves when all that the first scan found has been read once, or the content folder is closed. */
  readonly settled: Promise<void>;
  /** How many files, or folders that are one thing, are being read now. */
  reading(): number;
  /** Looks again now; used when a larger screen connects. */
  refresh(): void;
  snapshot(): SavedCatalogue;
  close(): void;
}

/**
 * Watches, scans, settles and reads the content folder. Only comparisons of scans decide what is read again; the events
 * of the file system merely say when to look.
 */
export function openContentFolder({ folder, saved, read, log, longSide, live }: ContentFolderOptions): ContentFolder {
  const settled$ = new BehaviorSubject(false);
  let listing: Listing = emptyListing;
  let device = saved?.device ?? '';
  let reachable = true;
  let scanned = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const lookAgain = (ms: number): void => {
    if (!live || closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void scans.request(), ms);
  };
  const changed$ = new Subject<'alert' | 'other'>();
  const publish = (): void => {
    if (closed) return;
    state$.next(current());
    if (scanned && (!reachable || knownFiles.isSettled())) settled$.next(true);
  };
  const publishing = merge(
    changed$.pipe(filter((what) => what === 'alert')),
    changed$.pipe(throttle(() => after(pace(state$.value.catalogue.items.length)), { leading: true, trailing: true })),
  ).subscribe(publish);
  const keeper = createSiteKeeper(saved, () => lookAgain(MOVED_SCAN_MS), log);
  const knownFiles = createKnownFiles({
    saved: saved?.units ?? [],
    read,
    log,
    patient: live,
    onChange: (unit) => changed$.next(unit.alert ? 'alert' : 'other'),
    onMoved: () => lookAgain(MOVED_SCAN_MS),
  });
  const current = (): ContentState => {
    const { items, problems } = withoutDuplicates(knownFiles.items());
    const site = keeper.site();
    const nowhere = unknownScreens(items, site.place.screens);
    const all = [...listing.problems, ...keeper.problems(), ...knownFiles.problems(), ...problems, ...nowhere];
    return { site, reachable, catalogue: { items, problems: all } };
  };
  const state$ = new BehaviorSubject<ContentState>(current());

  /**
   * Whether a root that is suddenly empty is the bare place of a share or disk that has come off, and no clean-up: its
   * settings went with all the rest, or it lies on another disk than what is known of it.
   */
  const hasComeOff = (seen: Listing): boolean =>
    keeper.wasThere() || (device !== '' && deviceOf(seen) !== device && knownFiles.snapshot().length > 0);

  const pass = async (): Promise<void> => {
    const tooLong = setTimeout(() => {
      reachable = false;
      changed$.next('other');
    }, SCAN_BUDGET_MS);
    const seen = await scanFolder(folder).finally(() => clearTimeout(tooLong));
    if (closed) return;
    const vanished = !seen.reachable || (seen.files.size === 0 && hasComeOff(seen));
    if (vanished) {
      listing = { ...listing, problems: seen.problems };
      lookAgain(MISSING_SCAN_MS);
    } else {
      listing = seen;
      device = deviceOf(seen);
      await keeper.update(seen);
      if (closed) return;
      const context = { listing: seen, zone: keeper.site().place.zone, longSide: longSide() };
      knownFiles.update(unitsOf(seen), context, outOfSight(seen));
    }
    reachable = !vanished;
    scanned = true;
    // An alert that was taken out leaves at once.
    const alerted = state$.value.catalogue.items.some(({ kind }) => kind === 'alert');
    changed$.next(alerted ? 'alert' : 'other');
  };
  const scans = oneAtATime(() =>
    pass().catch((error: unknown) => {
      log.error({ err: error }, 'scan failed');
      lookAgain(MISSING_SCAN_MS);
    }),
  );
  const lookForAlerts = async (): Promise<void> => {
    if (reachable && (await alertsChanged(folder, listing))) await scans.request();
  };
  const alertLooks = oneAtATime(lookForAlerts);
  const watching = live
    ? watchFolder(folder).subscribe((hint) => void (hint === 'all' ? scans : alertLooks).request())
    : undefined;
  if (!live) void scans.request();

  return {
    state$: state$.asObservable(),
    state: () => state$.value,
    settled: firstValueFrom(settled$.pipe(filter(Boolean))).then(() => undefined),
    reading: () => knownFiles.reading(),
    refresh: () => void scans.request(),
    snapshot: () => ({ site: keeper.site(), hasSettings: keeper.wasThere(), device, units: knownFiles.snapshot() }),
    close() {
      closed = true;
      watching?.unsubscribe();
      publishing.unsubscribe();
      clearTimeout(timer);
      knownFiles.close();
      settled$.next(true);
      state$.complete();
    },
  };
}
