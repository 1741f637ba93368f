import { defer, Observable, repeat, retry, type SchedulerLike, tap, timeout, timer } from 'rxjs';
import type { Alive, Programme } from '../../main/contract.ts';

/** What the service says. `fresh`: the first programme since this connection was opened. */
export type Message =
  | { readonly kind: 'programme'; readonly programme: Programme; readonly fresh: boolean }
  | { readonly kind: 'alive'; readonly at: string };

/** The part of EventSource that is used; tests give another. */
export interface Source {
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
}

/** Silence after which a source is taken for dead, milliseconds (design, section 4). */
const SILENCE_MS = 30_000;
/** Pause before the n-th try in a row, from 1: 0.5 s, then twice as long each time, 5 s at most. */
export function pauseMs(tries: number): number {
  return Math.min(5_000, 500 * 2 ** (tries - 1));
}

/**
 * The messages of the service, for ever: a source that closes, fails or is silent for 30 s is opened again, after a pause
 * that grows until the service speaks.
 */
export function programmeMessages(open: () => Source, scheduler?: SchedulerLike): Observable<Message> {
  let tries = 0;
  const again = (): Observable<number> => timer(pauseMs(++tries), scheduler);
  return defer(() => oneConnection(open)).pipe(
    timeout({ each: SILENCE_MS, ...(scheduler && { scheduler }) }),
    tap(() => {
      tries = 0;
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
      if (alive) subscriber.next({ kind: 'alive', at: alive.at });
    });
    source.addEventListener('error', () => subscriber.error(new Error('The stream of the programme is closed.')));
    return () => source.close();
  });
}

/** The data of a message; undefined where it is no JSON: a cut message is not worth the loop. */
function parse<T>(event: Event): T | undefined {
  try {
    return JSON.parse((event as MessageEvent<string>).data) as T;
  } catch {
    return undefined;
  }
}
