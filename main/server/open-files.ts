import { type FileHandle, open } from 'node:fs/promises';

/** Files that stay open for a while when nobody reads them any more. */
const MAX_UNUSED = 16;
/** When nothing was read for so long, what nobody reads is closed; milliseconds. */
const IDLE_MS = 1_000;

/** A file that stays open until `done`, which has to be called once. */
export interface OpenFile {
  readonly handle: Promise<FileHandle>;
  done(): void;
}

/**
 * The files that are being sent, each opened once for all who ask for it: a player asks for a film in hundreds of ranges, and
 * fifty screens ask for a picture at about the same time. To open and close it each time were two of five waits for a thread.
 */
export interface OpenFiles {
  /** Opens the file at a path, unless it is open. `version`: of what stands there; null where that is still being looked up. */
  use(path: string, version: string | null): OpenFile;
  /** What stands at a path has this version. False where another one was open, which is forgotten: it has to be opened again. */
  confirm(path: string, version: string): boolean;
  /** Closes what nobody reads. */
  close(): void;
}

interface Entry {
  readonly handle: Promise<FileHandle>;
  /** null until it is confirmed. */
  version: string | null;
  users: number;
}

export function createOpenFiles(maxUnused = MAX_UNUSED): OpenFiles {
  // In the order of their last use.
  const entries = new Map<string, Entry>();

  function opened(path: string, version: string | null): Entry {
    const entry = { handle: open(path), version, users: 0 };
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

  const idle = setTimeout(() => closeUnused(0), IDLE_MS).unref();
  return {
    use(path, version) {
      const entry = entries.get(path) ?? opened(path, version);
      entries.delete(path);
      entries.set(path, entry);
      entry.users += 1;
      return {
        handle: entry.handle,
        done() {
          entry.users -= 1;
          idle.refresh();
          if (entries.get(path) !== entry) forget(path, entry);
          else closeUnused(maxUnused);
        },
      };
    },
    confirm(path, version) {
      const entry = entries.get(path);
      if (entry === undefined) return true;
      entry.version ??= version;
      if (entry.version === version) return true;
      forget(path, entry);
      return false;
    },
    close() {
      clearTimeout(idle);
      closeUnused(0);
    },
  };
}
