import { atOnce, type Steps } from '../../lib/steps.ts';
import type { Burst } from '../reading/attempt.ts';
import type { Attempts } from '../reading/attempts.ts';
import type { ScanContext } from '../reading/read-context.ts';
import { isWithin } from '../scan/listing.ts';
import { isInAlerts } from '../scan/place.ts';
import type { Unit } from '../scan/unit.ts';
import { isUpToDate, type KnownUnit } from './known-unit.ts';
import type { KnownUnits } from './known-units.ts';
import { pathsIn, signatureWith } from './last-good.ts';

/** Has the units read that differ from what is known, and forgets those that are not there. */
export interface KnownUpdates {
  /**
   * What is known stands of units in the `hidden` paths, which could not be looked at, and of units with files there. In steps, the
   * alerts in the first one: a folder may have fifty thousand files. One update at a time.
   */
  update(units: readonly Unit[], context: ScanContext, hidden: readonly string[]): Steps<void>;
  /** The same of folders of alerts alone, at once, also between the steps of an update; `units`: at least those that lie there. */
  updateAlerts(units: readonly Unit[], context: ScanContext, hidden: readonly string[]): void;
  /** Whether an update has ended. */
  hasUpdated(): boolean;
  /** An update that goes on ends here. */
  close(): void;
}

interface KnownUpdatesOptions {
  readonly known: KnownUnits;
  readonly attempts: Attempts;
  readonly onGone: (path: string) => void;
}

/** What an update goes by. */
interface Update {
  readonly context: ScanContext;
  readonly hidden: readonly string[];
  readonly burst: Burst;
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

const isAlertUnit = ({ path }: Unit): boolean => isInAlerts(path);
const isOther = (path: string): boolean => !isInAlerts(path);

export function createKnownUpdates({ known, attempts, onGone }: KnownUpdatesOptions): KnownUpdates {
  /** Units that were looked at before: the same object is the same version of the same files. */
  const lookedAt = new WeakSet<Unit>();
  let scans = 0;
  let isClosed = false;

  const consider = (unit: Unit, { context, burst }: Update): void => {
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

  const forget = (path: string): void => {
    known.delete(path);
    onGone(path);
    attempts.drop(path);
  };

  /** `units`: all whose paths are of this part. What is new is looked at first. */
  function* updatePart(units: readonly Unit[], isPart: (path: string) => boolean, update: Update): Steps<void> {
    const { hidden } = update;
    const standing = hiddenUnits(known.inOrder(), hidden);
    const present = new Set<string>();
    const [fresh, others]: [Unit[], Unit[]] = [[], []];
    for (const unit of units) {
      present.add(unit.path);
      (lookedAt.has(unit) ? others : fresh).push(unit);
      yield;
    }
    for (const unit of fresh.concat(others)) {
      const stands = standing.size > 0 && withFoldersAbove(unit.path).some((path) => standing.has(path));
      if (!stands) consider(unit, update);
      lookedAt.add(unit);
      yield;
    }
    for (const path of [...known.paths(), ...attempts.paths()]) {
      const stays = present.has(path) || !isPart(path) || standing.has(path) || isWithin(path, hidden);
      if (!stays) forget(path);
      yield;
    }
  }

  // What the first scan finds was there at the start: it is no news.
  const newBurst = (): Burst => ({ serial: scans === 0 ? 0 : null });
  const updateAlerts = (units: readonly Unit[], update: Update): void =>
    atOnce(updatePart(units.filter(isAlertUnit), isInAlerts, update));

  return {
    *update(units, context, hidden) {
      const update = { context, hidden, burst: newBurst() };
      updateAlerts(units, update);
      const others = units.filter((unit) => !isAlertUnit(unit));
      const steps = updatePart(others, isOther, update);
      while (!isClosed && !steps.next().done) yield;
      scans += 1;
    },
    updateAlerts: (units, context, hidden) => updateAlerts(units, { context, hidden, burst: newBurst() }),
    hasUpdated: () => scans > 0,
    close() {
      isClosed = true;
    },
  };
}
