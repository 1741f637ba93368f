import type { Logger } from 'pino';
import { audit, distinctUntilChanged, skip, timer } from 'rxjs';
import { oneAtATime } from '../../lib/one-at-a-time.ts';
import type { ContentFolder } from '../content-folder.ts';
import { saveCatalogue } from './saved-catalogue.ts';

/** All changes within this time are saved once, milliseconds. */
const SAVE_AFTER_MS = 500;
/** The pause before the next saving is this many times what the last one took: while ten thousand files are read, each takes long. */
const PAUSES = 10;
/** It never is longer, milliseconds: who pulls the plug loses no more than this, on the slowest disk too. */
const MAX_PAUSE_MS = 5_000;

export interface KeepSavedOptions {
  readonly contentFolder: Pick<ContentFolder, 'state$' | 'snapshot'>;
  /** Absolute paths. */
  readonly contentDir: string;
  readonly stateDir: string;
  readonly log: Logger;
}

/** Saves the catalogue after each change, one save at a time. `close` saves a last time. */
export function keepSaved({ contentFolder, contentDir, stateDir, log }: KeepSavedOptions): { close(): Promise<void> } {
  let pauseMs = SAVE_AFTER_MS;
  const saving = oneAtATime(async () => {
    const since = performance.now();
    try {
      await saveCatalogue(stateDir, contentDir, contentFolder.snapshot());
    } catch (error) {
      // On a full disk, the wall goes on; only the next start would have to read the folder again.
      log.warn({ err: error }, 'catalogue not saved');
    }
    pauseMs = Math.min(MAX_PAUSE_MS, Math.max(SAVE_AFTER_MS, PAUSES * (performance.now() - since)));
  });
  const subscription = contentFolder.state$
    .pipe(
      distinctUntilChanged(),
      skip(1),
      audit(() => timer(pauseMs)),
    )
    .subscribe(() => void saving.request());
  return {
    close() {
      subscription.unsubscribe();
      return saving.request();
    },
  };
}
