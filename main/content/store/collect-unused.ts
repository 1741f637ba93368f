import type { Logger } from 'pino';
import { hashesOfAllCatalogues } from '../known/saved-catalogue.ts';
import type { Store } from './store.ts';

const COLLECT_EVERY_MS = 3_600_000;
/** An object of the store that nothing has used for a week is removed. */
const MAX_UNUSED_MS = 7 * 24 * 3_600_000;

export interface CollectOptions {
  readonly store: Store;
  /** Absolute paths. */
  readonly contentDir: string;
  readonly stateDir: string;
  /** Hashes of the objects that are shown, whether the catalogue has been saved or not. */
  readonly shown: () => Iterable<string>;
  /** Hashes of copies for the bin: only the size limit removes them. */
  readonly spared: () => Iterable<string>;
  /** Size of the store above which it removes objects that are not in use. */
  readonly maxBytes: () => number;
  readonly log: Logger;
}

/** Removes from the store, every hour, what no catalogue of the state folder names. Returns how to stop. */
export function startCollecting({
  store,
  contentDir,
  stateDir,
  shown,
  spared,
  maxBytes,
  log,
}: CollectOptions): () => void {
  const collect = async (): Promise<void> => {
    try {
      const inUse = await hashesOfAllCatalogues(stateDir, contentDir, Date.now());
      for (const hash of shown()) inUse.add(hash);
      const limits = { nowMs: Date.now(), maxBytes: maxBytes(), maxAgeMs: MAX_UNUSED_MS, spared: new Set(spared()) };
      const { removed, bytes } = await store.collect(inUse, limits);
      if (removed > 0) log.info({ removed, bytes }, 'unused variants collected');
    } catch (error) {
      log.warn({ err: error }, 'store not collected');
    }
  };
  const timer = setInterval(() => void collect(), COLLECT_EVERY_MS).unref();
  return () => clearInterval(timer);
}
