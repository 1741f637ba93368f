import type { Logger } from 'pino';
import { auditTime, distinctUntilChanged, skip } from 'rxjs';
import { oneAtATime } from '../lib/one-at-a-time.ts';
import type { ContentFolder } from './content-folder.ts';
import { saveCatalogue } from './saved-catalogue.ts';

/** All changes within this time are saved once, milliseconds. */
const SAVE_AFTER_MS = 500;

export interface KeepSavedOptions {
  readonly contentFolder: Pick<ContentFolder, 'state$' | 'snapshot'>;
  /** Absolute paths. */
  readonly contentDir: string;
  readonly stateDir: string;
  readonly log: Logger;
}

/** Saves the catalogue after each change, one save at a time. `close` saves a last time. */
export function keepSaved({ contentFolder, contentDir, stateDir, log }: KeepSavedOptions): { close(): Promise<void> } {
  const saving = oneAtATime(async () => {
    try {
      await saveCatalogue(stateDir, contentDir, contentFolder.snapshot());
    } catch (error) {
      // On a full disk, the wall goes on; only the next start would have to read the folder again.
      log.warn({ err: error }, 'catalogue not saved');
    }
  });
  const subscription = contentFolder.state$
    .pipe(distinctUntilChanged(), skip(1), auditTime(SAVE_AFTER_MS))
    .subscribe(() => void saving.request());
  return {
    close() {
      subscription.unsubscribe();
      return saving.request();
    },
  };
}
