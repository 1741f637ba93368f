import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  combineLatest,
  defer,
  distinctUntilChanged,
  finalize,
  firstValueFrom,
  map,
  merge,
  type Observable,
  Subject,
  shareReplay,
  startWith,
  switchMap,
  timer,
} from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import type { Steps } from '../lib/in-turns.ts';
import type { Clock } from '../when/clock.ts';
import { clockJumps } from './clock-jumps.ts';
import { prepareSteps, preparingDays } from './prepare-day.ts';
import type { SharedProgramme } from './programme-at.ts';
import {
  makeProgramme,
  type ProgrammeSource,
  programmeOf,
  programmeSteps,
  type ScreenProgramme,
  sharingProgrammes,
} from './screen-programme.ts';

/** A programme is asked for again at least this often: clocks are set, machines sleep, and long timers overflow. */
const MAX_WAKE_MS = 60_000;
/** And not more often than this, so that a clock that stands still does not keep the processor busy. */
const MIN_WAKE_MS = 20;

/** The programme of any screen, at any instant and as it changes. */
export interface Programmes {
  /** At an instant; null: now. */
  at(instant: Temporal.Instant | null, screen: string): Programme;
  /** The same, with what is worked out of thousands of items in steps. */
  steps(instant: Temporal.Instant, screen: string): Steps<Programme>;
  /** The programme now, and again each time it is another one. What screens share is the same object for all of them. */
  stream(screen: string): Observable<ScreenProgramme>;
  /** Resolves when the programmes of now of these screens are made: after a change of thousands of items, in many turns. */
  ready(screens: readonly string[]): Promise<void>;
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

/** Milliseconds until the programme should be asked for again. */
export function wakeDelay(now: Temporal.Instant, nextChange: string | null): number {
  if (nextChange === null) return MAX_WAKE_MS;
  const wait = Temporal.Instant.from(nextChange).epochMilliseconds - now.epochMilliseconds;
  return Math.min(MAX_WAKE_MS, Math.max(MIN_WAKE_MS, wait));
}

const isSame = (a: SharedProgramme, b: SharedProgramme): boolean =>
  a === b || (a.revision === b.revision && a.nextChange === b.nextChange);

export function createProgrammes({ state, state$, clock, notBefore }: ProgrammesOptions): Programmes {
  const streams = new Map<string, Observable<ScreenProgramme>>();
  const shared = sharingProgrammes();
  const jumps$ = clockJumps(clock);
  const isClockTrusted = () => notBefore === null || Temporal.Instant.compare(clock.now(), notBefore) >= 0;
  const now = () => ({ instant: clock.now(), trusted: isClockTrusted() });

  const prepare = preparingDays();
  const prepared = (source: ProgrammeSource) => prepare(source, clock.now().toZonedDateTimeISO(source.site.place.zone));

  const made = (source: ProgrammeSource, name: string) =>
    prepared(source).pipe(switchMap(() => shared.soon(source, now(), name)));

  const streamOf = (name: string): Observable<ScreenProgramme> => {
    const asked$ = new Subject<void>();
    // Each answer says when to ask again; the timer lives as long as somebody watches.
    return combineLatest([state$, merge(asked$, jumps$).pipe(startWith(undefined))]).pipe(
      switchMap(([source]) => made(source, name)),
      switchMap((programme) =>
        timer(wakeDelay(clock.now(), programme.shared.nextChange)).pipe(
          map(() => asked$.next()),
          map(() => programme),
          startWith(programme),
        ),
      ),
      distinctUntilChanged((a, b) => isSame(a.shared, b.shared)),
      // Names come from the network: one that nobody watches any more is forgotten.
      finalize(() => streams.delete(fold(name))),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
  };

  const at: Programmes['at'] = (instant, screen) =>
    programmeOf(
      instant === null
        ? shared.now(state(), now(), screen)
        : makeProgramme(state(), { instant, trusted: true }, screen),
    );

  return {
    isClockTrusted,
    at,
    *steps(instant, screen) {
      const { catalogue, site } = state();
      yield* prepareSteps(catalogue, instant.toZonedDateTimeISO(site.place.zone), site.place);
      return programmeOf(yield* programmeSteps({ catalogue, site }, { instant, trusted: true }, screen));
    },
    async ready(screens) {
      for (const name of screens) {
        await firstValueFrom(made(state(), name));
        await nextTurn();
      }
    },
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
