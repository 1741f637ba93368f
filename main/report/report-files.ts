import type { Listing } from '../content/listing.ts';
import type { SavedUnit } from '../content/saved-catalogue.ts';
import { unitsOf } from '../content/units-of.ts';
import { fold } from '../lib/fold.ts';
import { SITE_FILE } from '../settings/site.ts';

/** One thing that staff see in the folder: a file, or a folder that is an exhibition or a tree with all it holds. */
export interface ReportFile {
  /** Path of the file or of the folder. */
  readonly path: string;
  /** `settings` and `guide` are never content. */
  readonly role: 'content' | 'settings' | 'guide';
  /** Path that its items and its own problems carry: the file itself, or `exposition.md` of the folder. */
  readonly source: string;
  /** Further files read with it, in order; empty for a file. */
  readonly members: readonly string[];
  /** Sources of what it is shown with: the fiche whose image it is. Not shown for itself then. */
  readonly usedBy: readonly string[];
  /** `reading`: not read yet, or a new version is; `copying`: not whole yet, it is tried again. */
  readonly waits: 'no' | 'reading' | 'copying';
  /** What it shows is the version before: the new one cannot be read, or not yet. */
  readonly kept: boolean;
}

/** All that a scan found, seen beside what has been read: a pure function. `units` is what is known. */
export function reportFiles(listing: Listing, units: readonly SavedUnit[]): ReportFile[] {
  const known = new Map(units.map((unit) => [unit.path, unit]));
  const users = new Map<string, string[]>();
  for (const { path, reading } of units) {
    for (const used of reading.uses) users.set(used, [...(users.get(used) ?? []), path]);
  }
  const waitOf = (path: string, signature: string): ReportFile['waits'] => {
    const unit = known.get(path);
    // The knownFiles appends the signatures of the other files that went into the unit.
    const current = unit && (unit.signature === signature || unit.signature.startsWith(`${signature}\n`));
    if (!unit || !current) return 'reading';
    const { items, problems, retry } = unit.reading;
    return retry && items.length === 0 && problems.every(({ severity }) => severity === 'warning') ? 'copying' : 'no';
  };
  const content = unitsOf(listing).map(({ path, files, signature }): ReportFile => {
    const [first, ...others] = files;
    const members = others.map((file) => file.path);
    const source = first.path;
    const kept = known.get(path)?.kept ?? false;
    return {
      path,
      role: 'content',
      source,
      members,
      usedBy: users.get(path) ?? [],
      waits: waitOf(path, signature),
      kept,
    };
  });
  const seen = new Set(content.flatMap(({ source, members }) => [source, ...members]));
  const others = [...listing.files.keys()]
    .filter((path) => !seen.has(path))
    .map((path): ReportFile => {
      const role = fold(path) === SITE_FILE ? 'settings' : 'guide';
      return { path, role, source: path, members: [], usedBy: [], waits: 'no', kept: false };
    });
  return [...content, ...others];
}

/**
 * When the last file came or was written, epoch milliseconds; null where there is none. Times after `beforeMs` (a camera
 * whose clock is wrong) say nothing. `toldMs`: what the standing page says, which outlives the file it told of, so that
 * the time never goes back. It is the same for every service that shares the folder.
 */
export function lastChangeMs(listing: Listing, toldMs: number | null, beforeMs: number): number | null {
  let newest = toldMs !== null && toldMs < beforeMs ? toldMs : 0;
  for (const { mtimeMs, ctimeMs } of listing.files.values()) {
    for (const time of [mtimeMs, ctimeMs]) if (time < beforeMs && time > newest) newest = time;
  }
  return newest === 0 ? null : Math.floor(newest);
}
