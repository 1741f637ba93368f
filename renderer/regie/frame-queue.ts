/** Thumbnails that load at the same time: more would make the first ones wait for the others. */
const MAX_LOADING = 3;

/** A wait in the queue; `done` gives the place to the next one, also where the turn has not come yet. */
export interface Turn {
  done(): void;
}

const waiting = new Set<() => void>();
let loading = 0;

function next(): void {
  for (const start of waiting) {
    if (loading >= MAX_LOADING) return;
    waiting.delete(start);
    loading += 1;
    start();
  }
}

/** Calls `start` when it is its turn to load, in the order of the calls. */
export function inTurn(start: () => void): Turn {
  let state: 'waits' | 'loads' | 'over' = 'waits';
  const begin = (): void => {
    state = 'loads';
    start();
  };
  waiting.add(begin);
  next();
  return {
    done() {
      if (state === 'waits') waiting.delete(begin);
      if (state === 'loads') loading -= 1;
      state = 'over';
      next();
    },
  };
}
