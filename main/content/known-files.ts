import type { Problem } from '../contract.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import { hashesOf, mediaOfItem } from '../programme/item-media.ts';
import type { Burst } from './attempt.ts';
import { type AttemptsOptions, createAttempts } from './attempts.ts';
import { isUpToDate, type KnownUnit, knownFromSaved, savedFromKnown } from './known-unit.ts';
import { createKnownUnits } from './known-units.ts';
import { pathsIn, signatureWith } from './last-good.ts';
import { isWithin } from './listing.ts';
import type { ScanContext } from './read-context.ts';
import type { SavedUnit } from './saved-unit.ts';
import type { Unit } from './unit.ts';

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
export interface KnownFiles {
  /**
   * Reads the units that differ from what is known, and forgets the units that are not there. What is known stands of units in
   * the `hidden` paths, which could not be looked at, and of units with files there.
   */
  update(units: readonly Unit[], context: ScanContext, hidden: readonly string[]): void;
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

/** `a/b/c` → `a/b/c`, `a/b`, `a` */
function withFoldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** Paths of the units of which at least one file is in the hidden paths. */
function hiddenUnits(known: readonly KnownUnit[], hidden: readonly string[]): Set<string> {
  if (hidden.length === 0) return new Set();
  const units = known.filter(({ path, signature }) =>
    [path, ...pathsIn(signature)].some((each) => isWithin(each, hidden)),
  );
  return new Set(units.map(({ path }) => path));
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
  let scans = 0;

  const forgetAllBut = (
    present: ReadonlySet<string>,
    standing: ReadonlySet<string>,
    hidden: readonly string[],
  ): void => {
    for (const path of [...known.paths(), ...attempts.paths()]) {
      if (present.has(path) || standing.has(path) || isWithin(path, hidden)) continue;
      known.delete(path);
      options.onGone?.(path);
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
    // A larger screen that has just come makes no news of what is still being read.
    const since = attempt?.signature === signature ? attempt.burst : burst;
    attempts.start({ unit, signature, context, burst: since, scan: before?.signature === signature ? 0 : scans });
  };

  return {
    update(units, context, hidden) {
      const standing = hiddenUnits(known.inOrder(), hidden);
      const present = new Set(units.map(({ path }) => path));
      forgetAllBut(present, standing, hidden);
      // What the first scan finds was there at the start: it is no news.
      const burst: Burst = { serial: scans === 0 ? 0 : null };
      for (const unit of units) {
        const stands = standing.size > 0 && withFoldersAbove(unit.path).some((path) => standing.has(path));
        if (!stands) consider(unit, context, burst);
      }
      scans += 1;
    },
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
    isSettled: () => scans > 0 && attempts.isSettled(),
    unread: () => attempts.unread(),
    reading: () => attempts.busy(),
    size: () => known.size,
    version: () => known.version,
    snapshot: () => known.inOrder().map(savedFromKnown),
    close: () => attempts.close(),
  };
}
