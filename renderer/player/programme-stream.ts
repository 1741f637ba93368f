import { asyncScheduler, defer, Observable, repeat, retry, type SchedulerLike, tap, timeout, timer } from 'rxjs';
import type { Alive, Programme } from '../../main/contract.ts';

/** A message of the service. `fresh`: the first programme since this connection was opened. */
export type Message =
  | { readonly kind: 'programme'; readonly programme: Programme; readonly fresh: boolean }
  | { readonly kind: 'alive'; readonly at: string; readonly build: string | null };

/** The part of EventSource that is used; tests give another. */
export interface Source {
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
}

/** A source that has been silent for so long is taken for dead: the service says that it is alive every 10 s. Milliseconds. */
const MAX_SILENCE_MS = 30_000;

/** Pause before the n-th attempt in a row, from 1: 0.5 s, then twice as long each time, 2 s at most; milliseconds. */
export function pauseMs(attempt: number): number {
  return Math.min(2_000, 500 * 2 ** (attempt - 1));
}

/**
 * The messages of the service, for ever: a source that closes, fails or is silent for 30 s is opened again, after a pause
 * that grows with each attempt until the service sends a message.
 */
export function programmeMessages(open: () => Source, scheduler: SchedulerLike = asyncScheduler): Observable<Message> {
  let attempts = 0;
  const again = (): Observable<number> => timer(pauseMs(++attempts), scheduler);
  return defer(() => oneConnection(open)).pipe(
    timeout({ each: MAX_SILENCE_MS, scheduler }),
    tap(() => {
      attempts = 0;
    }),
    retry({ delay: again }),
    repeat({ delay: again }),
  );
}

function oneConnection(open: () => Source): Observable<Message> {
  return new Observable((subscriber) => {
    const source = open();
    let fresh = true;
    source.addEventListener('programme', (event) => {
      const programme = parse<Programme>(event);
      if (!programme) return;
      subscriber.next({ kind: 'programme', programme, fresh });
      fresh = false;
    });
    source.addEventListener('alive', (event) => {
      const alive = parse<Alive>(event);
      if (alive) subscriber.next({ kind: 'alive', at: alive.at, build: alive.build ?? null });
    });
    source.addEventListener('error', () => subscriber.error(new Error('The stream of the programme is closed.')));
    return () => source.close();
  });
}

/** The data of a message; undefined where it is not JSON: a message that was cut is ignored, the next one is complete. */
function parse<T>(event: Event): T | undefined {
  try {
    return JSON.parse((event as MessageEvent<string>).data) as T;
  } catch {
    return undefined;
  }
}
