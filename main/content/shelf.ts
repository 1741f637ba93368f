import type { Logger } from 'pino';
import type { CatalogueItem } from '../calendar/catalogue.ts';
import { naturally } from '../calendar/order.ts';
import type { Problem } from '../contract.ts';
import { type Listing, signatureOf } from './listing.ts';
import { problem } from './problem.ts';
import { nothing, type Reading } from './reading.ts';
import type { SavedUnit } from './saved-catalogue.ts';
import { PATIENCE_MS, pauseBefore, standsStill } from './settle.ts';
import type { Unit } from './unit.ts';

/** What a unit is read with. */
export interface ReadContext {
  readonly listing: Listing;
  /** IANA zone of the place. */
  readonly zone: string;
  /** Longest side of the largest connected screen, pixels. */
  readonly longSide: number;
  /** Higher is sooner. */
  readonly priority: number;
}

/** Reads a unit whose files stand still. */
export type ReadUnit = (unit: Unit, context: ReadContext) => Promise<Reading>;

export interface ShelfOptions {
  readonly saved: readonly SavedUnit[];
  readonly read: ReadUnit;
  readonly log: Logger;
  /** False for a single reading: what fails is not tried again. */
  readonly patient: boolean;
  /** What the shelf holds of this unit has changed. */
  readonly onChange: (unit: Unit) => void;
  /** A file moved while it was looked at: the folder should be listed again. */
  readonly onMoved: () => void;
}

/** The last good reading of every unit. */
export interface Shelf {
  /** Reads what differs from what is known, and lets go what is not there; `keep` says what is only out of sight. */
  update(
    units: readonly Unit[],
    context: Pick<ReadContext, 'listing' | 'zone' | 'longSide'>,
    keep: (path: string) => boolean,
  ): void;
  items(): CatalogueItem[];
  problems(): Problem[];
  /** Whether every unit has been read once. */
  isSettled(): boolean;
  snapshot(): SavedUnit[];
  close(): void;
}

interface Known extends SavedUnit {
  readonly serial: number;
}

/** What one look at the folder found: it is news once, however long its parts take to be read. */
interface Burst {
  /** Given when the first of it has been read; null until then. */
  serial: number | null;
}

interface Attempt {
  readonly unit: Unit;
  readonly signature: string;
  readonly context: Pick<ReadContext, 'listing' | 'zone' | 'longSide'>;
  readonly abort: AbortController;
  /** Monotonic milliseconds. */
  readonly since: number;
  /** Found by the first look at the folder: not news. */
  readonly first: boolean;
  readonly burst: Burst;
  tries: number;
}

const hasPictures = (reading: Reading) =>
  reading.items.some(({ kind }) => kind === 'image' || kind === 'exhibition' || kind === 'event' || kind === 'alert');

/** A refused unit keeps what it showed before: a file that breaks while it is edited does not leave the wall. */
function keepingLastGood(reading: Reading, before: Reading | undefined): Reading {
  const refused = reading.items.length === 0 && reading.problems.some(({ severity }) => severity === 'refused');
  return refused && before ? { ...reading, items: before.items, uses: before.uses } : reading;
}

/** While a copy may still go on, a refusal is only a warning. */
function hopefully(reading: Reading): Reading {
  return { ...reading, problems: reading.problems.map((found) => ({ ...found, severity: 'warning' as const })) };
}

/** The unit and the other files that went into it: the image of an event is read again when it changes. */
function signatureWith(unit: Unit, uses: readonly string[], listing: Listing): string {
  const others = uses.map((path) => {
    const file = listing.files.get(path);
    return file ? signatureOf(file) : path;
  });
  return [unit.signature, ...others].join('\n');
}

export function createShelf({ saved, read, log, patient, onChange, onMoved }: ShelfOptions): Shelf {
  const known = new Map<string, Known>(saved.map((unit) => [unit.path, { ...unit, serial: 0 }]));
  const attempts = new Map<string, Attempt>();
  let serial = 0;
  let updated = false;

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

  const put = ({ unit, signature, context, first, burst }: Attempt, reading: Reading) => {
    const before = known.get(unit.path);
    // The same bytes prepared for a larger screen are no news, and must not make the wall jump.
    const isNews = !first && before?.signature !== signature;
    known.set(unit.path, {
      path: unit.path,
      signature: signatureWith(unit, reading.uses, context.listing),
      longSide: context.longSide,
      reading: keepingLastGood(reading, before?.reading),
      serial: isNews ? newsOf(burst) : (before?.serial ?? 0),
    });
  };

  const tryOnce = async (attempt: Attempt): Promise<void> => {
    const { unit, context, abort } = attempt;
    if (!(await standsStill(unit.files, abort.signal))) {
      drop(attempt);
      onMoved();
      return;
    }
    attempt.tries += 1;
    const waitedMs = performance.now() - attempt.since;
    const priority = unit.alert ? Number.MAX_SAFE_INTEGER : Math.max(...unit.files.map(({ mtimeMs }) => mtimeMs));
    const reading = await read(unit, { ...context, priority });
    if (abort.signal.aborted) return;
    const hope = patient && reading.retry && waitedMs < PATIENCE_MS;
    put(attempt, hope ? hopefully(reading) : reading);
    if (hope) setTimeout(() => run(attempt), pauseBefore(attempt.tries)).unref();
    else attempts.delete(unit.path);
    onChange(unit);
  };

  const run = (attempt: Attempt): void => {
    if (attempt.abort.signal.aborted) return;
    tryOnce(attempt).catch((error: unknown) => {
      if (attempt.abort.signal.aborted) return;
      // A reader that throws is our own fault; the file still gets its sentence, and the others go on.
      log.error({ err: error, file: attempt.unit.path }, 'reader failed');
      put(attempt, { ...nothing, problems: [problem('reader-failed', attempt.unit.path)] });
      attempts.delete(attempt.unit.path);
      onChange(attempt.unit);
    });
  };

  const consider = (unit: Unit, context: Attempt['context'], burst: Burst): void => {
    const before = known.get(unit.path);
    const signature = signatureWith(unit, before?.reading.uses ?? [], context.listing);
    const isCurrent = (seen: { readonly signature: string; readonly longSide: number }) =>
      seen.signature === signature && seen.longSide >= context.longSide;
    const attempt = attempts.get(unit.path);
    if (attempt && isCurrent({ signature: attempt.signature, longSide: attempt.context.longSide })) return;
    drop(attempt);
    if (before && (isCurrent(before) || (before.signature === signature && !hasPictures(before.reading)))) return;
    const fresh: Attempt = {
      unit,
      signature,
      context,
      abort: new AbortController(),
      since: performance.now(),
      first: !updated,
      burst,
      tries: 0,
    };
    attempts.set(unit.path, fresh);
    run(fresh);
  };

  return {
    update(units, context, keep) {
      const present = new Set(units.map(({ path }) => path));
      for (const path of [...known.keys(), ...attempts.keys()]) {
        if (present.has(path) || keep(path)) continue;
        known.delete(path);
        drop(attempts.get(path));
      }
      const burst: Burst = { serial: null };
      for (const unit of units) consider(unit, context, burst);
      updated = true;
    },
    items() {
      const units = inOrder();
      const used = new Set(units.flatMap(({ reading }) => reading.uses));
      return units.flatMap(({ reading, serial: number }) =>
        reading.items.filter(({ source }) => !used.has(source)).map((item) => ({ ...item, serial: number })),
      );
    },
    problems: () => inOrder().flatMap(({ reading }) => reading.problems),
    isSettled: () => updated && [...attempts.values()].every(({ tries, unit }) => tries > 0 && known.has(unit.path)),
    snapshot: () => [...known.values()].map(({ serial: _serial, ...unit }) => unit),
    close() {
      for (const attempt of attempts.values()) attempt.abort.abort();
    },
  };
}
