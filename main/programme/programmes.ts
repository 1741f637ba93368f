import {
  combineLatest,
  defer,
  distinctUntilChanged,
  filter,
  finalize,
  interval,
  map,
  merge,
  type Observable,
  pairwise,
  Subject,
  share,
  shareReplay,
  startWith,
  switchMap,
  timer,
} from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import type { Clock } from '../when/clock.ts';
import type { Catalogue } from './catalogue.ts';
import { programmeAt } from './programme-at.ts';
import type { Place, Screen } from './screen.ts';

/** Wakes are never further apart: clocks are set, machines sleep, and long timers overflow. */
const LONGEST_WAKE_MS = 60_000;
/** Nor closer than this, so that a clock that stands still cannot make us spin. */
const SHORTEST_WAKE_MS = 20;

/** The clock is compared with the machine's monotonic one this often, and a difference beyond this is a jump. */
const JUMP_LOOK_MS = 1_000;
const JUMP_MS = 500;

/** Emits when the clock was set, or the machine slept: by any amount, in either direction. */
function clockJumps(clock: Clock): Observable<unknown> {
  const lead = () => clock.now().epochMilliseconds - performance.now();
  return interval(JUMP_LOOK_MS).pipe(
    map(lead),
    startWith(lead()),
    pairwise(),
    filter(([before, after]) => Math.abs(after - before) > JUMP_MS),
    share(),
  );
}

/** What a programme is made from. */
export interface ProgrammeSource {
  readonly catalogue: Catalogue;
  readonly site: { readonly place: Place };
}

/** The programme of any screen, at any instant and as it changes. */
export interface Programmes {
  at(instant: Temporal.Instant | null, screen: string): Programme;
  /** The programme now, and again each time it is another one. */
  stream(screen: string): Observable<Programme>;
  /** False when the clock is plainly wrong: only what has no date is shown then. */
  isClockTrusted(): boolean;
}

export interface ProgrammesOptions {
  readonly state: () => ProgrammeSource;
  readonly state$: Observable<ProgrammeSource>;
  readonly clock: Clock;
  /** Before this instant the clock is wrong: nobody runs this build before it was made. null: any time is right. */
  readonly notBefore: Temporal.Instant | null;
}

const undatedOnly = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  items: catalogue.items.filter((item) => item.when === null),
});

/** Milliseconds until the programme should be asked for again. */
export function wakeDelay(now: Temporal.Instant, nextChange: string | null): number {
  if (nextChange === null) return LONGEST_WAKE_MS;
  const wait = Temporal.Instant.from(nextChange).epochMilliseconds - now.epochMilliseconds;
  return Math.min(LONGEST_WAKE_MS, Math.max(SHORTEST_WAKE_MS, wait));
}

export function createProgrammes({ state, state$, clock, notBefore }: ProgrammesOptions): Programmes {
  const streams = new Map<string, Observable<Programme>>();
  const jumps$ = clockJumps(clock);
  const isClockTrusted = () => notBefore === null || Temporal.Instant.compare(clock.now(), notBefore) >= 0;

  const compute = ({ catalogue, site }: ProgrammeSource, instant: Temporal.Instant | null, name: string): Programme => {
    const { place } = site;
    const screen: Screen = place.screens.find((known) => fold(known.name) === fold(name)) ?? {
      name,
      town: null,
      lit: null,
    };
    const trusted = instant !== null || isClockTrusted();
    const at = (instant ?? clock.now()).toZonedDateTimeISO(place.zone);
    return programmeAt(trusted ? catalogue : undatedOnly(catalogue), at, screen, place);
  };

  const streamOf = (name: string): Observable<Programme> => {
    const asked$ = new Subject<void>();
    // Each answer says when to ask again; the timer lives as long as somebody watches.
    return combineLatest([state$, merge(asked$, jumps$).pipe(startWith(undefined))]).pipe(
      map(([current]) => compute(current, null, name)),
      switchMap((programme) =>
        timer(wakeDelay(clock.now(), programme.nextChange)).pipe(
          map(() => asked$.next()),
          map(() => programme),
          startWith(programme),
        ),
      ),
      distinctUntilChanged((a, b) => a.revision === b.revision && a.nextChange === b.nextChange),
      // Names come from the network: one that nobody watches any more is forgotten.
      finalize(() => streams.delete(fold(name))),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
  };

  return {
    isClockTrusted,
    at: (instant, screen) => compute(state(), instant, screen),
    stream(screen) {
      const key = fold(screen);
      return defer(() => {
        const known = streams.get(key) ?? streamOf(screen);
        streams.set(key, known);
        return known;
      });
    },
  };
}
