import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable, Subscription } from 'rxjs';
import type { Arrival } from './programme-controller.ts';

/**
 * Keeps the display awake while the screen is lit, and lets it sleep outside its hours (Screen Wake Lock API). Where the
 * browser refuses the lock, the display follows its own settings and the slides go on.
 */
export class WakeController implements ReactiveController {
  readonly #arrival$: Observable<Arrival>;
  readonly #update = () => this.#enqueue();
  #subscription: Subscription | null = null;
  #lock: WakeLockSentinel | null = null;
  #lit = true;
  #awake: boolean | null = null;
  #queue: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, arrival$: Observable<Arrival>) {
    this.#arrival$ = arrival$;
    host.addController(this);
  }

  /** Whether the browser keeps the display awake; null while nothing was asked of it. */
  get awake(): boolean | null {
    return this.#awake;
  }

  hostConnected(): void {
    this.#subscription = this.#arrival$.subscribe(({ programme }) => {
      this.#lit = programme.lit;
      this.#enqueue();
    });
    // The browser releases the lock when the page is hidden: it is requested again when the page is visible.
    document.addEventListener('visibilitychange', this.#update);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#update);
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    this.#lit = false;
    this.#enqueue();
  }

  /** One request at a time: otherwise a lock that is still being granted could be requested twice, or kept after dark. */
  #enqueue(): void {
    this.#queue = this.#queue.then(() => this.#requestOrRelease());
  }

  async #requestOrRelease(): Promise<void> {
    try {
      if (!this.#lit) {
        const lock = this.#lock;
        this.#lock = null;
        await lock?.release();
      } else if (!('wakeLock' in navigator)) {
        // Over the network without https, browsers do not offer it.
        this.#awake = false;
      } else if ((this.#lock?.released ?? true) && document.visibilityState === 'visible') {
        this.#lock = await navigator.wakeLock.request('screen');
        this.#awake = true;
      }
    } catch (error) {
      // A refusal (a page over the network without https, a low battery) needs no action: the wall goes on without a lock.
      this.#awake = false;
      if (!(error instanceof DOMException)) reportError(error);
    }
  }
}
