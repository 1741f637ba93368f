import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { filter, from, map, type Observable, ReplaySubject, type Subscription } from 'rxjs';
import type { Programme } from '../../main/contract.ts';
import { type Asked, programmeAddress } from './asked.ts';
import { type Message, programmeMessages } from './programme-stream.ts';
import { ServiceClock } from './service-clock.ts';

/** A programme that the service has sent. */
export interface Arrival {
  readonly programme: Programme;
  /** The first since the connection was opened. */
  readonly fresh: boolean;
}

/** The programme at one address: it is played over and over, and does not change. */
function oneProgramme(address: string): Observable<Message> {
  return from(fetch(address).then((answer) => answer.json() as Promise<Programme>)).pipe(
    map((programme) => ({ kind: 'programme', programme, fresh: true })),
  );
}

/** Owns the stream of the service: the last programme, kept while the service is away, and the clock of the service. */
export class ProgrammeController implements ReactiveController {
  readonly clock = new ServiceClock(Date.now());
  /** The last programme received; null before the first. */
  programme: Programme | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #asked: Asked;
  readonly #arrivals = new ReplaySubject<Arrival>(1);
  #subscription: Subscription | null = null;
  /** The first build that the service named: the one that this page comes from. */
  #build: string | null = null;

  constructor(host: ReactiveControllerHost, asked: Asked) {
    this.#host = host;
    this.#asked = asked;
    host.addController(this);
  }

  get programme$(): Observable<Arrival> {
    return this.#arrivals.asObservable();
  }

  hostConnected(): void {
    const { at, trial, screen } = this.#asked;
    const address = `/api/programme/stream?screen=${encodeURIComponent(screen)}`;
    const message$ =
      at === null && trial === null
        ? programmeMessages(() => new EventSource(address))
        : oneProgramme(programmeAddress(this.#asked));
    this.#subscription = message$
      .pipe(
        map((message) => this.#receive(message)),
        filter((arrival) => arrival !== null),
      )
      .subscribe((arrival) => this.#arrivals.next(arrival));
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }

  #receive(message: Message): Arrival | null {
    const wasSet = this.clock.set(message.kind === 'alive' ? message.at : message.programme.at);
    // What shows the time reads it again.
    if (wasSet) this.#host.requestUpdate();
    if (message.kind === 'alive') {
      this.#followBuild(message.build);
      return null;
    }
    this.programme = message.programme;
    this.#host.requestUpdate();
    return { programme: message.programme, fresh: message.fresh };
  }

  /** After an upgrade the service is a newer one, which serves a newer player: it takes the place of this one. */
  #followBuild(build: string | null): void {
    if (build === null) return;
    this.#build ??= build;
    if (this.#build !== build) location.reload();
  }
}
