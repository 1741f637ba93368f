import { join } from 'node:path';
import type { Logger } from 'pino';
import { isFolder, prepareStateFolder } from '../settings/state-folder.ts';
import type { Clock } from '../when/clock.ts';
import { type ContentFolder, openContentFolder } from './content-folder.ts';
import { openFirstSeen } from './known/first-seen.ts';
import { loadCatalogue, type SavedCatalogue } from './known/saved-catalogue.ts';
import { createMediaPreparer } from './preparation/media-preparer.ts';
import type { ReadUnit } from './reading/read-context.ts';
import { createReadUnit } from './reading/read-unit.ts';
import { createTextPool } from './reading/text-pool.ts';
import { openStore, type Store } from './store/store.ts';

/**
 * What an earlier run has prepared is shown as it is: the thread that prepares pictures, whose start takes 0.2 s of a core, then waits
 * until the wall has long been painted, or until a file needs it. Milliseconds.
 */
const LATER_MS = 10_000;

export interface OpenContentOptions {
  /** Absolute paths. */
  readonly contentDir: string;
  readonly stateDir: string;
  /** False for a single reading: the folder is not watched, and nothing of an earlier run is used. */
  readonly live: boolean;
  /** Longest side of the largest connected screen, pixels. */
  readonly longSide: () => number;
  /** A unit was read in so many seconds. */
  readonly onRead?: (seconds: number) => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The content folder with the store and the threads that it needs. */
export interface Content {
  readonly contentFolder: ContentFolder;
  readonly store: Store;
  /** Reads a unit that need not be in the folder. */
  readonly read: ReadUnit;
  /** What was known before the service was started again; null where there is nothing. */
  readonly saved: SavedCatalogue | null;
  /** Ends the threads. Close the content folder first. */
  close(): Promise<void>;
}

/** The same reader; `onRead` hears how long each reading took. */
function timed(read: ReadUnit, onRead: (seconds: number) => void): ReadUnit {
  return async (unit, context) => {
    const startedMs = performance.now();
    try {
      return await read(unit, context);
    } finally {
      onRead((performance.now() - startedMs) / 1000);
    }
  };
}

/**
 * Opens the content folder. Rejects with the error of the system where the state folder cannot be written; but where it holds
 * the catalogue of an earlier run, as on a disk that has become read-only, what is known is shown.
 */
export async function openContent(options: OpenContentOptions): Promise<Content> {
  const { contentDir, stateDir, live, longSide, log, clock, onRead = () => undefined } = options;
  const trouble = await prepareStateFolder(stateDir).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  if (trouble !== null && !(live && (await isFolder(stateDir)))) throw trouble.error;
  const store = await openStore(join(stateDir, 'store'));
  const saved = live ? await loadCatalogue(stateDir, contentDir, store, log) : null;
  if (trouble !== null) {
    if (saved === null) throw trouble.error;
    log.error({ err: trouble.error }, 'the state folder cannot be written: only what is known already is shown');
  }
  const mediaPreparer = createMediaPreparer({ store, stateDir, startMs: saved === null ? 0 : LATER_MS, log });
  const texts = createTextPool({ stateDir, log });
  // A single reading knows nothing of what was seen before, and notes nothing.
  const firstSeen = live ? await openFirstSeen({ contentDir, stateDir, clock, log }) : null;
  const read = timed(createReadUnit(mediaPreparer, texts, firstSeen), onRead);
  const onGone = (path: string) => firstSeen?.forget(path);
  return {
    contentFolder: openContentFolder({ folder: contentDir, saved, read, log, longSide, live, onGone }),
    store,
    read,
    saved,
    async close() {
      await Promise.all([mediaPreparer.close(), texts.close(), firstSeen?.close()]);
    },
  };
}
