import { copyFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { oneAtATime } from '../../lib/one-at-a-time.ts';
import type { Listing, SourceFile } from '../scan/listing.ts';
import type { Store } from '../store/store.ts';
import { type BinFile, type BinRecords, openBinRecords } from './bin-records.ts';
import { placeFile } from './place-file.ts';

/** Larger files are not kept: a film would push hundreds of posters out. */
const MAX_KEPT_BYTES = 200 * 1024 ** 2;
/** Of the limit of the store, copies of originals take half at most. */
const SHARE_OF_STORE = 0.5;
/** A file that changed this recently may still be being written. */
const QUIET_MS = 2_000;
/** Pauses between two copies, and while new files are being read: the wall comes first. Milliseconds. */
const PAUSE_MS = 20;
const BUSY_PAUSE_MS = 500;

export interface BinOptions {
  readonly store: Pick<Store, 'put' | 'has' | 'pathOf' | 'tempPath'>;
  /** Absolute paths. */
  readonly contentDir: string;
  readonly stateDir: string;
  readonly listing: () => Listing;
  /** Bytes the store may take. */
  readonly maxBytes: () => number;
  /** Files of the folder that are being read: copies wait for them. */
  readonly reading: () => number;
  readonly nowMs: () => number;
  readonly log: Logger;
}

/** What was taken out of the folder in the last thirty days, kept by content in the store. */
export interface Bin {
  /** The newest first. */
  list(): readonly BinFile[];
  /** Looks at the folder again. Never rejects. */
  look(): Promise<void>;
  /** Keeps a file that is about to be replaced. */
  keepBeforeReplacing(absolute: string): Promise<void>;
  /** Puts a file back under its name. False where it is not kept any more. @throws {PlaceRefusal} */
  restore(id: string): Promise<boolean>;
  /** Hashes of the copies: the store removes them last. */
  hashes(): Iterable<string>;
  close(): void;
}

/** Keeps the original of a file, unless it was written meanwhile: the next look keeps what it has become then. */
async function keepOriginal(file: SourceFile, { store }: BinOptions, records: BinRecords): Promise<void> {
  const hash = await store.put({ file: file.absolute, move: false });
  const now = await stat(file.absolute);
  if (now.size === file.size && now.mtimeMs === file.mtimeMs) records.note(file, hash);
}

const isWanted = (file: SourceFile, records: BinRecords): boolean =>
  !records.isKept(file) && file.size > 0 && file.size <= MAX_KEPT_BYTES && Date.now() - file.ctimeMs > QUIET_MS;

/** Keeps the originals of the files that are new or changed, one at a time. True where there was one. */
async function keepOriginals(options: BinOptions, records: BinRecords, isClosed: () => boolean): Promise<boolean> {
  const { listing, maxBytes, reading, log } = options;
  const wanted = [...listing().files.values()].filter((file) => isWanted(file, records));
  for (const file of wanted) {
    while (reading() > 0 && !isClosed()) await pause(BUSY_PAUSE_MS);
    if (isClosed() || records.bytes() + file.size > maxBytes() * SHARE_OF_STORE) break;
    await keepOriginal(file, options, records).catch((error: unknown) =>
      log.debug({ err: error }, 'original not kept'),
    );
    await pause(PAUSE_MS);
  }
  return wanted.length > 0;
}

/** Opens the bin of a content folder: what left while no service ran is in it too. */
export async function openBin(options: BinOptions): Promise<Bin> {
  const { store, contentDir, stateDir, listing, nowMs, log } = options;
  const records = await openBinRecords(stateDir, contentDir, log);
  let closed = false;
  const looks = oneAtATime(async () => {
    if (closed || !listing().reachable) return;
    // First copies, then what has left: a file that was renamed is known under its new name by then.
    const hasKept = await keepOriginals(options, records, () => closed);
    if (!closed && (records.compare(listing(), nowMs()) || hasKept)) await records.save();
  });
  return {
    list: () => records.out(nowMs()),
    look: () => looks.request(),
    async keepBeforeReplacing(absolute) {
      const file = [...listing().files.values()].find((each) => each.absolute === absolute);
      if (file === undefined || file.size > MAX_KEPT_BYTES) return;
      records.takeOut(file, await store.put({ file: absolute, move: false }), nowMs());
      await records.save();
    },
    async restore(id) {
      const found = records.out(nowMs()).find((each) => each.id === id);
      if (found === undefined || !(await store.has(found.hash))) return false;
      const temporary = store.tempPath();
      try {
        await copyFile(store.pathOf(found.hash), temporary);
        await placeFile({ from: temporary, target: join(contentDir, found.path), replaces: null });
      } finally {
        await rm(temporary, { force: true });
      }
      records.remove(id);
      await records.save();
      return true;
    },
    hashes: () => records.hashes(),
    close() {
      closed = true;
    },
  };
}
