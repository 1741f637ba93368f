/** Thumbnails that are drawn at the same time: more would make the first ones wait for the others. */
const MAX_DRAWING = 6;

/** A wait in the queue; `done` gives the place to the next one, also where the turn has not come yet. */
export interface Turn {
  done(): void;
}

const waiting = new Set<() => void>();
let drawing = 0;

function next(): void {
  for (const start of waiting) {
    if (drawing >= MAX_DRAWING) return;
    waiting.delete(start);
    drawing += 1;
    start();
  }
}

/** Calls `start` when it is its turn to be drawn, in the order of the calls. */
export function inTurn(start: () => void): Turn {
  let state: 'waits' | 'draws' | 'over' = 'waits';
  const begin = (): void => {
    state = 'draws';
    start();
  };
  waiting.add(begin);
  next();
  return {
    done() {
      if (state === 'waits') waiting.delete(begin);
      if (state === 'draws') drawing -= 1;
      state = 'over';
      next();
    },
  };
}
