import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { inPieces } from '../../lib/in-pieces.ts';
import { writeFileAtomically } from '../../lib/write-file-atomically.ts';
import { hashesOf, mediaOfItem } from '../../programme/item-media.ts';
import { builtAt } from '../../settings/built-at.ts';
import { defaultSite, type Site } from '../../settings/site.ts';
import type { Store } from '../store/store.ts';
import { isSavedSite, isSavedUnit } from './saved-schema.ts';
import type { SavedUnit } from './saved-unit.ts';
import { isSealed, sealed } from './seal.ts';

/** Raised when the shape of what is saved changes, or what a reader keeps of a file: all files are then read again. */
const FORMAT = 22;
/** The last format whose files had no number in their names. */
const UNNUMBERED = 10;

export interface SavedCatalogue {
  readonly site: Site;
  /** Whether the folder had a file of settings. */
  readonly hasSettings: boolean;
  /** Disk or share on which the folder lay. */
  readonly device: string;
  readonly units: readonly SavedUnit[];
}

/** The file is our own and is written atomically; but another version may have written it, or a disk may have changed it. */
const envelope = z.object({
  format: z.number().int().max(FORMAT),
  site: z.unknown(),
  hasSettings: z.boolean(),
  device: z.string(),
  units: z.array(z.unknown()),
});

const FOLDER = 'catalogues';
/** A saved catalogue that no instance has marked as in use for two months is of a folder that is no longer shown. */
const FORGET_MS = 60 * 24 * 3_600_000;
/** A temporary file this old was left by a process that was killed while it saved. */
const STALE_MS = 24 * 3_600_000;

const nameFor = (contentDir: string): string => createHash('sha256').update(contentDir).digest('hex').slice(0, 16);

/** Each format has a file of its own: a version that is installed again after a newer one finds what it had saved itself. */
function fileFor(stateDir: string, contentDir: string): string {
  return join(stateDir, FOLDER, `${nameFor(contentDir)}.v${FORMAT}.json`);
}

/** The catalogues of this content folder that any version has saved, the newest format first. */
async function savedFiles(stateDir: string, contentDir: string): Promise<{ file: string; format: number }[]> {
  const names = await readdir(join(stateDir, FOLDER)).catch(() => []);
  return names
    .map((name) => ({ name, match: /^([0-9a-f]+)(?:\.v(\d+))?\.json$/u.exec(name) }))
    .filter(({ match }) => match?.[1] === nameFor(contentDir))
    .map(({ name, match }) => ({ file: join(stateDir, FOLDER, name), format: Number(match?.[2] ?? UNNUMBERED) }))
    .sort((a, b) => b.format - a.format);
}

/** Hashes of all media that a JSON text of ours names. */
const hashesIn = (json: string): string[] =>
  [...json.matchAll(/"(?:hash|blur)":"([0-9a-f]+)"/gu)].flatMap(([, hash]) => hash ?? []);

/** Without its signature where the store has lost media of the unit: no file has an empty signature, so the unit is read again. */
async function withMedia(unit: SavedUnit, store: Pick<Store, 'has'>): Promise<SavedUnit> {
  const there = await Promise.all(unit.reading.items.flatMap(mediaOfItem).flatMap(hashesOf).map(store.has));
  return there.every(Boolean) ? unit : { ...unit, signature: '' };
}

/** All of a saved catalogue that has the right shape: the rest is read from the folder again. */
function fitting({ site, hasSettings, device, units }: z.infer<typeof envelope>, log: Logger): SavedCatalogue {
  const whole = units.filter(isSavedUnit);
  if (whole.length < units.length)
    log.warn({ units: units.length - whole.length }, 'saved units of a wrong shape passed over');
  // Without its settings the folder would count as one whose settings were removed.
  if (!isSavedSite(site)) return { site: defaultSite, hasSettings: false, device, units: whole };
  return { site, hasSettings, device, units: whole };
}

/** What a saved file holds; null where nothing of it can be used. To look at each field of thousands of units takes a tenth of a start. */
function savedIn(text: string, build: string | null, log: Logger): (SavedCatalogue & { format: number }) | null {
  const value: unknown = JSON.parse(text);
  if (isSealed(text, build)) return value as SavedCatalogue & { format: number };
  const parsed = envelope.safeParse(value);
  return parsed.success ? { ...fitting(parsed.data, log), format: parsed.data.format } : null;
}

/**
 * The last good catalogue of this content folder; null where there is none, or it cannot be used. What an older version saved
 * is shown until its files are read again; what a newer one saved is left alone.
 */
export async function loadCatalogue(
  stateDir: string,
  contentDir: string,
  store: Pick<Store, 'has'>,
  log: Logger,
  build = builtAt(),
): Promise<SavedCatalogue | null> {
  for (const { file, format } of await savedFiles(stateDir, contentDir)) {
    if (format > FORMAT) {
      log.warn({ format, own: FORMAT }, 'what a newer version saved is left alone');
      continue;
    }
    try {
      const saved = savedIn(await readFile(file, 'utf8'), build, log);
      if (saved !== null) {
        const units = await Promise.all(saved.units.map((unit) => withMedia(unit, store)));
        return olderAsUnread(saved.format, { ...saved, units });
      }
      log.warn({ file }, 'saved catalogue of another version passed over');
    } catch (error) {
      log.warn({ file, err: error }, 'saved catalogue cannot be read');
    }
  }
  return null;
}

/** No file has an empty signature: each unit is read again. */
function olderAsUnread(format: number, { site, hasSettings, device, units }: SavedCatalogue): SavedCatalogue {
  const saved = { site, hasSettings, device, units };
  if (format === FORMAT) return saved;
  return { ...saved, units: units.map((unit) => ({ ...unit, signature: '' })) };
}

/** A unit as JSON, one item at a time: those of a calendar may be thousands, and as one text they would hold the event loop. */
function* jsonOfUnit({ reading: { items, ...reading }, ...unit }: SavedUnit): Generator<string> {
  yield `${JSON.stringify(unit).slice(0, -1)},"reading":${JSON.stringify(reading).slice(0, -1)},"items":[`;
  for (const [index, item] of items.entries()) yield `${index === 0 ? '' : ','}${JSON.stringify(item)}`;
  yield ']}}';
}

/** Without its last brace. */
export function* catalogueJson({ units, ...rest }: SavedCatalogue): Generator<string> {
  yield `${JSON.stringify({ format: FORMAT, ...rest }).slice(0, -1)},"units":[`;
  for (const [index, unit] of units.entries()) {
    if (index > 0) yield ',';
    yield* jsonOfUnit(unit);
  }
  yield ']';
}

/** Saves the catalogue of a content folder. When the process is killed meanwhile, the catalogue saved before stands. */
export async function saveCatalogue(
  stateDir: string,
  contentDir: string,
  saved: SavedCatalogue,
  build = builtAt(),
): Promise<void> {
  await mkdir(join(stateDir, FOLDER), { recursive: true });
  await writeFileAtomically(fileFor(stateDir, contentDir), inPieces(sealed(catalogueJson(saved), build)));
}

/** When a file was last written or marked as in use, epoch milliseconds; `nowMs` where another instance has just renamed it. */
const lastUsedMs = (file: string, nowMs: number): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => nowMs,
  );

/**
 * Hashes named by any saved catalogue of this state folder: other instances may be showing those media. Marks the catalogue
 * of `contentDir` as in use, and removes catalogues that no instance has marked for two months.
 */
export async function hashesOfAllCatalogues(stateDir: string, contentDir: string, nowMs: number): Promise<Set<string>> {
  const hashes = new Set<string>();
  const own = fileFor(stateDir, contentDir);
  for (const name of await readdir(join(stateDir, FOLDER))) {
    const file = join(stateDir, FOLDER, name);
    const isCatalogue = name.endsWith('.json');
    if (file === own) await utimes(file, nowMs / 1000, nowMs / 1000);
    else if (nowMs - (await lastUsedMs(file, nowMs)) > (isCatalogue ? FORGET_MS : STALE_MS)) {
      await rm(file, { force: true });
      continue;
    }
    if (!isCatalogue) continue;
    for (const hash of hashesIn(await readFile(file, 'utf8'))) hashes.add(hash);
  }
  return hashes;
}
