import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { filter, type Observable, type Subscription } from 'rxjs';
import type { Arrival } from './programme-controller.ts';

/** Says when the service has been reached, at first and again: at the first programme of each connection. */
export class ConnectionController implements ReactiveController {
  readonly #arrival$: Observable<Arrival>;
  readonly #reached: () => void;
  #subscription: Subscription | null = null;

  constructor(host: ReactiveControllerHost, arrival$: Observable<Arrival>, reached: () => void) {
    this.#arrival$ = arrival$;
    this.#reached = reached;
    host.addController(this);
  }

  hostConnected(): void {
    this.#subscription = this.#arrival$.pipe(filter((arrival) => arrival.fresh)).subscribe(() => this.#reached());
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }
}
