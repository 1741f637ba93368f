import {
  combineLatest,
  distinctUntilChanged,
  finalize,
  firstValueFrom,
  map,
  merge,
  type Observable,
  of,
  shareReplay,
  startWith,
  switchMap,
  tap,
} from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import { inTurns } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { newestNext } from '../lib/newest-next.ts';
import type { Steps } from '../lib/steps.ts';
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
import { createWake } from './wake.ts';

/** The programme of any screen, at any instant and as it changes. */
export interface Programmes {
  /** At an instant; null: now. */
  at(instant: Temporal.Instant | null, screen: string): Programme;
  /** The same, in as many turns of the event loop as it takes; that of a newer state, where its alerts change meanwhile. */
  soon(instant: Temporal.Instant | null, screen: string): Promise<ScreenProgramme>;
  /** The same, with what is worked out of thousands of items in steps. */
  steps(instant: Temporal.Instant, screen: string): Steps<Programme>;
  /** The programme now, and again each time it is another one. What screens share is the same object for all of them. */
  stream(screen: string): Observable<ScreenProgramme>;
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

const isSame = (a: SharedProgramme, b: SharedProgramme): boolean =>
  a === b || (a.revision === b.revision && a.nextChange === b.nextChange);

const alertsOf = memoByObject((catalogue: ProgrammeSource['catalogue']) =>
  catalogue.items.filter(({ kind }) => kind === 'alert'),
);

/**
 * Whether a programme of one state is not wanted any more, now that there is the other. While ten thousand files are read there is
 * another state each second: a programme that was begun anew with each would never be made.
 */
function haveOtherAlerts(a: ProgrammeSource, b: ProgrammeSource): boolean {
  const [now, before] = [alertsOf(a.catalogue), alertsOf(b.catalogue)];
  return now.length !== before.length || now.some((item, index) => item !== before[index]);
}

export function createProgrammes({ state, state$, clock, notBefore }: ProgrammesOptions): Programmes {
  const shared = sharingProgrammes();
  const wake = createWake(clock);
  const isClockTrusted = () => notBefore === null || Temporal.Instant.compare(clock.now(), notBefore) >= 0;
  const now = () => ({ instant: clock.now(), trusted: isClockTrusted() });

  const prepare = preparingDays();
  const prepared = (source: ProgrammeSource) => prepare(source, clock.now().toZonedDateTimeISO(source.site.place.zone));

  // Each time that programmes may be others than before: one look for all screens, and nothing of a screen that has left.
  const looks$ = combineLatest([state$, merge(wake.wake$, clockJumps(clock)).pipe(startWith(undefined))]).pipe(
    map(([source]) => source),
    newestNext((source) => prepared(source).pipe(map(() => source)), haveOtherAlerts),
    finalize(wake.stop),
    shareReplay({ bufferSize: 1, refCount: true }),
  );

  const at: Programmes['at'] = (instant, screen) =>
    programmeOf(
      instant === null
        ? shared.now(state(), now(), screen)
        : makeProgramme(state(), { instant, trusted: true }, screen),
    );

  function* stepsAt(instant: Temporal.Instant, screen: string): Steps<ScreenProgramme> {
    const { catalogue, site } = state();
    yield* prepareSteps(catalogue, instant.toZonedDateTimeISO(site.place.zone), site.place);
    return yield* programmeSteps({ catalogue, site }, { instant, trusted: true }, screen);
  }
  const soonNow = (screen: string): Promise<ScreenProgramme> =>
    firstValueFrom(
      merge(of(undefined), state$).pipe(
        map(state),
        distinctUntilChanged(),
        newestNext(
          (source) => prepared(source).pipe(switchMap(() => shared.soon(source, now(), screen))),
          haveOtherAlerts,
        ),
      ),
    );

  return {
    isClockTrusted,
    at,
    soon: (instant, screen) => (instant === null ? soonNow(screen) : inTurns(stepsAt(instant, screen))),
    *steps(instant, screen) {
      return programmeOf(yield* stepsAt(instant, screen));
    },
    stream: (screen) =>
      looks$.pipe(
        newestNext((source) => shared.soon(source, now(), screen), haveOtherAlerts),
        tap((programme) => wake.noLaterThan(programme.shared.nextChange)),
        distinctUntilChanged((a, b) => isSame(a.shared, b.shared)),
      ),
  };
}
