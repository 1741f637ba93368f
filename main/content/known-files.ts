import type { Problem } from '../contract.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import { naturally } from '../programme/order.ts';
import type { Burst } from './attempt.ts';
import { type AttemptsOptions, createAttempts } from './attempts.ts';
import { isUpToDate, type KnownUnit, knownFromSaved, savedFromKnown } from './known-unit.ts';
import { pathsIn, signatureWith } from './last-good.ts';
import type { ScanContext } from './read-context.ts';
import type { SavedUnit } from './saved-catalogue.ts';
import type { Unit } from './unit.ts';

export interface KnownFilesOptions extends Omit<AttemptsOptions, 'known' | 'now'> {
  /** What was known before the service was started again. */
  readonly saved: readonly SavedUnit[];
  /** Monotonic milliseconds; default: the clock of the process. */
  readonly now?: () => number;
}

/** The last good reading of every unit. */
export interface KnownFiles {
  /**
   * Reads the units that differ from what is known, and forgets the units that are not there. `isHidden` tells the paths that
   * could not be looked at: what is known of them stands, and so does what is known of the units that they are part of.
   */
  update(units: readonly Unit[], context: ScanContext, isHidden: (path: string) => boolean): void;
  items(): CatalogueItem[];
  problems(): Problem[];
  /** Whether every unit has been read once. */
  isSettled(): boolean;
  /** How many units are being read now, for the first time or again. */
  reading(): number;
  snapshot(): SavedUnit[];
  close(): void;
}

/** `a/b/c` → `a/b/c`, `a/b`, `a` */
function withFoldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** Paths of the units of which at least one file is hidden. */
function hiddenUnits(known: Iterable<KnownUnit>, isHidden: (path: string) => boolean): Set<string> {
  const hidden = [...known].filter(({ path, signature }) => isHidden(path) || pathsIn(signature).some(isHidden));
  return new Set(hidden.map(({ path }) => path));
}

export function createKnownFiles({ saved, now = () => performance.now(), ...options }: KnownFilesOptions): KnownFiles {
  const known = new Map<string, KnownUnit>(saved.map((unit) => [unit.path, knownFromSaved(unit)]));
  const attempts = createAttempts({ ...options, known, now });
  let scans = 0;

  const forgetAllBut = (present: ReadonlySet<string>, isHidden: (path: string) => boolean): void => {
    for (const path of [...known.keys(), ...attempts.paths()]) {
      if (present.has(path) || isHidden(path)) continue;
      known.delete(path);
      attempts.drop(path);
    }
  };

  const consider = (unit: Unit, context: ScanContext, burst: Burst): void => {
    const before = known.get(unit.path);
    const signature = signatureWith(unit, before?.reading.uses ?? [], context.listing);
    const attempt = attempts.get(unit.path);
    if (attempt?.signature === signature && attempt.context.longSide >= context.longSide) {
      attempts.resume(attempt, context);
      return;
    }
    attempts.drop(unit.path);
    if (before && isUpToDate(before, signature, context.longSide)) return;
    attempts.start({ unit, signature, context, burst, scan: before?.signature === signature ? 0 : scans });
  };

  const inOrder = (): KnownUnit[] => [...known.values()].toSorted((a, b) => naturally(a.path, b.path));

  return {
    update(units, context, isHidden) {
      const standing = hiddenUnits(known.values(), isHidden);
      const present = new Set(units.map(({ path }) => path));
      forgetAllBut(present, (path) => standing.has(path) || isHidden(path));
      // What the first scan finds was there at the start: it is no news.
      const burst: Burst = { serial: scans === 0 ? 0 : null };
      for (const unit of units)
        if (!withFoldersAbove(unit.path).some((path) => standing.has(path))) consider(unit, context, burst);
      scans += 1;
    },
    items() {
      const units = inOrder();
      const used = new Set(units.flatMap(({ reading }) => reading.uses));
      return units.flatMap(({ items }) => items.filter(({ source }) => !used.has(source)));
    },
    problems: () => inOrder().flatMap(({ reading }) => reading.problems),
    isSettled: () => scans > 0 && attempts.isSettled(),
    reading: () => attempts.busy(),
    snapshot: () => [...known.values()].map(savedFromKnown),
    close: () => attempts.close(),
  };
}
