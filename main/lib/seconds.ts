import { defer, filter, interval, type Observable, share } from 'rxjs';

const second$ = defer(() => interval(1_000)).pipe(share());

/**
 * Emits every so many whole seconds, the first time up to a second early. All that looks again and again shares one timer: a
 * machine at rest wakes once a second, and not once a second for each of them.
 */
export const everySeconds = (seconds: number): Observable<unknown> =>
  second$.pipe(filter((_, index) => (index + 1) % seconds === 0));
