import type { Problem } from '../../contract.ts';
import type { CatalogueItem } from '../../programme/catalogue.ts';
import { hashesOf, mediaOfItem } from '../../programme/item-media.ts';
import { type AttemptsOptions, createAttempts } from '../reading/attempts.ts';
import type { Unit } from '../scan/unit.ts';
import { type KnownUnit, knownFromSaved, savedFromKnown } from './known-unit.ts';
import { createKnownUnits } from './known-units.ts';
import { createKnownUpdates, type KnownUpdates } from './known-updates.ts';
import type { SavedUnit } from './saved-unit.ts';

export interface KnownFilesOptions extends Omit<AttemptsOptions, 'known' | 'now' | 'quietMs'> {
  /** What was known before the service was started again. */
  readonly saved: readonly SavedUnit[];
  /** A unit is not there any more. */
  readonly onGone?: ((path: string) => void) | undefined;
  /** Monotonic milliseconds; default: the clock of the process. */
  readonly now?: () => number;
  /** For how long nothing has happened at these paths, milliseconds, as far as events tell; default: they tell nothing. */
  readonly quietMs?: AttemptsOptions['quietMs'];
}

/** The last good reading of every unit. */
export interface KnownFiles extends Pick<KnownUpdates, 'update' | 'updateAlerts'> {
  /** The units that show one of these objects of the store are read again at the next update, though their files are the same. */
  distrust(lost: ReadonlySet<string>): void;
  items(): CatalogueItem[];
  problems(): Problem[];
  /** Whether every unit has been read once. */
  isSettled(): boolean;
  /** The units that were there at the start and of which nothing is known yet. */
  unread(): Iterable<Unit>;
  /** How many units are being read now, for the first time or again. */
  reading(): number;
  /** How many units are known. */
  size(): number;
  /** Another number after each change of what is known. */
  version(): number;
  snapshot(): SavedUnit[];
  close(): void;
}

// Of thousands of units, hardly one is used by another or has a problem: no list is made of each.

function itemsOf(units: readonly KnownUnit[]): CatalogueItem[] {
  const used = new Set<string>();
  for (const { reading } of units) for (const path of reading.uses) used.add(path);
  const items: CatalogueItem[] = [];
  for (const unit of units) {
    for (const item of unit.items) if (used.size === 0 || !used.has(item.source)) items.push(item);
  }
  return items;
}

function problemsOf(units: readonly KnownUnit[]): Problem[] {
  const problems: Problem[] = [];
  for (const { reading } of units) for (const each of reading.problems) problems.push(each);
  return problems;
}

export function createKnownFiles(given: KnownFilesOptions): KnownFiles {
  const { saved, now = () => performance.now(), quietMs = () => 0, ...options } = given;
  const known = createKnownUnits(saved.map(knownFromSaved));
  const attempts = createAttempts({ ...options, known, now, quietMs });
  const updates = createKnownUpdates({ known, attempts, onGone: (path) => options.onGone?.(path) });
  return {
    update: updates.update,
    updateAlerts: updates.updateAlerts,
    distrust(lost) {
      const isLost = ({ items }: KnownUnit) =>
        items.some((item) =>
          mediaOfItem(item)
            .flatMap(hashesOf)
            .some((hash) => lost.has(hash)),
        );
      for (const unit of known.inOrder().filter(isLost)) known.set({ ...unit, doubtful: true });
    },
    items: () => itemsOf(known.inOrder()),
    problems: () => problemsOf(known.inOrder()),
    isSettled: () => updates.hasUpdated() && attempts.isSettled(),
    unread: () => attempts.unread(),
    reading: () => attempts.busy(),
    size: () => known.size,
    version: () => known.version,
    snapshot: () => known.inOrder().map(savedFromKnown),
    close() {
      updates.close();
      attempts.close();
    },
  };
}
