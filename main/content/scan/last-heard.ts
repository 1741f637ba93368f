/**
 * An event that is older than this, milliseconds, tells nothing of how long its file has stood still: where events are lost, or
 * where the writers of a share send none, the file may have been written to since. It is enough for what comes between an
 * event and the look at its file.
 */
const TELLS_MS = 50;

/** When the system last told of each path that something happened there. */
export interface LastHeard {
  hear(path: string): void;
  /** For how long, milliseconds, it is known that nothing has happened at any of these paths; 0 where that is not known. */
  quietMs(paths: readonly string[]): number;
}

/** `now`: monotonic milliseconds. */
export function createLastHeard(now = () => performance.now()): LastHeard {
  /** In the order of time. */
  const heard = new Map<string, number>();
  const forgetOld = (): void => {
    for (const [path, atMs] of heard) {
      if (now() - atMs <= TELLS_MS) return;
      heard.delete(path);
    }
  };
  return {
    hear(path) {
      forgetOld();
      heard.delete(path);
      heard.set(path, now());
    },
    quietMs(paths) {
      forgetOld();
      return Math.min(...paths.map((path) => now() - (heard.get(path) ?? now())));
    },
  };
}
