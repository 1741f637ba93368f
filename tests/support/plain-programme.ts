import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../main/contract.ts';
import { fold } from '../../main/lib/fold.ts';
import { atOnce } from '../../main/lib/steps.ts';
import type { Catalogue } from '../../main/programme/catalogue.ts';
import { sharedProgramme } from '../../main/programme/programme-at.ts';
import type { Place, Screen } from '../../main/programme/screen.ts';
import { windowsOn } from '../../main/when/occurrence.ts';
import { instantOfWall, windowOnWall } from '../../main/when/wall-time.ts';
import type { When } from '../../main/when/when.ts';

const DAY_MS = 86_400_000;
/** Minutes that an event is taken to last of which only the start is known. */
const UNSAID_LENGTH = 120;

/** Made of copies, so that nothing that was remembered of the objects is used, and of all items that the screen may ever show. */
function anew(catalogue: Catalogue, at: Temporal.ZonedDateTime, screen: Screen, place: Place): Programme {
  const copy = structuredClone({ items: catalogue.items, screen, place });
  const name = fold(screen.name);
  const items = copy.items.filter(({ screens }) => screens === null || (name !== '' && screens.includes(name)));
  const own = { at: at.toString({ fractionalSecondDigits: 3 }), screen: screen.name };
  return {
    ...own,
    ...atOnce(sharedProgramme(items, Temporal.ZonedDateTime.from(at.toString()), copy.screen, copy.place)),
  };
}

/** Every instant at which a window of the day of `at` or of the day before begins or ends. */
function boundaries(when: When, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime[] {
  const days = [at.toPlainDate().subtract({ days: 1 }), at.toPlainDate()];
  return days.flatMap((day) =>
    windowsOn(when, day).flatMap((window) => {
      const number = Date.parse(`${day.toString()}T00:00:00Z`) / DAY_MS;
      const { from, to } = windowOnWall(window, number);
      return [from, to, from + UNSAID_LENGTH].map((minutes) => instantOfWall(minutes, at.timeZoneId));
    }),
  );
}

/** The hours of the day of `at`: at one of them less is left of a countdown, or the absences of the next day are told. */
function hoursOf(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime[] {
  return Array.from({ length: 24 }, (_, hour) => at.startOfDay().add({ hours: hour }));
}

/** The programme as it is defined: made from nothing, and its next change found by making the programme at every boundary. */
export function plainProgramme(
  catalogue: Catalogue,
  at: Temporal.ZonedDateTime,
  screen: Screen,
  place: Place,
): Programme {
  const now = anew(catalogue, at, screen, place);
  const midnight = at.toPlainDate().add({ days: 1 }).toZonedDateTime(at.timeZoneId);
  const whens = [screen.lit, ...catalogue.items.map(({ when }) => when)].filter((when) => when !== null);
  const hours = catalogue.items.some(({ kind }) => kind === 'countdown' || kind === 'absence') ? hoursOf(at) : [];
  const change = [...whens.flatMap((when) => boundaries(when, at)), ...hours]
    .filter(
      (each) => Temporal.ZonedDateTime.compare(each, at) > 0 && Temporal.ZonedDateTime.compare(each, midnight) < 0,
    )
    .toSorted(Temporal.ZonedDateTime.compare)
    .find((each) => anew(catalogue, each, screen, place).revision !== now.revision);
  return { ...now, nextChange: (change ?? midnight).toString({ fractionalSecondDigits: 3 }) };
}
