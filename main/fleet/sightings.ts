import { Temporal } from 'temporal-polyfill';
import { BEAT_MS, type Heartbeat } from './heartbeat.ts';

/** A machine of which two beats are missing is silent; a sync program may carry a file for some seconds. */
const SILENT_MS = 2 * BEAT_MS + 15_000;
/** After a longer pause in our own looking (a share out of reach, a machine that slept) all is looked at as for the first time. */
const MAX_PAUSE_MS = BEAT_MS;
/** Clocks that differ by more than this are told of: a sync program may carry a file for some minutes. */
const CLOCK_DIFFERENCE_S = 600;

/** Monotonic milliseconds, and the instant of the clock of this machine. */
export interface Moment {
  readonly ms: number;
  readonly at: Temporal.Instant;
}

/** What was seen of the file of one machine. */
interface Sighting {
  readonly heartbeat: Heartbeat;
  readonly first: Moment;
  /** When it was last seen to become another one; null: it has stood still since it was first seen. */
  readonly changed: Moment | null;
}

/** All files, and when they were last looked at (monotonic). */
export interface Sightings {
  readonly byName: ReadonlyMap<string, Sighting>;
  readonly lookedMs: number;
}

export const NOTHING_SEEN: Sightings = { byName: new Map(), lookedMs: Number.NEGATIVE_INFINITY };

/** What the files of the folder say. */
export interface Found {
  readonly heartbeats: readonly Heartbeat[];
  /** Names of the files that say nothing that can be read. */
  readonly garbage: readonly string[];
}

/** Takes in what the files say now; one that has become garbage stands for what it said last. A pure function. */
export function sight(before: Sightings, { heartbeats, garbage }: Found, now: Moment): Sightings {
  const known = now.ms - before.lookedMs > MAX_PAUSE_MS ? new Map<string, Sighting>() : before.byName;
  const sighted = heartbeats.map((heartbeat): [string, Sighting] => {
    const last = known.get(heartbeat.name);
    if (last === undefined) return [heartbeat.name, { heartbeat, first: now, changed: null }];
    const { run, beat } = last.heartbeat;
    const isNew = run !== heartbeat.run || beat !== heartbeat.beat;
    return [heartbeat.name, isNew ? { ...last, heartbeat, changed: now } : last];
  });
  const kept = garbage.flatMap((name): [string, Sighting][] => {
    const last = known.get(name);
    return last === undefined ? [] : [[name, last]];
  });
  return { byName: new Map([...sighted, ...kept]), lookedMs: now.ms };
}

/**
 * Whether a machine is heard. `awaited`: its file was found a moment ago, and its clock and ours do not agree that it is new.
 * `since`: when it was last heard; null where only a clock that differs could tell.
 */
export type Hearing =
  | { readonly kind: 'heard'; readonly at: Temporal.Instant }
  | { readonly kind: 'awaited' }
  | { readonly kind: 'silent'; readonly since: Temporal.Instant | null };

/** Another machine of the folder. */
export interface OtherMachine {
  readonly heartbeat: Heartbeat;
  readonly hearing: Hearing;
  /** Seconds by which its clock is ahead of ours, where that is more than minutes; null where they agree or nobody knows. */
  readonly aheadS: number | null;
}

const secondsBetween = (later: Temporal.Instant, earlier: Temporal.Instant) =>
  (later.epochMilliseconds - earlier.epochMilliseconds) / 1000;

/** A change that we saw is judged by our own monotonic clock alone; a file that we found, by both clocks where they agree. */
function hearingOf({ first, changed }: Sighting, lookedMs: number, writtenAt: Temporal.Instant): Hearing {
  if (changed !== null)
    return lookedMs - changed.ms < SILENT_MS
      ? { kind: 'heard', at: changed.at }
      : { kind: 'silent', since: changed.at };
  const ageS = secondsBetween(first.at, writtenAt);
  if (lookedMs - first.ms >= SILENT_MS) return { kind: 'silent', since: ageS < 0 ? null : writtenAt };
  return Math.abs(ageS) * 1000 < SILENT_MS ? { kind: 'heard', at: first.at } : { kind: 'awaited' };
}

/** What is known of each machine, in the order of the sightings. A pure function. */
export function machinesOf({ byName, lookedMs }: Sightings): OtherMachine[] {
  return [...byName.values()].map((sighting) => {
    const { heartbeat, changed } = sighting;
    const writtenAt = Temporal.Instant.from(heartbeat.at);
    const aheadS = changed === null ? 0 : secondsBetween(writtenAt, changed.at);
    return {
      heartbeat,
      hearing: hearingOf(sighting, lookedMs, writtenAt),
      aheadS: Math.abs(aheadS) > CLOCK_DIFFERENCE_S ? Math.round(aheadS) : null,
    };
  });
}
