import type { Listing } from './listing.ts';

/** What the scans have told of the content folder so far. */
export interface Sight {
  /**
   * The last listing of a folder that was in reach, with the problems of the last scan: the same array for as long as the
   * problems are the same.
   */
  readonly listing: Listing;
  /** Disk or share on which the folder lies, or lay when it was last in reach. */
  readonly device: string;
  /** False while the folder is out of reach. True before the first scan. */
  readonly reachable: boolean;
  /**
   * Whether the running scan hangs, maybe for one file among all: the wall goes on with what is known, the report says that the
   * folder is out of reach, and folders of alerts are looked at all the same.
   */
  readonly hangs: boolean;
  /** Whether a scan has ended. */
  readonly scanned: boolean;
}
