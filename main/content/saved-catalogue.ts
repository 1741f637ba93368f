import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Site } from '../settings/site.ts';
import type { Reading } from './reading.ts';
import { errorCode } from './scan.ts';

/** Raised when the shape of what is saved changes: an older file is then read again from the folder instead. */
const FORMAT = 3;

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
  readonly siteSignature: string;
  readonly units: readonly SavedUnit[];
}

// Our own file, written whole: its envelope is checked, so that another version's is not taken for this one's.
const envelope = z.object({
  format: z.literal(FORMAT),
  site: z.object({ place: z.object({ zone: z.string() }), storeBytes: z.number() }),
  siteSignature: z.string(),
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

function fileFor(stateDir: string, contentDir: string): string {
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 16);
  return join(stateDir, FOLDER, `${name}.json`);
}

/** The last good catalogue of this content folder; null where there is none, or it cannot be used. */
export async function loadCatalogue(stateDir: string, contentDir: string, log: Logger): Promise<SavedCatalogue | null> {
  const file = fileFor(stateDir, contentDir);
  try {
    const data: unknown = JSON.parse(await readFile(file, 'utf8'));
    const parsed = envelope.safeParse(data);
    if (parsed.success) return data as SavedCatalogue;
    log.warn({ file }, 'saved catalogue of another version passed over');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') log.warn({ file, err: error }, 'saved catalogue cannot be read');
  }
  return null;
}

/** Writes aside, flushes and renames: a kill at any moment leaves the one before, or this one. */
export async function saveCatalogue(stateDir: string, contentDir: string, saved: SavedCatalogue): Promise<void> {
  const file = fileFor(stateDir, contentDir);
  await mkdir(join(stateDir, FOLDER), { recursive: true });
  const aside = `${file}.${process.pid}.tmp`;
  const handle = await open(aside, 'w');
  try {
    await handle.writeFile(JSON.stringify({ format: FORMAT, ...saved }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

/** Hashes named by any saved catalogue of this state folder: what other instances may be showing. */
export async function hashesOfAllCatalogues(stateDir: string): Promise<Set<string>> {
  const hashes = new Set<string>();
  for (const name of await readdir(join(stateDir, FOLDER))) {
    if (!name.endsWith('.json')) continue;
    const text = await readFile(join(stateDir, FOLDER, name), 'utf8');
    for (const [, hash] of text.matchAll(/"hash":"([0-9a-f]+)"/gu)) if (hash) hashes.add(hash);
  }
  return hashes;
}
