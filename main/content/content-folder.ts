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
import type { Problem } from '../contract.ts';
import type { Catalogue, CatalogueItem } from '../programme/catalogue.ts';
import type { Site } from '../settings/site.ts';
import { doubleMenus } from './double-menus.ts';
import { withoutDuplicates } from './duplicate-events.ts';
import { followHolidays } from './follow-holidays.ts';
import { logoMissing } from './kinds/logo/logo-faults.ts';
import { createKnownFiles, type KnownFiles, type KnownFilesOptions } from './known/known-files.ts';
import type { SavedCatalogue } from './known/saved-catalogue.ts';
import { type FirstReading, followFirstReading } from './reading/first-reading.ts';
import type { ReadUnit } from './reading/read-context.ts';
import { findNamed } from './scan/find-file.ts';
import { createFolderScanner } from './scan/folder-scanner.ts';
import { createLastHeard } from './scan/last-heard.ts';
import type { Listing, SourceFile } from './scan/listing.ts';
import { scanWhenNeeded } from './scan/scan-when-needed.ts';
import type { Sight } from './scan/sight.ts';
import { createSiteKeeper, type SiteKeeper } from './site-keeper.ts';
import { unknownScreens } from './unknown-screens.ts';

/** What the content folder amounts to, as last read. */
export interface ContentState {
  readonly catalogue: Catalogue;
  readonly site: Site;
  /** False while the folder is out of reach: the last good catalogue stands. */
  readonly reachable: boolean;
  /** It is too early to show anything: the texts that were there at the start are being read, and there is no alert. */
  readonly isHeld: boolean;
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
  /** A file, or a folder that is one thing, is not there any more. */
  readonly onGone?: ((path: string) => void) | undefined;
}

export interface ContentFolder {
  /** The state now, then at each change and after each scan; the same object for as long as nothing has changed. */
  readonly state$: Observable<ContentState>;
  state(): ContentState;
  /** The last listing of the folder while it was in reach. */
  listing(): Listing;
  /** Resolves when everything that the first scan found has been read once, or when the content folder is closed. */
  readonly settled: Promise<void>;
  isSettled(): boolean;
  /** How many units (a file, or a folder that is one thing) are being read now. */
  reading(): number;
  /** Scans the folder now: used when a larger screen connects. */
  refresh(): void;
  /** These objects of the store are lost: the units that show them are read again. */
  remake(lost: ReadonlySet<string>): void;
  snapshot(): SavedCatalogue;
  close(): void;
}

/** Changes of alerts do not wait for others. */
type Change = 'alert' | 'other';

/**
 * Watches, scans and reads the content folder. Only the comparison of scans decides what is read again; the events of the file
 * system merely say when to scan.
 */
export function openContentFolder(options: ContentFolderOptions): ContentFolder {
  const { folder, saved, log, longSide, live } = options;
  const changed$ = new Subject<Change>();
  const seen$ = new Subject<void>();
  const scanNeeded$ = new Subject<number>();
  const moved$ = new Subject<readonly SourceFile[]>();
  const onMoved = (files: readonly SourceFile[]) => moved$.next(files);
  const keeper = createSiteKeeper(saved, onMoved, log);
  const onChange = ({ alert }: { readonly alert: boolean }) => changed$.next(alert ? 'alert' : 'other');
  const heard = createLastHeard();
  const knownFiles = openKnownFiles(options, { onChange, onMoved, quietMs: heard.quietMs });
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
  const firstReading = followFirstReading(saved !== null, scanner.sight, knownFiles);
  const maker = createStateMaker(scanner.sight, keeper, knownFiles, firstReading.now);
  const state$ = new BehaviorSubject(maker.state());
  const settled$ = new BehaviorSubject(false);
  const publish = (): void => {
    state$.next(maker.state());
    if (isRead(scanner.sight(), knownFiles)) settled$.next(true);
  };
  /** Most scans find nothing, or files that have yet to be read: such a scan must not make a change after it wait. */
  const publishScan = (): void => {
    // An alert that was taken out leaves the wall at once.
    if (maker.hasChanged()) onChange({ alert: state$.value.catalogue.items.some(({ kind }) => kind === 'alert') });
    else publish();
  };
  const told$ = paced(changed$, () => state$.value.catalogue.items);
  const subscription = merge(told$, firstReading.late$).subscribe(publish);
  subscription.add(seen$.subscribe(publishScan));
  if (live) subscription.add(scanWhenNeeded({ folder, scanNeeded$, moved$, onEvent: heard.hear }, scanner));
  else void scanner.scan();
  return {
    state$: state$.asObservable(),
    state: () => state$.value,
    listing: () => scanner.sight().listing,
    settled: firstValueFrom(settled$.pipe(filter(Boolean))).then(() => undefined),
    isSettled: () => settled$.value,
    reading: () => knownFiles.reading(),
    refresh: () => void scanner.scan(),
    remake(lost) {
      knownFiles.distrust(lost);
      void scanner.scan();
    },
    snapshot: () => snapshotOf(scanner.sight(), keeper, knownFiles),
    close() {
      subscription.unsubscribe();
      scanner.close();
      knownFiles.close();
      settled$.next(true);
      state$.complete();
    },
  };
}

function openKnownFiles(
  { saved, read, log, live, onGone }: ContentFolderOptions,
  events: Pick<KnownFilesOptions, 'onChange' | 'onMoved' | 'quietMs'>,
): KnownFiles {
  return createKnownFiles({ saved: saved?.units ?? [], read, log, patient: live, onGone, ...events });
}

/** Whether what the first scan found has been read, as far as it is in reach. */
const isRead = ({ scanned, reachable }: Sight, knownFiles: KnownFiles): boolean =>
  scanned && (!reachable || knownFiles.isSettled());

/** What is saved for the next start. */
const snapshotOf = ({ device }: Sight, keeper: SiteKeeper, knownFiles: KnownFiles): SavedCatalogue => ({
  site: keeper.site(),
  hasSettings: keeper.wasThere(),
  device,
  units: knownFiles.snapshot(),
});

/** The first change of a burst is told at once, and the others together after a pause. Changes of alerts do not wait for others. */
function paced(changed$: Observable<Change>, items: () => Catalogue['items']): Observable<unknown> {
  const gathered = (pauseMs: () => number) => throttle(() => after(pauseMs()), { leading: true, trailing: true });
  const isAlert = ({ kind }: CatalogueItem): boolean => kind === 'alert';
  return merge(
    changed$.pipe(
      filter((change) => change === 'alert'),
      gathered(() => pauseForAlerts(items().filter(isAlert).length)),
    ),
    changed$.pipe(gathered(() => pauseFor(items().length))),
  );
}

/** Milliseconds between two states: a folder of thousands is a long programme, which costs more than a change is worth. */
const pauseFor = (items: number): number => Math.min(1_000, Math.max(100, items / 2));
/** The same where alerts change: some alerts are told one by one, and hundreds that come at once are not hundreds of programmes. */
const pauseForAlerts = (alerts: number): number => Math.min(200, alerts);

/** Makes the state of the content folder from all that is known. */
interface StateMaker {
  /** Whether something is not yet in the last state that was made. */
  hasChanged(): boolean;
  /** The state now; the same object as the last time where nothing has changed. */
  state(): ContentState;
}

function createStateMaker(
  sight: () => Sight,
  keeper: SiteKeeper,
  knownFiles: KnownFiles,
  firstReading: () => FirstReading,
): StateMaker {
  /** Values that are other ones exactly when the state, or what is saved with it, is another one. */
  const inputs = (): readonly unknown[] => {
    const { listing, device, reachable } = sight();
    const scan = [listing.problems, device, reachable];
    const { isHeld, isPartial } = firstReading();
    return [knownFiles.version(), keeper.site(), keeper.problems(), keeper.wasThere(), ...scan, isHeld, isPartial];
  };
  let madeFrom = inputs();
  let made = stateOf(sight(), keeper, knownFiles, firstReading());
  const hasChanged = () => inputs().some((input, index) => input !== madeFrom[index]);
  return {
    hasChanged,
    state() {
      if (!hasChanged()) return made;
      madeFrom = inputs();
      made = stateOf(sight(), keeper, knownFiles, firstReading());
      return made;
    },
  };
}

const missingLogo = ({ logo }: Site, listing: Listing): Problem[] =>
  logo !== undefined && listing.reachable && !findNamed(listing, logo) ? [logoMissing(logo)] : [];

/** The catalogue of all that is known, with the problems of scan, settings, files, duplicate events and unknown screens. */
function stateOf(
  { listing, reachable }: Sight,
  keeper: SiteKeeper,
  knownFiles: KnownFiles,
  firstReading: FirstReading,
): ContentState {
  const single = withoutDuplicates(knownFiles.items());
  const { items, site, problems: holidays } = followHolidays(single.items, keeper.site());
  const problems = [
    ...listing.problems,
    ...keeper.problems(),
    ...knownFiles.problems(),
    ...single.problems,
    ...holidays,
    ...doubleMenus(items),
    ...unknownScreens(items, site.place.screens),
    ...missingLogo(site, listing),
  ];
  const isHeld = firstReading.isHeld && !items.some(({ kind }) => kind === 'alert');
  const catalogue = { items, problems, ...(firstReading.isPartial && { isPartial: true as const }) };
  return { site, reachable, catalogue, isHeld };
}
