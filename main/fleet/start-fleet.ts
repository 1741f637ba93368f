import { type Observable, Subject } from 'rxjs';
import { waitAtMost } from '../lib/wait-at-most.ts';
import type { Fleet } from './fleet.ts';

/** A share that hangs must not keep the service from closing, milliseconds. */
const MAX_LEAVE_MS = 500;

/**
 * Looks at the folder again and again. `change$` emits where `describe` gives another text than after the look before, or
 * where another machine writes the page.
 */
export function startFleet(
  fleet: Fleet,
  describe: () => string,
): { readonly change$: Observable<void>; close(): Promise<void> } {
  const change$ = new Subject<void>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let told = '';
  let last: Promise<void> = Promise.resolve();
  const look = async () => {
    const pauseMs = await fleet.tick();
    if (isClosed) return;
    const next = `${fleet.isWriter()} ${describe()}`;
    if (next !== told) change$.next();
    told = next;
    timer = setTimeout(run, pauseMs).unref();
  };
  const run = () => {
    last = look();
  };
  run();
  return {
    change$: change$.asObservable(),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await waitAtMost(
        last.then(() => fleet.leave()),
        MAX_LEAVE_MS,
      );
    },
  };
}
