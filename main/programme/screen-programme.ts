import { finalize, map, type Observable, of, shareReplay, tap } from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import { turnsOf } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { atOnce, type Steps } from '../lib/steps.ts';
import { rulesKey } from './audience.ts';
import type { Catalogue } from './catalogue.ts';
import { itemsOfDay } from './day-index.ts';
import { withoutLists } from './partial.ts';
import { type SharedProgramme, sharedProgramme } from './programme-at.ts';
import type { Place, Screen } from './screen.ts';

/** What a programme is made from. */
export interface ProgrammeSource {
  readonly catalogue: Catalogue;
  readonly site: { readonly place: Place };
}

/** When a programme is asked for. */
interface ProgrammeInstant {
  readonly instant: Temporal.Instant;
  /** False where the instant comes from a clock that is plainly wrong: only what has no date is shown then. */
  readonly trusted: boolean;
}

/** The programme of one screen, with what it shares with others as one object. */
export interface ScreenProgramme {
  /** Local time of the place, and the name as `preau.yml` has it. */
  readonly at: string;
  readonly screen: string;
  readonly shared: SharedProgramme;
}

export const programmeOf = ({ shared, ...own }: ScreenProgramme): Programme => ({ ...own, ...shared });

/** Gives the programme of the screen of a name, at an instant in the zone of the place. */
export type MakeProgramme = (source: ProgrammeSource, when: ProgrammeInstant, name: string) => ScreenProgramme;

const screensByName = memoByObject(
  ({ screens }: Place) => new Map(screens.toReversed().map((screen) => [fold(screen.name), screen])),
);

/** The screen that `preau.yml` describes under this name, whatever its case and accents; else one of that name alone. */
export function screenNamed(place: Place, name: string): Screen {
  return screensByName(place).get(fold(name)) ?? { name, town: null, lit: null };
}

const undatedOnly = memoByObject(
  (catalogue: Catalogue): Catalogue => ({ ...catalogue, items: catalogue.items.filter(({ when }) => when === null) }),
);

/** The time that was told last. Hundreds of screens are told of a change within a millisecond: it is put into words once. */
let told = { instantMs: Number.NaN, zone: '', at: '' };

function localTime(instant: Temporal.Instant, zone: string): string {
  const instantMs = instant.epochMilliseconds;
  if (told.instantMs !== instantMs || told.zone !== zone) {
    const at = instant.toZonedDateTimeISO(zone).toString({ fractionalSecondDigits: 3 });
    told = { instantMs, zone, at };
  }
  return told.at;
}

const ownOf = ({ instant }: ProgrammeInstant, { zone }: Place, { name }: Screen) => ({
  at: localTime(instant, zone),
  screen: name,
});

/** Makes a programme in steps: one of thousands of slides takes longer than the service may be silent. */
export function* programmeSteps(source: ProgrammeSource, when: ProgrammeInstant, name: string): Steps<ScreenProgramme> {
  const { place } = source.site;
  const catalogue = when.trusted ? source.catalogue : undatedOnly(source.catalogue);
  const screen = screenNamed(place, name);
  const at = when.instant.toZonedDateTimeISO(place.zone);
  const whole = yield* sharedProgramme(yield* itemsOfDay(catalogue, at, name), at, screen, place);
  return { ...ownOf(when, place, screen), shared: catalogue.isPartial ? withoutLists(whole) : whole };
}

export const makeProgramme: MakeProgramme = (source, when, name) => atOnce(programmeSteps(source, when, name));

/** A programme, and the time for which it holds, epoch milliseconds; `untilMs` excluded. */
interface Made {
  readonly shared: SharedProgramme;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Programmes that screens of the same rules share. */
export interface SharedProgrammes {
  now: MakeProgramme;
  /** The same, made in turns of the event loop; at once where it is short, or known. */
  soon(source: ProgrammeSource, when: ProgrammeInstant, name: string): Observable<ScreenProgramme>;
}

/** Makes one programme for all screens that follow the same rules, and makes it again only when it has changed. */
export function sharingProgrammes(): SharedProgrammes {
  let madeFrom: ProgrammeSource | null = null;
  let made = new Map<string, Made>();
  let making = new Map<string, Observable<Made>>();
  const begin = (source: ProgrammeSource): void => {
    if (source.catalogue === madeFrom?.catalogue && source.site.place === madeFrom.site.place) return;
    made = new Map();
    making = new Map();
    madeFrom = source;
  };
  const keyOf = (source: ProgrammeSource, when: ProgrammeInstant, screen: Screen) =>
    `${when.trusted} ${rulesKey(source.catalogue, screen)}`;
  const holdsAt = (known: Made | undefined, { instant }: ProgrammeInstant): known is Made =>
    known !== undefined && known.fromMs <= instant.epochMilliseconds && instant.epochMilliseconds < known.untilMs;

  return {
    now(source, when, name) {
      begin(source);
      const screen = screenNamed(source.site.place, name);
      const key = keyOf(source, when, screen);
      const known = made.get(key);
      const own = ownOf(when, source.site.place, screen);
      if (holdsAt(known, when)) return { ...own, shared: known.shared };
      const fresh = madeOf(makeProgramme(source, when, name), when);
      made.set(key, fresh);
      return { ...own, shared: fresh.shared };
    },
    soon(source, when, name) {
      begin(source);
      const screen = screenNamed(source.site.place, name);
      const key = keyOf(source, when, screen);
      const own = ownOf(when, source.site.place, screen);
      const known = made.get(key);
      if (holdsAt(known, when)) return of({ ...own, shared: known.shared });
      const mine = made;
      const fresh$ =
        making.get(key) ??
        turnsOf(programmeSteps(source, when, name)).pipe(
          map((programme) => madeOf(programme, when)),
          tap((fresh) => mine.set(key, fresh)),
          finalize(() => making.delete(key)),
          shareReplay({ bufferSize: 1, refCount: true }),
        );
      making.set(key, fresh$);
      return fresh$.pipe(map(({ shared }) => ({ ...own, shared })));
    },
  };
}

function madeOf({ shared }: ScreenProgramme, { instant }: ProgrammeInstant): Made {
  const { nextChange } = shared;
  const untilMs = nextChange === null ? Number.POSITIVE_INFINITY : Temporal.Instant.from(nextChange).epochMilliseconds;
  return { shared, fromMs: instant.epochMilliseconds, untilMs };
}
