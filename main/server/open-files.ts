import type { Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Files that stay open for a while when nobody reads them any more: the pictures of a loop that screens show, each at its own place. */
const MAX_UNUSED = 64;
/** When nothing was read for so long, what nobody reads is closed; milliseconds. */
const IDLE_MS = 1_000;

/** A file that stays open until `done`, which has to be called once. */
export interface OpenFile {
  readonly handle: Promise<FileHandle>;
  /** What was opened; null where nobody has had to know it yet. */
  readonly stat: Stats | null;
  /**
   * Whether it is still what stands at its path now, as `stat` tells. Where another file has taken its place, it is forgotten, and
   * who asks next opens the other one. Rejects where it cannot be opened.
   */
  isStill(stat: Stats): Promise<boolean>;
  done(): void;
}

/**
 * The files that are being sent, each opened once for all who ask for it: a player asks for a film in hundreds of ranges, and
 * fifty screens ask for a picture at about the same time. To open and close it each time were two of five waits for a thread.
 */
export interface OpenFiles {
  /** Opens the file at a path, unless it is open. */
  use(path: string): OpenFile;
  /** Closes what nobody reads. */
  close(): void;
}

interface Entry {
  readonly handle: Promise<FileHandle>;
  users: number;
  /** What was opened; asked only where somebody is given it who has not opened it. */
  asked: Promise<Stats> | null;
  stat: Stats | null;
}

/** All three: a file that is written to keeps its number, and one that takes its place may have its size and its time. */
export const identityOf = ({ ino, size, mtimeMs }: Stats): string => `${ino} ${size} ${mtimeMs}`;

export function createOpenFiles(maxUnused = MAX_UNUSED): OpenFiles {
  // In the order of their last use.
  const entries = new Map<string, Entry>();

  function opened(path: string): Entry {
    const entry: Entry = { handle: open(path), users: 0, asked: null, stat: null };
    // Whoever reads is told of the failure; where nobody reads there is none.
    entry.handle.catch(() => forget(path, entry));
    return entry;
  }

  function forget(path: string, entry: Entry): void {
    if (entries.get(path) === entry) entries.delete(path);
    if (entry.users === 0) entry.handle.then((file) => file.close()).catch(() => undefined);
  }

  function closeUnused(kept: number): void {
    const unused = [...entries].filter(([, { users }]) => users === 0);
    for (const [path, entry] of unused.slice(0, Math.max(0, unused.length - kept))) forget(path, entry);
  }

  async function isStill(path: string, entry: Entry, stat: Stats): Promise<boolean> {
    entry.asked ??= entry.handle.then((file) => file.stat());
    entry.stat ??= await entry.asked;
    if (identityOf(entry.stat) === identityOf(stat)) return true;
    forget(path, entry);
    return false;
  }

  const idle = setTimeout(() => closeUnused(0), IDLE_MS).unref();
  return {
    use(path) {
      const known = entries.get(path);
      const entry = known ?? opened(path);
      entries.delete(path);
      entries.set(path, entry);
      entry.users += 1;
      return {
        handle: entry.handle,
        stat: entry.stat,
        // Who has just opened it has what stands there.
        isStill: async (stat) => known === undefined || isStill(path, entry, stat),
        done() {
          entry.users -= 1;
          idle.refresh();
          if (entries.get(path) !== entry) forget(path, entry);
          else closeUnused(maxUnused);
        },
      };
    },
    close() {
      clearTimeout(idle);
      closeUnused(0);
    },
  };
}
