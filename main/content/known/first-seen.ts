import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { errorCode } from '../../lib/error-code.ts';
import { oneAtATime } from '../../lib/one-at-a-time.ts';
import { writeFileAtomically } from '../../lib/write-file-atomically.ts';
import type { Clock } from '../../when/clock.ts';
import { dayAt } from '../../when/day-at.ts';
import { isWithin, type SourceFile } from '../scan/listing.ts';

/**
 * The days on which files were first seen, by their names and contents: « demain » in a name is the day after. A copy, a sync or a
 * touched file is the same file; another name or another content is new, and so is what comes back days after it was taken out.
 */
export interface FirstSeen {
  /**
   * The day on which a file was first seen. `wasThere`: it was in the folder when the service started. `bytes`: all of the file,
   * where it has been read already; else its ends are read. Rejects with the error of the system where they cannot be.
   */
  dayOf(file: SourceFile, zone: string, wasThere: boolean, bytes?: Uint8Array): Promise<Temporal.PlainDate>;
  /** A file is not in the folder any more. */
  forget(path: string): void;
  /** Saves what is not saved yet. */
  close(): Promise<void>;
}

interface Sighting {
  readonly day: string;
  /** Path of the file as it was last seen. */
  path: string;
  /** ISO day since which no file of this path is there. */
  gone?: string;
}

/** A program that syncs a folder may take a file out and put it back; who puts one back after more days means another « demain ». */
const MAX_GONE_DAYS = 2;
/** What is read of a large file, at its start and at its end; bytes. */
const PART = 64 * 1024;
const SAVE_AFTER_MS = 500;
/** The pause before the next saving is this many times what the last one took: that of a hundred thousand files takes long. */
const PAUSES = 20;
const FOLDER = 'first-seen';

const savedSchema = z.record(
  z.string(),
  z.object({ day: z.iso.date(), path: z.string(), gone: z.iso.date().exactOptional() }),
);

export interface FirstSeenOptions {
  /** Absolute paths. */
  readonly contentDir: string;
  readonly stateDir: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Names the name and the content of a file. Of a large one, the size and both ends. */
async function keyOf({ absolute, path, size }: SourceFile, bytes?: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(`${basename(path).normalize('NFC')}\0${size}\0`);
  if (bytes !== undefined && size <= PART) return shortName(hash.update(bytes.subarray(0, size)));
  const handle = await open(absolute);
  try {
    const head = await handle.read(Buffer.alloc(Math.min(size, PART)), 0, Math.min(size, PART), 0);
    hash.update(head.buffer.subarray(0, head.bytesRead));
    if (size > PART) {
      const length = Math.min(PART, size - PART);
      const tail = await handle.read(Buffer.alloc(length), 0, length, size - length);
      hash.update(tail.buffer.subarray(0, tail.bytesRead));
    }
  } finally {
    await handle.close();
  }
  return shortName(hash);
}

const shortName = (hash: Hash): string => hash.digest('hex').slice(0, 24);

/** What was noted by an earlier run; null where there is nothing, or it cannot be read. */
async function load(file: string, log: Logger): Promise<Map<string, Sighting> | null> {
  try {
    const parsed = savedSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return new Map(Object.entries(parsed.data as Record<string, Sighting>));
    log.warn({ file }, 'the days on which files were first seen cannot be read');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT')
      log.warn({ file, err: error }, 'the days on which files were first seen are lost');
  }
  return null;
}

/** How many days one is before another. */
const daysBetween = (from: string, to: Temporal.PlainDate) => Temporal.PlainDate.from(from).until(to).days;

/** Opens the days on which the files of a folder were first seen, as an earlier run noted them. */
export async function openFirstSeen({ contentDir, stateDir, clock, log }: FirstSeenOptions): Promise<FirstSeen> {
  const folder = join(stateDir, FOLDER);
  const file = join(folder, `${createHash('sha256').update(contentDir).digest('hex').slice(0, 16)}.json`);
  const noted = await load(file, log);
  const sightings = noted ?? new Map<string, Sighting>();
  let timer: NodeJS.Timeout | null = null;
  let pauseMs = SAVE_AFTER_MS;
  let zoneOfPlace = 'Europe/Paris';
  const today = (zone: string) => dayAt(clock.now().epochMilliseconds, zone);
  const saving = oneAtATime(async () => {
    const now = today(zoneOfPlace);
    const since = performance.now();
    for (const [key, { gone }] of sightings) {
      if (gone !== undefined && daysBetween(gone, now) > MAX_GONE_DAYS) sightings.delete(key);
    }
    try {
      await mkdir(folder, { recursive: true });
      await writeFileAtomically(file, JSON.stringify(Object.fromEntries(sightings)));
    } catch (error) {
      log.warn({ err: error }, 'the days on which files were first seen are not saved');
    }
    pauseMs = Math.max(SAVE_AFTER_MS, PAUSES * (performance.now() - since));
  });
  const saveSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void saving.request();
    }, pauseMs).unref();
  };
  return {
    async dayOf(source, zone, wasThere, bytes) {
      zoneOfPlace = zone;
      const now = today(zone);
      const key = await keyOf(source, bytes);
      const known = sightings.get(key);
      if (known && (known.gone === undefined || daysBetween(known.gone, now) <= MAX_GONE_DAYS)) {
        if (known.path !== source.path || known.gone !== undefined) saveSoon();
        known.path = source.path;
        delete known.gone;
        return Temporal.PlainDate.from(known.day);
      }
      const day = firstDay(source, { zone, now, wasThere, isFresh: noted === null });
      sightings.set(key, { day: day.toString(), path: source.path });
      saveSoon();
      return day;
    },
    forget(path) {
      for (const sighting of sightings.values()) {
        if (sighting.gone !== undefined || !isWithin(sighting.path, [path])) continue;
        sighting.gone = today(zoneOfPlace).toString();
        saveSoon();
      }
    },
    async close() {
      if (timer === null) return;
      clearTimeout(timer);
      await saving.request();
    },
  };
}

/**
 * The day of a file that is not noted yet. One that was there when nothing was known has its own date; one that came while the
 * service did not run has the day on which it was put there; any other comes now.
 */
function firstDay(
  { mtimeMs, ctimeMs }: SourceFile,
  { zone, now, wasThere, isFresh }: { zone: string; now: Temporal.PlainDate; wasThere: boolean; isFresh: boolean },
): Temporal.PlainDate {
  if (!wasThere) return now;
  const own = dayAt(isFresh ? mtimeMs : ctimeMs, zone);
  return isFresh || Temporal.PlainDate.compare(own, now) < 0 ? own : now;
}
