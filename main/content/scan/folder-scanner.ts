import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { inTurns } from '../../lib/in-turns.ts';
import { oneAtATime } from '../../lib/one-at-a-time.ts';
import type { KnownFiles } from '../known/known-files.ts';
import type { SiteKeeper } from '../site-keeper.ts';
import { createAlertEvents } from './alert-events.ts';
import { type AlertLooks, createAlertLooks } from './alert-looks.ts';
import { addEvent, type FileEvent, type FileEvents } from './file-events.ts';
import { findNamed } from './find-file.ts';
import { deviceOf, emptyListing, hiddenPaths, type Listing, type SourceFile } from './listing.ts';
import { isInAlerts, mayConcernAlerts } from './place.ts';
import { rescanFiles } from './rescan.ts';
import { scanFolder } from './scan.ts';
import { watchScan } from './scan-watch.ts';
import type { Sight } from './sight.ts';
import type { Unit } from './unit.ts';
import { unitSteps, unitsOf } from './units-of.ts';

/** How soon a folder that is out of reach is scanned again, milliseconds. */
const MISSING_SCAN_MS = 1_000;

export interface FolderScannerOptions {
  readonly folder: string;
  /** Disk or share on which the folder lay before the service was started again; empty where that is not known. */
  readonly device: string;
  readonly keeper: SiteKeeper;
  readonly knownFiles: KnownFiles;
  /** Longest side of the largest connected screen, pixels. */
  readonly longSide: () => number;
  readonly log: Logger;
  /** A scan has ended, or hangs. */
  readonly onSight: () => void;
  /** The folder should be scanned again after so many milliseconds. */
  readonly onScanNeeded: (ms: number) => void;
}

/** Scans the content folder, one scan at a time, and has read what is new or changed. */
export interface FolderScanner extends AlertLooks {
  sight(): Sight;
  /** Scans the folder. Resolves when a scan that began after the request has ended. Never rejects. */
  scan(): Promise<void>;
  /** What a running scan finds is not read any more. */
  close(): void;
}

export function createFolderScanner(options: FolderScannerOptions): FolderScanner {
  const { folder, keeper, knownFiles, longSide, log, onSight, onScanNeeded } = options;
  let sight: Sight = { listing: emptyListing, device: options.device, reachable: true, hangs: false, scanned: false };
  let closed = false;
  const alerts = createAlertEvents();

  const see = (seen: Partial<Sight>): void => {
    sight = { ...sight, ...seen };
    onSight();
  };

  /** A folder that is out of reach, or the bare place of a share or disk that has come off: what is known stands. */
  const loseSight = (seen: Listing): void => {
    const listing = { ...sight.listing, problems: problemsOf(seen, sight) };
    onScanNeeded(MISSING_SCAN_MS);
    see({ listing, reachable: false, hangs: false, scanned: true });
  };

  const contextOf = (listing: Listing) => ({ listing, zone: keeper.site().place.zone, longSide: longSide() });

  /** Has what is new or changed read, in many turns of the event loop where there are thousands of files. */
  const readNews = async (): Promise<void> => {
    const { listing } = sight;
    const made = await inTurns(unitSteps(listing, logoIn(listing, keeper)));
    if (closed) return;
    // An alert that came or went meanwhile is in a newer listing, which stays: it must not be forgotten again.
    const newest = sight.listing;
    const units = newest === listing ? made : withAlertsOf(newest, made, keeper);
    await inTurns(knownFiles.update(units, contextOf(newest), hiddenPaths(newest)));
    if (!closed) see({ reachable: true, hangs: false, scanned: true });
  };

  /** Has what is new or changed in folders of alerts read, at once. */
  const readAlerts = (listing: Listing): void => {
    if (closed) return;
    knownFiles.updateAlerts(alertUnitsIn(listing, keeper), contextOf(listing), hiddenPaths(listing));
    see({ listing });
  };

  const onHang = (): void => see({ reachable: false, hangs: true });
  const pass = async (what: FileEvents | 'all'): Promise<void> => {
    alerts.scanBegins();
    const scanned = await watchScan((onLook) => newListing(folder, what, sight, onLook), onHang);
    const seen = await alerts.addTo(folder, scanned);
    if (closed) return;
    if (!seen.reachable || isBarePlace(seen, sight.device, keeper, knownFiles)) return loseSight(seen);
    sight = { ...sight, listing: { ...seen, problems: problemsOf(seen, sight) }, device: deviceOf(seen) };
    await keeper.update(seen);
    await readNews();
  };

  const onFailure = (error: unknown): void => {
    log.error({ err: error }, 'scan failed');
    onScanNeeded(MISSING_SCAN_MS);
  };
  const { scan, scanFiles } = createScans((what) => pass(what).catch(onFailure));
  const looks = createAlertLooks({ folder, alerts, sight: () => sight, scan, scanFiles, onListing: readAlerts });
  return {
    sight: () => sight,
    scan,
    ...looks,
    close() {
      closed = true;
    },
  };
}

/** The problems of a scan: the same array as before where they are the same. */
const problemsOf = ({ problems }: Listing, { listing }: Sight): Listing['problems'] =>
  isDeepStrictEqual(problems, listing.problems) ? listing.problems : problems;

function logoIn(listing: Listing, keeper: SiteKeeper): SourceFile | null {
  const { logo } = keeper.site();
  return logo === undefined ? null : findNamed(listing, logo);
}

/** The units of folders of alerts, with some others: no file is looked at that has nothing to do with alerts. */
function alertUnitsIn(listing: Listing, keeper: SiteKeeper): Unit[] {
  const files = new Map<string, SourceFile>();
  for (const [path, file] of listing.files) if (mayConcernAlerts(path)) files.set(path, file);
  return unitsOf({ ...listing, files }, logoIn(listing, keeper));
}

/** Units of an older listing, with the alerts of a newer one in place of theirs. */
function withAlertsOf(listing: Listing, units: readonly Unit[], keeper: SiteKeeper): Unit[] {
  const others = units.filter(({ path }) => !isInAlerts(path));
  return [...others, ...alertUnitsIn(listing, keeper).filter(({ path }) => isInAlerts(path))];
}

/** Runs one scan at a time: what is asked for meanwhile, some files or all, becomes one further scan. */
function createScans(run: (what: FileEvents | 'all') => Promise<void>): Pick<FolderScanner, 'scan' | 'scanFiles'> {
  let wanted: Map<string, FileEvent> | 'all' = new Map();
  const scans = oneAtATime(() => {
    const what = wanted;
    wanted = new Map();
    return run(what);
  });
  return {
    scan() {
      wanted = 'all';
      return scans.request();
    },
    scanFiles(events) {
      if (wanted !== 'all') for (const [path, event] of events) addEvent(wanted, path, event);
      return scans.request();
    },
  };
}

/** A new listing, by a look at these files where that is enough, or by a scan of all. `onLook`: one more has been looked at. */
async function newListing(
  folder: string,
  what: FileEvents | 'all',
  { listing, reachable }: Sight,
  onLook: () => void,
): Promise<Listing> {
  const rescanned = what === 'all' || !reachable ? null : await rescanFiles(folder, listing, what, onLook);
  return rescanned ?? scanFolder(folder, listing, onLook);
}

/**
 * Whether this is a folder that is suddenly empty, and is the bare place of a share or disk that has come off, and not a folder that staff
 * have emptied: its settings are gone with all the rest, or it lies on another disk than what is known of it.
 */
function isBarePlace(
  seen: Listing,
  device: string,
  keeper: Pick<SiteKeeper, 'wasThere'>,
  knownFiles: Pick<KnownFiles, 'size'>,
): boolean {
  if (seen.files.size > 0) return false;
  if (keeper.wasThere()) return true;
  return device !== '' && deviceOf(seen) !== device && knownFiles.size() > 0;
}
