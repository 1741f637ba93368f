import { Temporal } from 'temporal-polyfill';
import type { Programme, Slide } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { fold } from '../lib/fold.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { daysTold } from '../when/days-told.ts';
import { shortDayLabel } from '../when/french/label.ts';
import { isActive, occursOn } from '../when/occurrence.ts';
import { boundariesToday, isOnNow, isOnToday, momentOf } from '../when/today.ts';
import type { Catalogue, CatalogueItem } from './catalogue.ts';
import { daySlides } from './day-slides.ts';
import { isListed, type Listed } from './listed.ts';
import { mediaRef } from './media-ref.ts';
import { naturally } from './order.ts';
import type { Place, Screen } from './screen.ts';
import { contentId } from './slide-id.ts';
import { slidesOf } from './slides.ts';

function forScreen(catalogue: Catalogue, screen: Screen): CatalogueItem[] {
  const name = fold(screen.name);
  return catalogue.items.filter((item) => item.screens === null || (name !== '' && item.screens.includes(name)));
}

function idleSlide(screen: Screen, place: Place): Slide {
  const town = screen.town ?? place.town;
  return {
    id: contentId('idle', place.name, town),
    kind: 'idle',
    title: place.name ?? 'Préau',
    durationMs: 30_000,
    source: null,
    serial: 0,
    ...compact({ place: place.name ?? undefined, town: town ?? undefined }),
  };
}

/** Days of the week of `day`, from the first to the last with something that has both a beginning and an end. */
function weekOf(items: readonly Listed[], day: Temporal.PlainDate): Programme['week'] {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const days = Array.from({ length: 7 }, (_, index) => monday.add({ days: index }));
  const busy = days.map((candidate) =>
    items.some((item) => {
      if (item.when === null || !occursOn(item.when, candidate)) return false;
      const { from, to } = daysTold(item.when, candidate);
      return from !== null && to !== null;
    }),
  );
  const first = busy.indexOf(true);
  const last = busy.lastIndexOf(true);
  if (first === last) return [];
  return days.slice(first, last + 1).map((date) => ({ day: date.toString(), label: shortDayLabel(date) }));
}

/** What the head of a wall says; undefined where staff want none. */
function headOf(items: readonly CatalogueItem[], screen: Screen, { name, town, wall }: Place): Programme['head'] {
  if (!wall.headed) return undefined;
  const logo = items.find((item) => item.kind === 'logo');
  return compact({ place: name ?? screen.town ?? town ?? undefined, logo: logo && mediaRef(logo.media) });
}

const slideRevision = memoByObject((slide: Slide) => contentId(slide));

/** All of a programme but the date of its next change. */
type Snapshot = Omit<Programme, 'nextChange'>;

function snapshot(items: readonly CatalogueItem[], at: Temporal.ZonedDateTime, screen: Screen, place: Place): Snapshot {
  const alerts = items.filter((item) => item.kind === 'alert' && isOnNow(item.when, at));
  const lit = alerts.length > 0 || screen.lit === null || isActive(screen.lit, at);
  const slides = !lit
    ? []
    : alerts.length > 0
      ? alerts.toSorted((a, b) => naturally(a.source, b.source)).flatMap((item) => slidesOf(item, at, place))
      : daySlides(items, at, screen.town ?? place.town, place);
  const shown = {
    day: at.toPlainDate().toString(),
    screen: screen.name,
    lit,
    theme: place.theme,
    week: weekOf(items.filter(isListed), at.toPlainDate()),
    ...place.pace,
    ...compact({
      head: headOf(items, screen, place),
      accent: place.wall.accent ?? undefined,
      paired: place.wall.paired || undefined,
    }),
    slides: slides.length > 0 || !lit ? slides : [idleSlide(screen, place)],
  };
  // A digest of the digests of slides: the JSON of thousands of slides would take megabytes each time.
  const revision = contentId({ ...shown, slides: shown.slides.map(slideRevision) });
  return { at: at.toString({ fractionalSecondDigits: 3 }), revision, ...shown };
}

/** Where an item stands at an instant; all that a programme says of an item stays the same while this does. */
function standing({ when }: CatalogueItem, at: Temporal.ZonedDateTime): string {
  const { label, phase } = momentOf(when, at);
  return `${isOnToday(when, at)} ${isOnNow(when, at)} ${phase} ${label}`;
}

/**
 * The first instant after `at` with another programme. At local midnight the programme always changes, because its day does.
 * So only the hours of today's items are tried before midnight. And whole programmes are compared only at hours where some
 * item has changed its standing, since comparing them at each hour of a calendar of thousands would be slow.
 */
function nextChangeAfter(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  screen: Screen,
  place: Place,
  revision: string,
): Temporal.ZonedDateTime {
  const midnight = at.toPlainDate().add({ days: 1 }).toZonedDateTime(at.timeZoneId);
  const lit = screen.lit === null ? [] : boundariesToday(screen.lit, at);
  const timed = items.flatMap((item) => {
    const boundaries = item.when === null ? [] : boundariesToday(item.when, at);
    return boundaries.length === 0 ? [] : [{ item, boundaries }];
  });
  const boundaries = new Set([...lit, ...timed.flatMap((each) => each.boundaries)]);
  const state = (instant: Temporal.ZonedDateTime) =>
    [screen.lit === null || isActive(screen.lit, instant), ...timed.map(({ item }) => standing(item, instant))].join();
  const before = state(at);
  const candidates = [...boundaries]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((boundary) => new Temporal.ZonedDateTime(boundary, at.timeZoneId))
    .filter((candidate) => Temporal.ZonedDateTime.compare(candidate, midnight) < 0);
  const isOther = (candidate: Temporal.ZonedDateTime) =>
    state(candidate) !== before && snapshot(items, candidate, screen, place).revision !== revision;
  return candidates.find(isOther) ?? midnight;
}

/**
 * The ordered slides for one screen at one instant: a pure function of catalogue, instant, screen and place.
 * The same until `nextChange`, and another one at it.
 */
export function programmeAt(catalogue: Catalogue, at: Temporal.ZonedDateTime, screen: Screen, place: Place): Programme {
  const items = forScreen(catalogue, screen);
  const { slides, ...now } = snapshot(items, at, screen, place);
  const nextChange = nextChangeAfter(items, at, screen, place, now.revision).toString({ fractionalSecondDigits: 3 });
  return { ...now, nextChange, slides };
}
