import type { Logger } from 'pino';
import { problem } from '../faults/problem.ts';
import { knownAfter } from '../known/known-unit.ts';
import type { KnownUnits } from '../known/known-units.ts';
import { isUnfinished } from '../known/last-good.ts';
import type { SourceFile } from '../scan/listing.ts';
import { mayPass, PATIENCE_MS, pauseAfter, SLOW_PACE_MS, standsStill } from '../scan/settle.ts';
import type { Unit } from '../scan/unit.ts';
import { type Attempt, type Burst, DROPPED, isBusy, priorityOf, READING, WAITING } from './attempt.ts';
import { readEarly } from './early-reading.ts';
import type { ReadUnit, ScanContext } from './read-context.ts';
import { nothing, type Reading } from './reading.ts';
import { timeFor } from './time-for.ts';

export interface AttemptsOptions {
  /** Attempts write what they read into it. */
  readonly known: KnownUnits;
  readonly read: ReadUnit;
  readonly log: Logger;
  /** False for a single reading: what fails is not tried again. */
  readonly patient: boolean;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** For how long nothing has happened at these paths, milliseconds, as far as events tell. */
  readonly quietMs: (paths: readonly string[]) => number;
  /** What is known of this unit has changed. */
  readonly onChange: (unit: Unit) => void;
  /** These files moved while they were looked at: they should be looked at again. */
  readonly onMoved: (files: readonly SourceFile[]) => void;
}

/** The attempts to read units, one a unit. */
export interface Attempts {
  get(path: string): Attempt | undefined;
  paths(): Iterable<string>;
  start(attempt: Pick<Attempt, 'unit' | 'signature' | 'context' | 'burst' | 'scan'>): void;
  /** Starts the next try of an attempt that rests, if the try is due. */
  resume(attempt: Attempt, context: ScanContext): void;
  /** Gives up the attempt of a unit, if there is one. */
  drop(path: string): void;
  /** Whether every unit that is attempted has been read once. */
  isSettled(): boolean;
  /** The units that were there at the start and have not been read yet. */
  unread(): Iterable<Unit>;
  /** How many units are being read. */
  busy(): number;
  close(): void;
}

/** Tries that begin in one turn of the event loop: to begin those of thousands of files at once would hold it for a second. */
const MAX_BEGINNING = 50;

/** What every try of every attempt shares. */
interface Tools extends AttemptsOptions {
  readonly attempts: Map<string, Attempt>;
  /** Those that are being read, or will be without anything else having to happen. */
  readonly busy: Set<Attempt>;
  /** Those of what was there at the start. */
  readonly first: Set<Attempt>;
  readonly newsOf: (burst: Burst) => number;
}

export function createAttempts(options: AttemptsOptions): Attempts {
  const { known, now } = options;
  const attempts = new Map<string, Attempt>();
  let serial = 0;
  const newsOf = (burst: Burst): number => {
    if (burst.serial === null) {
      serial += 1;
      burst.serial = serial;
    }
    return burst.serial;
  };
  const busy = new Set<Attempt>();
  const first = new Set<Attempt>();
  const tools: Tools = { ...options, attempts, busy, first, newsOf };
  const begin = beginning((attempt) => void runTry(attempt, tools));
  return {
    get: (path) => attempts.get(path),
    paths: () => attempts.keys(),
    start(facts) {
      const attempt: Attempt = {
        ...facts,
        sinceMs: now(),
        tries: 0,
        state: WAITING,
      };
      attempts.set(attempt.unit.path, attempt);
      if (attempt.burst.serial === 0) first.add(attempt);
      enter(attempt, WAITING, tools);
      begin(attempt);
    },
    resume(attempt, context) {
      if (attempt.state.kind !== 'resting' || now() < attempt.state.dueMs) return;
      attempt.context = context;
      void runTry(attempt, tools);
    },
    drop: (path) => drop(attempts.get(path), tools),
    isSettled() {
      for (const { tries, unit } of attempts.values()) if (tries === 0 || !known.has(unit.path)) return false;
      return true;
    },
    *unread() {
      for (const { unit } of first) if (!known.has(unit.path)) yield unit;
    },
    busy: () => busy.size,
    close() {
      for (const attempt of [...attempts.values()]) drop(attempt, tools);
    },
  };
}

/** A function that begins attempts, a few in each turn of the event loop; alerts at once. */
function beginning(run: (attempt: Attempt) => void): (attempt: Attempt) => void {
  const waiting: Attempt[] = [];
  let begun = 0;
  let isDue = false;
  const schedule = (): void => {
    if (!isDue) setImmediate(turn);
    isDue = true;
  };
  const begin = (attempt: Attempt): void => {
    begun += 1;
    schedule();
    run(attempt);
  };
  const turn = (): void => {
    isDue = false;
    begun = 0;
    for (const attempt of waiting.splice(0, MAX_BEGINNING)) if (!isDropped(attempt)) begin(attempt);
    if (waiting.length > 0) schedule();
  };
  return (attempt) => {
    if (attempt.unit.alert || (begun < MAX_BEGINNING && waiting.length === 0)) begin(attempt);
    else waiting.push(attempt);
  };
}

const isDropped = ({ state }: Attempt): boolean => state === DROPPED;

function enter(attempt: Attempt, state: Attempt['state'], { busy }: Tools): void {
  attempt.state = state;
  if (isBusy(attempt)) busy.add(attempt);
  else busy.delete(attempt);
}

function drop(attempt: Attempt | undefined, { attempts, busy, first }: Tools): void {
  if (attempt === undefined) return;
  busy.delete(attempt);
  first.delete(attempt);
  if (attempt.state.kind === 'retrying') clearTimeout(attempt.state.timer);
  attempt.state = DROPPED;
  attempts.delete(attempt.unit.path);
}

/** One try: waits until the files do not move, reads them, and decides what comes next. Never rejects. */
async function runTry(attempt: Attempt, tools: Tools): Promise<void> {
  const { unit, burst } = attempt;
  const { read, log, now, quietMs } = tools;
  enter(attempt, WAITING, tools);
  const readNow = () => read(unit, { ...attempt.context, priority: priorityOf(attempt), wasThere: burst.serial === 0 });
  const early = readEarly(unit, readNow);
  try {
    const stands = await standsStill(unit.files, {
      urgent: unit.alert,
      quietMs: quietMs(unit.files.map(({ path }) => path)),
      isWanted: () => !isDropped(attempt),
    });
    if (isDropped(attempt)) return;
    if (!stands) return leaveMoving(attempt, tools);
    enter(attempt, READING, tools);
    attempt.tries += 1;
    const waitedMs = now() - attempt.sinceMs;
    const reading = (await early) ?? (await readNow());
    await timeFor(unit);
    if (!isDropped(attempt)) take(attempt, reading, waitedMs, tools);
  } catch (error) {
    if (isDropped(attempt)) return;
    // A reader that throws is a fault of ours. Staff are still told of the file, and the other files are read.
    log.error({ err: error, file: unit.path }, 'reader failed');
    learn(attempt, { ...nothing, problems: [problem('reader-failed', unit.path)] }, false, tools);
    drop(attempt, tools);
    tools.onChange(unit);
  }
}

/** Files that move are being written, or have gone: the next scan tells which. */
function leaveMoving(attempt: Attempt, tools: Tools): void {
  const { known, onMoved } = tools;
  const { path, files } = attempt.unit;
  drop(attempt, tools);
  const before = known.get(path);
  // What was not read well, and could not be read now, must still be read again.
  if (before && isUnfinished(before.reading)) known.set({ ...before, doubtful: true });
  onMoved(files);
}

/** Keeps a reading, and plans the next try where one may go better. */
function take(attempt: Attempt, reading: Reading, waitedMs: number, tools: Tools): void {
  const { patient, now, onChange } = tools;
  const hope = patient && reading.retry && waitedMs < PATIENCE_MS;
  learn(attempt, reading, hope, tools);
  if (hope) {
    const timer = setTimeout(() => void runTry(attempt, tools), pauseAfter(attempt.tries)).unref();
    enter(attempt, { kind: 'retrying', timer }, tools);
  } else if (patient && mayPass(reading)) {
    enter(attempt, { kind: 'resting', dueMs: now() + SLOW_PACE_MS }, tools);
  } else drop(attempt, tools);
  onChange(attempt.unit);
}

function learn(attempt: Attempt, read: Reading, hope: boolean, { known, newsOf }: Tools): void {
  const { unit, burst } = attempt;
  const fresh = knownAfter(attempt, known.get(unit.path), { read, hope }, () => newsOf(burst));
  attempt.signature = fresh.signature;
  known.set(fresh);
}
