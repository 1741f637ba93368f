import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { filter, type Observable, type Subscription } from 'rxjs';
import type { Arrival } from './programme-controller.ts';

/** Calls `connected` at the first programme of each connection to the service. */
export class ConnectionController implements ReactiveController {
  readonly #arrival$: Observable<Arrival>;
  readonly #connected: () => void;
  #subscription: Subscription | null = null;

  constructor(host: ReactiveControllerHost, arrival$: Observable<Arrival>, connected: () => void) {
    this.#arrival$ = arrival$;
    this.#connected = connected;
    host.addController(this);
  }

  hostConnected(): void {
    this.#subscription = this.#arrival$.pipe(filter((arrival) => arrival.fresh)).subscribe(() => this.#connected());
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }
}
