import type { Logger } from 'pino';
import type { Problem } from '../contract.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import { naturally } from '../programme/order.ts';
import { type Attempt, type Burst, priorityOf } from './attempt.ts';
import { isSameContent, isUnfinished, outcomeOf, pathsIn, signatureWith } from './last-good.ts';
import { problem } from './problem.ts';
import type { ReadContext, ReadUnit } from './read-context.ts';
import { nothing, type Reading } from './reading.ts';
import type { SavedUnit } from './saved-catalogue.ts';
import { mayPass, PATIENCE_MS, pauseBefore, SLOW_PACE_MS, standsStill } from './settle.ts';
import type { Unit } from './unit.ts';

export interface KnownFilesOptions {
  readonly saved: readonly SavedUnit[];
  readonly read: ReadUnit;
  readonly log: Logger;
  /** False for a single reading: what fails is not tried again. */
  readonly patient: boolean;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
  /** What is known of this unit has changed. */
  readonly onChange: (unit: Unit) => void;
  /** A file moved while it was looked at: the folder should be listed again. */
  readonly onMoved: () => void;
}

/** The last good reading of every unit. */
export interface KnownFiles {
  /**
   * Reads what differs from what is known, and lets go what is not there. `hidden` says which paths are only out of
   * sight: what is known of them stands, and so does what they are a part of.
   */
  update(
    units: readonly Unit[],
    context: Pick<ReadContext, 'listing' | 'zone' | 'longSide'>,
    hidden: (path: string) => boolean,
  ): void;
  items(): CatalogueItem[];
  problems(): Problem[];
  /** Whether every unit has been read once. */
  isSettled(): boolean;
  /** How many units are being read now, for the first time or anew. */
  reading(): number;
  snapshot(): SavedUnit[];
  close(): void;
}

interface Known extends SavedUnit {
  readonly serial: number;
  /** Those of the reading with the serial: the same objects as long as they stand. */
  readonly items: readonly CatalogueItem[];
  /** As it was saved with a fault that may have passed since: read again, though its files are the same. */
  readonly doubtful: boolean;
}

/** `a/b/c` → `a/b/c`, `a/b`, `a` */
function withFoldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

const hasPictures = (reading: Reading) =>
  reading.items.some(({ kind }) => kind === 'image' || kind === 'exhibition' || kind === 'event' || kind === 'alert');

const numbered = ({ items }: Reading, serial: number): CatalogueItem[] => items.map((item) => ({ ...item, serial }));

export function createKnownFiles(options: KnownFilesOptions): KnownFiles {
  const { saved, read, log, patient, onChange, onMoved, now = () => performance.now() } = options;
  const known = new Map<string, Known>(
    saved.map((unit) => [
      unit.path,
      { ...unit, serial: 0, items: numbered(unit.reading, 0), doubtful: isUnfinished(unit.reading) },
    ]),
  );
  const attempts = new Map<string, Attempt>();
  let serial = 0;
  let looks = 0;

  const inOrder = () => [...known.values()].toSorted((a, b) => naturally(a.path, b.path));

  const drop = (attempt: Attempt | undefined) => {
    if (attempt === undefined) return;
    attempt.abort.abort();
    if (attempts.get(attempt.unit.path) === attempt) attempts.delete(attempt.unit.path);
  };

  const newsOf = (burst: Burst): number => {
    burst.serial ??= ++serial;
    return burst.serial;
  };

  const put = (attempt: Attempt, read: Reading, hope: boolean) => {
    const { unit, context, first, burst } = attempt;
    const before = known.get(unit.path);
    const { reading, kept } = outcomeOf(read, before, hope, context.listing);
    // The same bytes prepared for a larger screen, or copied back, are no news, and must not make the wall jump; nor
    // must an old version that stays. What arrives at last is news then.
    const shows = before !== undefined && before.reading.items.length > 0 && !before.kept;
    const isNews = !first && !kept && !(shows && isSameContent(before.signature, attempt.signature));
    attempt.signature = signatureWith(unit, reading.uses, context.listing);
    const number = isNews && reading.items.length > 0 ? newsOf(burst) : (before?.serial ?? 0);
    known.set(unit.path, {
      path: unit.path,
      signature: attempt.signature,
      longSide: context.longSide,
      reading,
      kept,
      doubtful: false,
      serial: number,
      items: numbered(reading, number),
    });
  };

  const tryOnce = async (attempt: Attempt): Promise<void> => {
    const { unit, context, abort } = attempt;
    if (!(await standsStill(unit.files, { signal: abort.signal, urgent: unit.alert }))) {
      drop(attempt);
      const before = known.get(unit.path);
      // What was not read well, and cannot be looked at now, is still to be tried.
      if (before && isUnfinished(before.reading)) known.set(unit.path, { ...before, doubtful: true });
      onMoved();
      return;
    }
    attempt.tries += 1;
    const waitedMs = now() - attempt.since;
    const reading = await read(unit, { ...context, priority: priorityOf(attempt) });
    if (abort.signal.aborted) return;
    const hope = patient && reading.retry && waitedMs < PATIENCE_MS;
    put(attempt, reading, hope);
    if (hope) setTimeout(() => run(attempt), pauseBefore(attempt.tries)).unref();
    else if (patient && mayPass(reading)) attempt.dueMs = now() + SLOW_PACE_MS;
    else attempts.delete(unit.path);
    onChange(unit);
  };

  const run = (attempt: Attempt): void => {
    if (attempt.abort.signal.aborted) return;
    attempt.dueMs = null;
    attempt.running = true;
    const failed = (error: unknown): void => {
      if (attempt.abort.signal.aborted) return;
      // A reader that throws is our own fault; the file still gets its sentence, and the others go on.
      log.error({ err: error, file: attempt.unit.path }, 'reader failed');
      put(attempt, { ...nothing, problems: [problem('reader-failed', attempt.unit.path)] }, false);
      attempts.delete(attempt.unit.path);
      onChange(attempt.unit);
    };
    void tryOnce(attempt)
      .catch(failed)
      .finally(() => {
        attempt.running = false;
      });
  };

  const consider = (unit: Unit, context: Attempt['context'], burst: Burst): void => {
    const before = known.get(unit.path);
    const signature = signatureWith(unit, before?.reading.uses ?? [], context.listing);
    const isCurrent = (seen: { readonly signature: string; readonly longSide: number }) =>
      seen.signature === signature && seen.longSide >= context.longSide;
    const attempt = attempts.get(unit.path);
    if (attempt && isCurrent({ signature: attempt.signature, longSide: attempt.context.longSide })) {
      if (attempt.dueMs === null || now() < attempt.dueMs) return;
      attempt.context = context;
      run(attempt);
      return;
    }
    drop(attempt);
    const isRead = before && before.signature === signature && !before.doubtful;
    if (isRead && (before.longSide >= context.longSide || !hasPictures(before.reading))) return;
    const fresh: Attempt = {
      unit,
      signature,
      context,
      abort: new AbortController(),
      since: now(),
      first: looks === 0,
      look: before?.signature === signature ? 0 : looks,
      burst,
      tries: 0,
      running: false,
      dueMs: null,
    };
    attempts.set(unit.path, fresh);
    run(fresh);
  };

  return {
    update(units, context, hidden) {
      const present = new Set(units.map(({ path }) => path));
      const standing = new Set<string>();
      for (const { path, signature } of known.values())
        if ([path, ...pathsIn(signature)].some(hidden)) standing.add(path);
      for (const path of [...known.keys(), ...attempts.keys()]) {
        if (present.has(path) || standing.has(path) || hidden(path)) continue;
        known.delete(path);
        drop(attempts.get(path));
      }
      const burst: Burst = { serial: null };
      for (const unit of units)
        if (!withFoldersAbove(unit.path).some((path) => standing.has(path))) consider(unit, context, burst);
      looks += 1;
    },
    items() {
      const units = inOrder();
      const used = new Set(units.flatMap(({ reading }) => reading.uses));
      return units.flatMap(({ items }) => items.filter(({ source }) => !used.has(source)));
    },
    problems: () => inOrder().flatMap(({ reading }) => reading.problems),
    isSettled: () => looks > 0 && [...attempts.values()].every(({ tries, unit }) => tries > 0 && known.has(unit.path)),
    reading: () => [...attempts.values()].filter(({ running }) => running).length,
    snapshot: () => [...known.values()].map(({ serial: _serial, items: _items, doubtful: _doubtful, ...unit }) => unit),
    close() {
      for (const attempt of attempts.values()) attempt.abort.abort();
    },
  };
}
