import type { SavedUnit } from '../content/known/saved-unit.ts';
import { findNamed } from '../content/scan/find-file.ts';
import type { Listing } from '../content/scan/listing.ts';
import { unitsOf } from '../content/scan/units-of.ts';
import { fold } from '../lib/fold.ts';
import { SITE_FILE, type Site } from '../settings/site.ts';

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
  /** Paths of the fiches whose image it is; it is not shown by itself then. */
  readonly usedBy: readonly string[];
  /** `reading`: it, or its new version, has not been read yet; `copying`: its copy is unfinished, and it is tried again. */
  readonly waits: 'no' | 'reading' | 'copying';
  /** The version before is shown, because the new one cannot be read, or not yet. */
  readonly kept: boolean;
}

/** Everything that a scan found, compared with what has been read of it: a pure function. */
export function reportFiles(listing: Listing, units: readonly SavedUnit[], { logo }: Pick<Site, 'logo'>): ReportFile[] {
  const known = new Map(units.map((unit) => [unit.path, unit]));
  const users = new Map<string, string[]>();
  for (const { path, reading } of units) {
    for (const used of reading.uses) users.set(used, [...(users.get(used) ?? []), path]);
  }
  const waitOf = (path: string, signature: string): ReportFile['waits'] => {
    const unit = known.get(path);
    // Where other files went into a unit, the signatures of those files stand after its own.
    const current = unit && (unit.signature === signature || unit.signature.startsWith(`${signature}\n`));
    if (!unit || !current) return 'reading';
    const { items, problems, retry } = unit.reading;
    return retry && items.length === 0 && problems.every(({ severity }) => severity === 'warning') ? 'copying' : 'no';
  };
  const logoFile = logo === undefined ? null : findNamed(listing, logo);
  const content = unitsOf(listing, logoFile).map(({ path, files, signature }): ReportFile => {
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
 * When the last file arrived or was written, epoch milliseconds; null where there is none. Times after `beforeMs` come from
 * wrong clocks, such as a camera's, and are passed over. `toldMs` is the time on the standing page: it stays when its file
 * leaves, so that the time never goes back. The result is the same for every service that shares the folder.
 */
export function lastChangeMs(listing: Listing, toldMs: number | null, beforeMs: number): number | null {
  let newest = toldMs !== null && toldMs < beforeMs ? toldMs : 0;
  for (const { mtimeMs, ctimeMs } of listing.files.values()) {
    for (const time of [mtimeMs, ctimeMs]) if (time < beforeMs && time > newest) newest = time;
  }
  return newest === 0 ? null : Math.floor(newest);
}
