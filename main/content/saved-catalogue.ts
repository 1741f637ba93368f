import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { inPieces } from '../lib/in-pieces.ts';
import type { Site } from '../settings/site.ts';
import type { Reading } from './reading.ts';
import { errorCode } from './scan.ts';
import type { Store } from './store.ts';

/** Raised when the shape of what is saved changes, or what a reader keeps of a file: it is then read again from the folder. */
const FORMAT = 7;

/** A unit as it was last read well. */
export interface SavedUnit {
  readonly path: string;
  readonly signature: string;
  /** Longest side its pictures were prepared for, pixels. */
  readonly longSide: number;
  readonly reading: Reading;
  /** What it shows is older than its files, which cannot be read. */
  readonly kept: boolean;
}

export interface SavedCatalogue {
  readonly site: Site;
  /** Whether the folder had a file of settings. */
  readonly hasSettings: boolean;
  /** Disk or share on which the folder lay. */
  readonly device: string;
  readonly units: readonly SavedUnit[];
}

// Our own file, written whole: its envelope is checked, so that another version's is not taken for this one's.
const envelope = z.object({
  format: z.literal(FORMAT),
  site: z.object({ place: z.object({ zone: z.string() }), storeBytes: z.number() }),
  hasSettings: z.boolean(),
  device: z.string(),
  units: z.array(
    z.object({
      path: z.string(),
      signature: z.string(),
      longSide: z.number(),
      kept: z.boolean(),
      reading: z.object({
        items: z.array(z.object({ id: z.string(), kind: z.string(), title: z.string() }).loose()),
        problems: z.array(z.object({ file: z.string(), code: z.string() }).loose()),
        retry: z.boolean(),
        uses: z.array(z.string()),
      }),
    }),
  ),
});

const FOLDER = 'catalogues';
const FORGET_MS = 60 * 24 * 3_600_000;

function fileFor(stateDir: string, contentDir: string): string {
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 16);
  return join(stateDir, FOLDER, `${name}.json`);
}

/** Hashes of all media that a text of ours names. */
const hashesIn = (json: string): string[] =>
  [...json.matchAll(/"(?:hash|blur)":"([0-9a-f]+)"/gu)].flatMap(([, hash]) => hash ?? []);

/** A unit whose media the store has lost is read again: without its signature it is like no file there is. */
async function withMedia(unit: SavedUnit, store: Pick<Store, 'has'>): Promise<SavedUnit> {
  const there = await Promise.all(hashesIn(JSON.stringify(unit.reading.items)).map(store.has));
  return there.every(Boolean) ? unit : { ...unit, signature: '' };
}

/** The last good catalogue of this content folder; null where there is none, or it cannot be used. */
export async function loadCatalogue(
  stateDir: string,
  contentDir: string,
  store: Pick<Store, 'has'>,
  log: Logger,
): Promise<SavedCatalogue | null> {
  const file = fileFor(stateDir, contentDir);
  try {
    const data: unknown = JSON.parse(await readFile(file, 'utf8'));
    const parsed = envelope.safeParse(data);
    if (parsed.success) {
      const saved = data as SavedCatalogue;
      return { ...saved, units: await Promise.all(saved.units.map((unit) => withMedia(unit, store))) };
    }
    log.warn({ file }, 'saved catalogue of another version passed over');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') log.warn({ file, err: error }, 'saved catalogue cannot be read');
  }
  return null;
}

function* jsonOf({ units, ...rest }: SavedCatalogue): Generator<string> {
  yield `${JSON.stringify({ format: FORMAT, ...rest }).slice(0, -1)},"units":[`;
  for (const [index, unit] of units.entries()) yield `${index === 0 ? '' : ','}${JSON.stringify(unit)}`;
  yield ']}';
}

/** Writes aside, flushes and renames: a kill at any moment leaves the one before, or this one. */
export async function saveCatalogue(stateDir: string, contentDir: string, saved: SavedCatalogue): Promise<void> {
  const file = fileFor(stateDir, contentDir);
  await mkdir(join(stateDir, FOLDER), { recursive: true });
  const aside = `${file}.${process.pid}.tmp`;
  const handle = await open(aside, 'w');
  try {
    await writeFile(handle, inPieces(jsonOf(saved)));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

/**
 * Hashes named by any saved catalogue of this state folder: what other instances may be showing. That of `contentDir`
 * is marked as in use; one that no instance has marked for two months is of a folder that is no longer shown, and is
 * forgotten.
 */
export async function hashesOfAllCatalogues(stateDir: string, contentDir: string, nowMs: number): Promise<Set<string>> {
  const hashes = new Set<string>();
  const own = fileFor(stateDir, contentDir);
  for (const name of await readdir(join(stateDir, FOLDER))) {
    if (!name.endsWith('.json')) continue;
    const file = join(stateDir, FOLDER, name);
    if (file === own) await utimes(file, nowMs / 1000, nowMs / 1000);
    else if (nowMs - (await stat(file)).mtimeMs > FORGET_MS) {
      await rm(file, { force: true });
      continue;
    }
    for (const hash of hashesIn(await readFile(file, 'utf8'))) hashes.add(hash);
  }
  return hashes;
}
