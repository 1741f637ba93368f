import type { Logger } from 'pino';
import { everySeconds } from '../../lib/seconds.ts';
import { waitAtMost } from '../../lib/wait-at-most.ts';
import type { Store } from './store.ts';

/** How often it is looked whether the folders of the store are there. */
const LOOK_S = 3;
/** A request waits this long for the comparison: a film of gigabytes on a slow disk takes longer, and is sent meanwhile. */
const MAX_COMPARE_MS = 2_000;

/** What a request does not ask for is compared once the wall has long been painted, milliseconds. */
const COMPARE_AFTER_MS = 10_000;

/** What was found whole is not looked at again for so long, milliseconds: fifty screens ask for a picture at the same time. */
const FOUND_MS = 1_000;
const MAX_FOUND = 1_000;

export interface KeepStoreOptions {
  readonly store: Pick<Store, 'restore' | 'whole'>;
  /** Hashes of the objects that are shown. */
  readonly shown: () => readonly string[];
  /** These objects are not there, or had other bytes than their names stand for: they have to be made again. */
  readonly onLost: (hashes: ReadonlySet<string>) => void;
  readonly log: Pick<Logger, 'warn'>;
}

/** What the wall shows of the store, kept whole while the service runs. */
export interface StoreKeeper {
  /** Whether an object may be sent. One that may not is made again. */
  mayUse(hash: string): Promise<boolean>;
  close(): void;
}

/** Has objects made again that were removed or changed on the disk, also those of a store that was removed as a whole. */
export function keepStore({ store, shown, onLost, log }: KeepStoreOptions): StoreKeeper {
  let closed = false;
  /** When an object was last found whole, `performance.now()`; by hash. */
  const foundWhole = new Map<string, number>();
  const tell = (lost: readonly string[]): void => {
    if (closed || lost.length === 0) return;
    log.warn({ objects: lost.length }, 'objects of the store were lost or damaged; they are made again');
    onLost(new Set(lost));
  };
  const isJustFound = (hash: string) =>
    performance.now() - (foundWhole.get(hash) ?? Number.NEGATIVE_INFINITY) < FOUND_MS;
  const compare = async (hash: string): Promise<boolean> => {
    const isWhole = await store.whole(hash);
    if (foundWhole.size >= MAX_FOUND) foundWhole.clear();
    if (isWhole) foundWhole.set(hash, performance.now());
    else tell([hash]);
    return isWhole;
  };
  const compareAll = async (): Promise<void> => {
    const lost: string[] = [];
    // One after the other: what is asked for comes first.
    for (const hash of new Set(shown())) if (!closed && !(await store.whole(hash))) lost.push(hash);
    tell(lost);
  };
  const look = async (): Promise<void> => {
    try {
      if (await store.restore()) tell(shown());
    } catch (error) {
      log.warn({ err: error }, 'the store cannot be made again');
    }
  };
  const comparing = setTimeout(() => {
    compareAll().catch((error: unknown) => log.warn({ err: error }, 'the store was not compared'));
  }, COMPARE_AFTER_MS).unref();
  const looking = everySeconds(LOOK_S).subscribe(() => void look());
  return {
    mayUse: async (hash) => isJustFound(hash) || ((await waitAtMost(compare(hash), MAX_COMPARE_MS)) ?? true),
    close() {
      closed = true;
      clearTimeout(comparing);
      looking.unsubscribe();
    },
  };
}
