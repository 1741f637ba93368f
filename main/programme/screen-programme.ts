import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
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

const ownOf = ({ instant }: ProgrammeInstant, { zone }: Place, { name }: Screen) => ({
  at: instant.toZonedDateTimeISO(zone).toString({ fractionalSecondDigits: 3 }),
  screen: name,
});

export const makeProgramme: MakeProgramme = (source, when, name) => {
  const { place } = source.site;
  const catalogue = when.trusted ? source.catalogue : undatedOnly(source.catalogue);
  const screen = screenNamed(place, name);
  const at = when.instant.toZonedDateTimeISO(place.zone);
  const whole = sharedProgramme(itemsOfDay(catalogue, at, name), at, screen, place);
  return { ...ownOf(when, place, screen), shared: catalogue.isPartial ? withoutLists(whole) : whole };
};

/** A programme, and the time for which it holds, epoch milliseconds; `untilMs` excluded. */
interface Made {
  readonly shared: SharedProgramme;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Makes one programme for all screens that follow the same rules, and makes it again only when it has changed. */
export function sharingProgrammes(): MakeProgramme {
  let madeFrom: ProgrammeSource | null = null;
  let made = new Map<string, Made>();
  return (source, when, name) => {
    if (source.catalogue !== madeFrom?.catalogue || source.site.place !== madeFrom.site.place) {
      made = new Map();
      madeFrom = source;
    }
    const { place } = source.site;
    const screen = screenNamed(place, name);
    const key = `${when.trusted} ${rulesKey(source.catalogue, screen)}`;
    const nowMs = when.instant.epochMilliseconds;
    const known = made.get(key);
    if (known && known.fromMs <= nowMs && nowMs < known.untilMs)
      return { ...ownOf(when, place, screen), shared: known.shared };
    const programme = makeProgramme(source, when, name);
    const { nextChange } = programme.shared;
    const untilMs =
      nextChange === null ? Number.POSITIVE_INFINITY : Temporal.Instant.from(nextChange).epochMilliseconds;
    made.set(key, { shared: programme.shared, fromMs: nowMs, untilMs });
    return programme;
  };
}
