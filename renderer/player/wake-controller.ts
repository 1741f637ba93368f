import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable, Subscription } from 'rxjs';
import type { Arrival } from './programme-controller.ts';

/**
 * Keeps the display awake while the screen is lit, and lets it sleep outside its hours (Screen Wake Lock API). Where the
 * browser refuses, the display follows its own settings: the slides go on all the same.
 */
export class WakeController implements ReactiveController {
  readonly #arrival$: Observable<Arrival>;
  readonly #again = () => void this.#follow();
  #subscription: Subscription | null = null;
  #lock: WakeLockSentinel | null = null;
  #lit = true;

  constructor(host: ReactiveControllerHost, arrival$: Observable<Arrival>) {
    this.#arrival$ = arrival$;
    host.addController(this);
  }

  hostConnected(): void {
    this.#subscription = this.#arrival$.subscribe(({ programme }) => {
      this.#lit = programme.lit;
      void this.#follow();
    });
    // A lock is lost when the page is hidden; it is asked for again when it is seen.
    document.addEventListener('visibilitychange', this.#again);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#again);
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    this.#lit = false;
    void this.#follow();
  }

  async #follow(): Promise<void> {
    const held = this.#lock !== null && !this.#lock.released;
    if (!this.#lit) {
      await this.#lock?.release();
      this.#lock = null;
    } else if (!held && document.visibilityState === 'visible' && 'wakeLock' in navigator) {
      try {
        this.#lock = await navigator.wakeLock.request('screen');
      } catch (error) {
        // Refused (a page over the network without https, a low battery): nothing a hall screen must tell.
        if (!(error instanceof DOMException)) throw error;
      }
    }
  }
}
