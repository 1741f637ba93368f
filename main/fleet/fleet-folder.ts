import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cleanName } from '../content/names/clean-name.ts';
import { askShare } from '../content/scan/share-queue.ts';
import { errorCode } from '../lib/error-code.ts';
import { writeFileAtomically } from '../lib/write-file-atomically.ts';
import { type Heartbeat, parseHeartbeat } from './heartbeat.ts';
import type { LeaseNote } from './lease.ts';
import type { Found } from './sightings.ts';

/** Folder of what the machines say of themselves, in the content folder; the scan passes over it because of the `_`. */
export const FLEET_FOLDER = '_écrans'.normalize('NFC');
/** No screen has this name: those of files begin with a letter (`cleanName`). */
const LEASE_FILE = '_redaction.json';
/** Files of more bytes are not read. */
const MAX_JSON_BYTES = 128 * 1024;
const MAX_PICTURE_BYTES = 256 * 1024;
/** More machines than this are not looked at. */
const MAX_MACHINES = 500;
/** A file system may tell times by two seconds: a file that changed this short a time ago may change again unseen. */
const COARSE_MS = 3_000;
/** A temporary file this old was left by a process that was killed, milliseconds. */
const STALE_MS = 3_600_000;

const leaseSchema = z.object({
  run: z.string().min(1).max(40),
  holder: z.string().max(600),
  renewal: z.number().int().nonnegative(),
});

/** The name of the files of a machine: its screen’s, or its own. */
export const fileNameOf = (screen: string, machine: string): string =>
  cleanName(screen.replace(/[/\\]/gu, ' ')) ?? cleanName(machine.replace(/[/\\]/gu, ' ')) ?? 'machine';

/** The files by which the machines of a content folder know of one another. All calls reject with the system's error. */
export interface FleetFolder {
  read(): Promise<Found>;
  /** What stands in the file of this name; null: nothing that can be read. */
  heartbeat(name: string): Promise<Heartbeat | null>;
  writeHeartbeat(heartbeat: Heartbeat): Promise<void>;
  /** The picture of a machine; null where there is none. */
  picture(name: string): Promise<Buffer | null>;
  /** null: there is no picture. */
  writePicture(name: string, webp: Uint8Array | null): Promise<void>;
  /** null: there is none, or garbage. */
  lease(): Promise<LeaseNote | null>;
  writeLease(note: LeaseNote): Promise<void>;
  removeLease(): Promise<void>;
  /** Removes temporary files that killed processes left. */
  sweep(nowMs: number): Promise<void>;
}

/** Not there, not a file, or another user’s: nothing that waiting would change. Any other error is of the share. */
const UNREADABLE: readonly string[] = ['ENOENT', 'EISDIR', 'ENOTDIR', 'EACCES', 'EPERM'];

/** null where there is no such file, or one that is too large. */
async function readSmall(file: string, maxBytes: number): Promise<Buffer | null> {
  try {
    const { size } = await askShare(() => stat(file));
    return size > maxBytes ? null : await askShare(() => readFile(file));
  } catch (error) {
    if (UNREADABLE.includes(errorCode(error))) return null;
    throw error;
  }
}

/** Names in the folder; none where it is not there. */
async function namesIn(dir: string): Promise<string[]> {
  return askShare(() => readdir(dir)).catch((error: unknown) => {
    if (UNREADABLE.includes(errorCode(error))) return [];
    throw error;
  });
}

function parseLease(written: string): LeaseNote | null {
  try {
    return leaseSchema.safeParse(JSON.parse(written)).data ?? null;
  } catch {
    return null; // No JSON: the next holder replaces it.
  }
}

const isWebp = (bytes: Buffer) =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';

/** What was read in a file, with its marks, and since when it has them (monotonic). */
interface ReadBefore {
  readonly marks: string;
  readonly sinceMs: number;
  readonly heartbeat: Heartbeat | null;
}

/** Returns how to read heartbeats of which most are as they were: forty files are looked at every two seconds. */
function createReader(fileOf: (name: string) => string, nowMs: () => number) {
  let before: ReadonlyMap<string, ReadBefore> = new Map();
  const readAgain = async (name: string): Promise<ReadBefore> => {
    const file = fileOf(name);
    const facts = await askShare(() => stat(file)).catch((error: unknown) => {
      if (UNREADABLE.includes(errorCode(error))) return null;
      throw error;
    });
    const marks = facts === null ? '' : `${facts.mtimeMs} ${facts.size} ${facts.ino}`;
    const known = before.get(name);
    const isSame = known !== undefined && known.marks === marks;
    if (isSame && nowMs() - known.sinceMs > COARSE_MS) return known;
    const bytes = await readSmall(file, MAX_JSON_BYTES);
    const heartbeat = bytes === null ? null : parseHeartbeat(name, bytes.toString('utf8'));
    return { marks, sinceMs: isSame ? known.sinceMs : nowMs(), heartbeat };
  };
  return async (names: readonly string[]) => {
    const all = await Promise.all(names.map(async (name) => [name, await readAgain(name)] as const));
    before = new Map(all);
    return all;
  };
}

/** The folder `_écrans` of a content folder; it is made with the first file that is written. */
export function openFleetFolder(contentDir: string, nowMs: () => number = () => performance.now()): FleetFolder {
  const dir = join(contentDir, FLEET_FOLDER);
  const fileOf = (name: string, ending: string) => join(dir, `${name}${ending}`);
  const write = (file: string, content: string | Uint8Array) =>
    askShare(async () => {
      // Not `recursive`: where the content folder has gone, none is made in its place.
      await mkdir(dir).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error;
      });
      await writeFileAtomically(file, typeof content === 'string' ? content : [content], { flush: false });
    });
  const heartbeats = createReader((name) => fileOf(name, '.json'), nowMs);
  return {
    async read() {
      const names = (await namesIn(dir))
        .filter((name) => name.endsWith('.json') && !/^[._]/u.test(name))
        .map((name) => name.slice(0, -'.json'.length))
        .slice(0, MAX_MACHINES);
      const all = await heartbeats(names);
      return {
        heartbeats: all.flatMap(([, { heartbeat }]) => heartbeat ?? []),
        garbage: all.flatMap(([name, { heartbeat }]) => (heartbeat === null ? [name] : [])),
      };
    },
    async heartbeat(name) {
      const bytes = await readSmall(fileOf(name, '.json'), MAX_JSON_BYTES);
      return bytes === null ? null : parseHeartbeat(name, bytes.toString('utf8'));
    },
    writeHeartbeat: (beat) => write(fileOf(beat.name, '.json'), `${JSON.stringify(beat, null, 1)}\n`),
    async picture(name) {
      const bytes = await readSmall(fileOf(name, '.webp'), MAX_PICTURE_BYTES);
      return bytes !== null && isWebp(bytes) ? bytes : null;
    },
    writePicture: (name, webp) =>
      webp === null ? askShare(() => rm(fileOf(name, '.webp'), { force: true })) : write(fileOf(name, '.webp'), webp),
    async lease() {
      const bytes = await readSmall(join(dir, LEASE_FILE), MAX_JSON_BYTES);
      return bytes === null ? null : parseLease(bytes.toString('utf8'));
    },
    writeLease: (note) => write(join(dir, LEASE_FILE), `${JSON.stringify(note)}\n`),
    removeLease: () => askShare(() => rm(join(dir, LEASE_FILE), { force: true })),
    async sweep(nowMs) {
      const left = (await namesIn(dir)).filter((name) => name.endsWith('.tmp'));
      for (const name of left) {
        const { mtimeMs } = await askShare(() => stat(join(dir, name)));
        if (nowMs - mtimeMs > STALE_MS) await askShare(() => rm(join(dir, name), { force: true }));
      }
    },
  };
}
