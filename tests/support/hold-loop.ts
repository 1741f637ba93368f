import { setImmediate as nextTurn } from 'node:timers/promises';

/** Holds the event loop for so long, then lets all timers run that became due; milliseconds. */
export async function holdLoop(ms: number): Promise<void> {
  const until = performance.now() + ms;
  while (performance.now() < until);
  // Timers run at the start of a turn: after the second one, a whole turn has gone by.
  await nextTurn();
  await nextTurn();
}
