/** Who is served next: the highest priority, and among equals the first come. */
export interface WaitingLine<T> {
  readonly size: number;
  add(entry: T, priority: number): void;
  /** Takes the next one that `may` be served now; null if none. */
  take(may: (entry: T) => boolean): T | null;
  /** Takes all, in order. */
  drain(): T[];
}

/** A list is enough: thousands wait at most, and each costs a decode. */
export function createWaitingLine<T>(): WaitingLine<T> {
  const line: { entry: T; priority: number }[] = [];
  return {
    get size() {
      return line.length;
    },
    add: (entry, priority) => {
      let at = line.length;
      while (at > 0 && (line[at - 1]?.priority ?? priority) < priority) at -= 1;
      line.splice(at, 0, { entry, priority });
    },
    take: (may) => {
      const at = line.findIndex(({ entry }) => may(entry));
      return at < 0 ? null : (line.splice(at, 1)[0]?.entry ?? null);
    },
    drain: () => line.splice(0).map(({ entry }) => entry),
  };
}
