import type { Logger } from 'pino';
import { errorCode } from '../lib/error-code.ts';
import type { DiskFacts } from './disk-facts.ts';
import { type FleetFolder, fileNameOf } from './fleet-folder.ts';
import { BEAT_MS, type Heartbeat } from './heartbeat.ts';
import { CONFIRM_MS, isHeld, type Lease, type LeaseNote, nextLease, RENEW_MS, UNSEEN_LEASE } from './lease.ts';
import { shareFault } from './share-faults.ts';
import { type Moment, machinesOf, NOTHING_SEEN, type OtherMachine, type Sightings, sight } from './sightings.ts';

/**
 * Time between two looks at the lease and at what has to be told, milliseconds: a change is in its file after one, and known to
 * whoever looks after two. And the time between two looks while the content folder is out of reach.
 */
const TICK_MS = 2_000;
const AWAY_MS = 1_000;
/** A machine that writes no page looks at the others this seldom, milliseconds. */
const LOOK_MS = 20_000;
/** After a failure to write, the next try waits this long. */
const TRY_AGAIN_MS = 60_000;

/** What a machine knows of itself. */
export type OwnState = Omit<
  Heartbeat,
  'format' | 'name' | 'run' | 'beat' | 'machine' | 'at' | 'picture' | keyof DiskFacts
>;

/** A picture of the last slide: `key` names what it shows. */
interface OwnPicture {
  readonly key: string;
  /** null: it cannot be made. */
  make(): Promise<Uint8Array | null>;
}

export interface FleetOptions {
  readonly folder: FleetFolder;
  /** Name of the screen that this machine shows; empty for none. */
  readonly screen: string;
  /** Name of the machine in its network. */
  readonly machine: string;
  /** Of this process: no other one has it. */
  readonly run: string;
  /** False: this machine writes nothing of itself, and claims no lease. */
  readonly isOn: boolean;
  readonly now: () => Moment;
  /** Whether the folder is there: nothing may be written into the bare place of a share that came off. */
  readonly isInReach: () => Promise<boolean>;
  readonly own: () => OwnState;
  /** Asked with each heartbeat only: it looks at the disk. */
  readonly disk: () => Promise<DiskFacts>;
  readonly picture: () => OwnPicture | null;
  readonly log: Logger;
}

/** How the writing of the own state goes; `message`: a French sentence where it fails. */
interface Sharing {
  readonly state: 'ok' | 'off' | 'failed';
  readonly message: string | null;
}

/** The machines of one content folder, as this one sees them. */
export interface Fleet {
  /** Looks, and writes what is due; resolves to the milliseconds until the next look. Never rejects. */
  tick(): Promise<number>;
  /** The other machines, as last looked at, in the order of their names. */
  others(): readonly OtherMachine[];
  /** Reads the files of the others again. Never rejects. */
  look(): Promise<void>;
  /** Whether this machine writes `_état.html`, asked of the folder at this moment. Never rejects. */
  mayWritePage(): Promise<boolean>;
  /** The same, as last looked at. */
  isWriter(): boolean;
  sharing(): Sharing;
  /** Leaves the lease to the others. */
  leave(): Promise<void>;
}

/** What is worth a heartbeat before its time. */
function gist({ screens, ...rest }: OwnState): string {
  return JSON.stringify([rest, screens.map(({ name, connected, lit, remarks }) => [name, connected, lit, remarks])]);
}

/** Writes the heartbeats of one machine. */
function createBeating({ folder, screen, machine, run, isOn, now, own, disk, picture, log }: FleetOptions) {
  let name = fileNameOf(screen, machine);
  let beat = 0;
  let written: { readonly gist: string; readonly ms: number } | null = null;
  let pictured: string | null = null;
  let failure: { readonly code: string; readonly ms: number } | null = null;

  /** Two machines that claim one name: the one whose run is greater takes a name that says more. */
  const yieldName = async () => {
    const standing = written === null ? null : await folder.heartbeat(name);
    if (standing === null || standing.run === run || run < standing.run) return;
    const longer = fileNameOf(`${name} ${machine}`, machine);
    name = name.endsWith(machine) ? fileNameOf(`${name} ${run.slice(0, 4)}`, machine) : longer;
    pictured = null;
    log.warn({ name, other: standing.machine }, 'two machines have the same name of screen');
  };

  const writePicture = async (): Promise<boolean> => {
    const shown = picture();
    if (shown?.key === pictured) return true;
    const webp = (await shown?.make()) ?? null;
    if (webp !== null || pictured !== null || beat === 0) await folder.writePicture(name, webp);
    pictured = webp === null ? null : (shown?.key ?? null);
    return webp !== null;
  };

  const write = async (state: OwnState) => {
    await yieldName();
    const hasPicture = await writePicture();
    const { ms, at } = now();
    beat += 1;
    const about = { format: 1 as const, name, run, beat, machine, at: at.toString() };
    await folder.writeHeartbeat({ ...about, ...state, ...(await disk()), picture: hasPicture });
    written = { gist: gist(state), ms };
  };

  return {
    name: () => name,
    sharing(): Sharing {
      if (!isOn) return { state: 'off', message: null };
      return failure === null ? { state: 'ok', message: null } : { state: 'failed', message: shareFault(failure.code) };
    },
    async beatWhenDue() {
      const { ms } = now();
      if (!isOn || (failure !== null && ms - failure.ms < TRY_AGAIN_MS)) return;
      const state = own();
      if (written !== null && ms - written.ms < BEAT_MS && written.gist === gist(state)) return;
      try {
        await write(state);
        failure = null;
      } catch (error) {
        const code = errorCode(error);
        // One line for each kind of failure, not one a minute.
        if (failure?.code !== code) log.warn({ err: error }, shareFault(code));
        failure = { code, ms };
      }
    },
  };
}

/** Holds, or watches, the lease of the page. */
function createHolding({ folder, screen, machine, run, isOn, now, log }: FleetOptions) {
  const self = { run, holder: `${machine}/${screen}` };
  let lease: Lease = UNSEEN_LEASE;
  /** Nobody else holds the lease, and this machine cannot: it writes the page as if it were alone. */
  let isAlone = false;
  /** What the last look found: a claim counts once the file was read again, and not when its time has passed. */
  let isHolder = false;
  let failedMs = Number.NEGATIVE_INFINITY;
  const canWrite = async (note: LeaseNote): Promise<boolean> => {
    const { ms } = now();
    if (!isOn || ms - failedMs < TRY_AGAIN_MS) return false;
    try {
      await folder.writeLease(note);
      return true;
    } catch (error) {
      log.debug({ err: error }, 'lease of the page not written');
      failedMs = ms;
      return false;
    }
  };
  return {
    /** `hasOthers`: whether another machine has left a file in the folder, which may claim the lease as well. */
    async look(hasOthers: boolean) {
      const found = await folder.lease();
      const { lease: next, write } = nextLease(lease, found, { ...self, hasRivals: hasOthers }, now().ms);
      isAlone = write !== null && !(await canWrite(write));
      // What could not be claimed is as free at the next look as it is now.
      lease = isAlone ? { ...lease, note: found, claimedMs: null } : next;
      isHolder = isHeld(lease, self, now().ms);
    },
    holds: () => isAlone || isHolder,
    /** Who holds it and is alone sees nothing new in the file before it is renewed: whoever comes finds it held. */
    isDue: (hasOthers: boolean) => hasOthers || !isHolder || now().ms - lease.renewedMs >= RENEW_MS,
    isClaiming: () => lease.claimedMs !== null && !isHolder,
    async leave() {
      if (isHolder && (await folder.lease())?.run === run) await folder.removeLease();
    },
  };
}

/** The machines of one folder: says what this one does, hears the others, and decides which one writes the page. */
export function createFleet(options: FleetOptions): Fleet {
  const { folder, now, isInReach, log } = options;
  const beating = createBeating(options);
  const holding = createHolding(options);
  let sightings: Sightings = NOTHING_SEEN;
  let hasSwept = false;
  const others = () =>
    machinesOf(sightings)
      .filter(({ heartbeat }) => heartbeat.name !== beating.name())
      .toSorted((a, b) => a.heartbeat.name.localeCompare(b.heartbeat.name, 'fr'));
  const look = async () => {
    try {
      sightings = sight(sightings, await folder.read(), now());
    } catch (error) {
      log.debug({ err: error }, 'other machines not read');
    }
  };
  const sweepOnce = async () => {
    if (hasSwept) return;
    hasSwept = true;
    await folder.sweep(now().at.epochMilliseconds).catch((error: unknown) => log.debug({ err: error }, 'not swept'));
  };
  return {
    others,
    look,
    sharing: beating.sharing,
    isWriter: holding.holds,
    async tick() {
      try {
        if (!(await isInReach())) return AWAY_MS;
        await sweepOnce();
        await beating.beatWhenDue();
        if (holding.holds() || now().ms - sightings.lookedMs >= LOOK_MS) await look();
        const hasOthers = others().length > 0;
        if (holding.isDue(hasOthers)) await holding.look(hasOthers);
      } catch (error) {
        log.debug({ err: error }, 'fleet not looked at');
      }
      return holding.isClaiming() ? CONFIRM_MS : TICK_MS;
    },
    async mayWritePage() {
      if (!holding.holds()) return false;
      try {
        // Somebody may have claimed it since the last look.
        await holding.look(others().length > 0);
        return holding.holds();
      } catch (error) {
        log.debug({ err: error }, 'lease of the page not read');
        return false;
      }
    },
    async leave() {
      await holding.leave().catch((error: unknown) => log.debug({ err: error }, 'lease of the page not left'));
    },
  };
}
