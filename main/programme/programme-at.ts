import { Temporal } from 'temporal-polyfill';
import type { Programme, Slide } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { daysTold } from '../when/days-told.ts';
import { shortDayLabel } from '../when/french/label.ts';
import { isActive, occursOn } from '../when/occurrence.ts';
import { boundariesToday, firstHour, isOnNow, isOnToday, momentOf } from '../when/today.ts';
import { comingAgenda, isListed, type Listed, todayAgenda } from './agenda.ts';
import type { Catalogue, CatalogueItem } from './catalogue.ts';
import { byOrderThenPath, byTownHourTown, naturally } from './order.ts';
import type { Place, Screen } from './screen.ts';
import { contentId } from './slide-id.ts';
import { slidesOf } from './slides.ts';

/** How far « Bientôt » looks, in days; further when today is empty (design, section 8). */
const COMING_DAYS = 7;
const COMING_DAYS_WHEN_EMPTY = 30;

function forScreen(catalogue: Catalogue, screen: Screen): CatalogueItem[] {
  const name = fold(screen.name);
  return catalogue.items.filter((item) => item.screens === null || (name !== '' && item.screens.includes(name)));
}

/** The slides of the day in their order, the alert apart. */
function daySlides(items: readonly CatalogueItem[], at: Temporal.ZonedDateTime, screen: Screen, place: Place): Slide[] {
  const day = at.toPlainDate();
  const town = screen.town ?? place.town;
  const listed = items.filter(isListed);
  const today = listed.filter((item) => isOnToday(item.when, at));
  const compare = byTownHourTown(town);
  const key = (item: Listed) => ({
    town: item.town ?? '',
    hour: firstHour(item.when, day),
    title: item.title,
    id: item.id,
  });
  const ordered = today.toSorted((a, b) => compare(key(a), key(b)));
  const rest = items.filter((item) => !isListed(item) && item.kind !== 'alert' && isOnNow(item.when, at));
  const shown = [
    ...ordered.filter((item) => item.kind === 'event'),
    ...ordered.filter((item) => item.kind === 'exhibition'),
    ...ordered.filter((item) => item.kind === 'tree'),
    ...rest.toSorted(byOrderThenPath),
  ];
  const later = listed.filter((item) => !today.includes(item));
  const empty = !today.some((item) => item.when !== null);
  const agenda = todayAgenda(today, at, town);
  const coming = comingAgenda(later, at, empty ? COMING_DAYS_WHEN_EMPTY : COMING_DAYS, town);
  return [
    ...(agenda ? [agenda] : []),
    ...shown.flatMap((item) => slidesOf(item, at, place)),
    ...(coming ? [coming] : []),
  ];
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
    ...(place.name === null ? {} : { place: place.name }),
    ...(town === null ? {} : { town }),
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
      : daySlides(items, at, screen, place);
  const shown = {
    day: at.toPlainDate().toString(),
    screen: screen.name,
    lit,
    theme: place.theme,
    week: weekOf(items.filter(isListed), at.toPlainDate()),
    slides: slides.length > 0 || !lit ? slides : [idleSlide(screen, place)],
  };
  // Not the text of the whole, which for thousands of slides is one of megabytes.
  const revision = contentId({ ...shown, slides: shown.slides.map(slideRevision) });
  return { at: at.toString({ fractionalSecondDigits: 3 }), revision, ...shown };
}

/** Where an item stands at an instant; while it is the same, so is all that the programme says of the item. */
function standing({ when }: CatalogueItem, at: Temporal.ZonedDateTime): string {
  const { label, now } = momentOf(when, at);
  return `${isOnToday(when, at)} ${isOnNow(when, at)} ${now} ${label}`;
}

/**
 * The first instant after `at` whose programme is another one. Local midnight always is (the day changes), so only the
 * hours of what is on around today are tried before it; and of these, whole programmes are compared only where an item
 * has moved, for a calendar of thousands has a few that do.
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
