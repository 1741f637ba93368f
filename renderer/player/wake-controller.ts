import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable, Subscription } from 'rxjs';
import type { Arrival } from './programme-controller.ts';

/**
 * Keeps the display awake while the screen is lit, and lets it sleep outside its hours (Screen Wake Lock API). Where the
 * browser refuses, the display follows its own settings: the slides go on all the same.
 */
export class WakeController implements ReactiveController {
  readonly #arrival$: Observable<Arrival>;
  readonly #again = () => this.#follow();
  #subscription: Subscription | null = null;
  #lock: WakeLockSentinel | null = null;
  #lit = true;
  #following: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, arrival$: Observable<Arrival>) {
    this.#arrival$ = arrival$;
    host.addController(this);
  }

  hostConnected(): void {
    this.#subscription = this.#arrival$.subscribe(({ programme }) => {
      this.#lit = programme.lit;
      this.#follow();
    });
    // A lock is lost when the page is hidden; it is asked for again when it is seen.
    document.addEventListener('visibilitychange', this.#again);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#again);
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    this.#lit = false;
    this.#follow();
  }

  /** One step at a time: a lock that is still being granted would be asked for twice, or kept after dark. */
  #follow(): void {
    this.#following = this.#following.then(() => this.#step());
  }

  async #step(): Promise<void> {
    try {
      if (!this.#lit) {
        const lock = this.#lock;
        this.#lock = null;
        await lock?.release();
      } else if ((this.#lock?.released ?? true) && document.visibilityState === 'visible' && 'wakeLock' in navigator) {
        this.#lock = await navigator.wakeLock.request('screen');
      }
    } catch (error) {
      // Refused (a page over the network without https, a low battery): nothing a hall screen must tell.
      if (!(error instanceof DOMException)) reportError(error);
    }
  }
}
