import PQueue from 'p-queue';

/** `decode`: work that keeps a core busy; `copy`: films, whose copying mostly waits for the disk. */
export type Lane = 'decode' | 'copy';

/** Queues in which the work of the media preparer waits for its turn. */
export interface Lanes {
  /** A higher priority runs sooner, and equals in the order in which they were added. `run` must not reject. */
  add(run: () => Promise<void>, lane: Lane, priority: number): void;
  /** `run` waits until both lanes are empty; while it runs, nothing else does. It must not reject. */
  addAlone(run: () => Promise<void>): void;
  /** Forgets all that waits. */
  clear(): void;
}

/** Lanes in which `decoders` files are decoded at a time and one film is copied. */
export function createLanes(decoders: number): Lanes {
  const lanes = { decode: new PQueue({ concurrency: decoders }), copy: new PQueue({ concurrency: 1 }) };
  const both = Object.values(lanes);
  const alone = new PQueue({ concurrency: 1 });
  const isIdle = () => both.every(({ size, pending }) => size === 0 && pending === 0);
  return {
    add(run, lane, priority) {
      void lanes[lane].add(run, { priority });
    },
    addAlone(run) {
      void alone.add(async () => {
        // Something may be added to one lane while the other becomes empty.
        while (!isIdle()) await Promise.all(both.map((lane) => lane.onIdle()));
        for (const lane of both) lane.pause();
        try {
          await run();
        } finally {
          for (const lane of both) lane.start();
        }
      });
    },
    clear() {
      for (const queue of [...both, alone]) queue.clear();
    },
  };
}
