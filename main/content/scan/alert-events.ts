import { addEvent, type FileEvent, type FileEvents } from './file-events.ts';
import type { Listing } from './listing.ts';
import { isOfAlerts } from './place.ts';
import { rescanFiles } from './rescan.ts';

/** What has happened in the folders of alerts. An alert does not wait for a scan: that of a folder of thousands takes seconds. */
export interface AlertEvents {
  /** Keeps the events in folders of alerts, and gives the others. */
  sort(events: FileEvents): FileEvents;
  /** Those that have yet to be looked at; they are then taken for seen. */
  take(): FileEvents;
  /** A scan begins: what happens from now on may have escaped it when it ends. */
  scanBegins(): void;
  /** The listing of a scan that has ended, with what has happened meanwhile. */
  addTo(folder: string, scanned: Listing): Promise<Listing>;
}

export function createAlertEvents(): AlertEvents {
  const sinceScan = new Map<string, FileEvent>();
  let unseen = new Map<string, FileEvent>();
  return {
    sort(events) {
      const others = new Map<string, FileEvent>();
      for (const [path, event] of events) {
        const targets = isOfAlerts(path) ? [sinceScan, unseen] : [others];
        for (const target of targets) addEvent(target, path, event);
      }
      return others;
    },
    take() {
      const taken = unseen;
      unseen = new Map();
      return taken;
    },
    scanBegins: () => sinceScan.clear(),
    async addTo(folder, scanned) {
      let listing = scanned;
      // More may happen while some are looked at.
      while (sinceScan.size > 0) {
        const events = new Map(sinceScan);
        sinceScan.clear();
        listing = (await rescanFiles(folder, listing, events)) ?? listing;
      }
      return listing;
    },
  };
}

/** The newest listing with these files of alerts looked at again; null where the folder must be scanned. */
export async function lookAtAlerts(folder: string, newest: () => Listing, events: FileEvents): Promise<Listing | null> {
  for (;;) {
    const before = newest();
    const seen = await rescanFiles(folder, before, events);
    // Otherwise a scan has ended meanwhile.
    if (seen === null || newest() === before) return seen;
  }
}
