import { oneAtATime } from '../../lib/one-at-a-time.ts';
import { changedAlerts } from '../kinds/alert/alert-folders.ts';
import { type AlertEvents, lookAtAlerts } from './alert-events.ts';
import type { FileEvents } from './file-events.ts';
import type { Listing } from './listing.ts';
import type { Sight } from './sight.ts';

interface AlertLooksOptions {
  /** Absolute path of the content folder. */
  readonly folder: string;
  readonly alerts: AlertEvents;
  readonly sight: () => Sight;
  /** Scans the folder. */
  readonly scan: () => Promise<void>;
  /** Scans these files, of whatever kind. */
  readonly scanFiles: (events: FileEvents) => Promise<void>;
  /** There is a newer listing, in which only alerts differ. */
  readonly onListing: (listing: Listing) => void;
}

export interface AlertLooks {
  /** Looks again at these files only, where that is enough: at the alerts among them at once. Never rejects. */
  scanFiles(events: FileEvents): Promise<void>;
  /** Looks at what has changed in the folders of alerts. Never rejects. */
  scanForAlerts(): Promise<void>;
}

/** Looks at alerts at once, whatever scan runs. */
export function createAlertLooks({ folder, alerts, sight, scan, scanFiles, onListing }: AlertLooksOptions): AlertLooks {
  const isInSight = (): boolean => sight().scanned && (sight().reachable || sight().hangs);
  const passes = oneAtATime(async () => {
    const events = alerts.take();
    const listing = await lookAtAlerts(folder, () => sight().listing, events);
    // Nothing that happens to other alerts waits for that scan.
    if (listing === null) void scanFiles(events);
    else if (listing !== sight().listing) onListing(listing);
  });
  /** Looks at what happened in folders of alerts; gives the rest. */
  const look = async (events: FileEvents): Promise<FileEvents> => {
    // What happens to alerts during the first scan is added to its listing.
    const others = alerts.sort(events);
    if (isInSight() && others.size < events.size) await passes.request();
    return others;
  };
  const again = oneAtATime(async () => {
    if (!isInSight()) return;
    const changed = await changedAlerts(folder, sight().listing);
    await (changed === null ? scan() : look(changed));
  });
  return {
    async scanFiles(events) {
      const others = await look(events);
      // The folder of an alert may have come alone: what came with it may have had no event of its own.
      if (others.size < events.size) void again.request();
      if (others.size > 0) await scanFiles(others);
    },
    scanForAlerts: () => again.request(),
  };
}
