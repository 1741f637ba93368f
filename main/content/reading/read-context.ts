import type { Listing } from '../scan/listing.ts';
import type { Unit } from '../scan/unit.ts';
import type { Reading } from './reading.ts';

/** `priority` of alerts: before everything. */
export const URGENT = Number.MAX_SAFE_INTEGER;

/** What all units that one scan found are read with. */
export interface ScanContext {
  readonly listing: Listing;
  /** IANA zone of the place. */
  readonly zone: string;
  /** Longest side of the largest connected screen, pixels. */
  readonly longSide: number;
}

/** What a unit is read with. */
export interface ReadContext extends ScanContext {
  /** Higher is sooner. */
  readonly priority: number;
  /** The file was there when the service started; absent: it has just come. */
  readonly wasThere?: boolean;
}

/** Reads a unit whose files do not move. */
export type ReadUnit = (unit: Unit, context: ReadContext) => Promise<Reading>;
