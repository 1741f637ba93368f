import type { Temporal } from 'temporal-polyfill';
import type { Slide, SlideKind, SlideOf } from '../contract.ts';
import { grouped } from '../lib/grouped.ts';
import { sortingAgain } from '../lib/sorted-again.ts';
import type { Steps } from '../lib/steps.ts';
import { isOnNow } from '../when/today.ts';
import { absencesAt } from './absences-at.ts';
import { comingAgenda, MAX_COMING_DAYS, todayAgenda } from './agenda.ts';
import { stretchAt } from './boundaries.ts';
import type { CatalogueItem } from './catalogue.ts';
import type { Listed } from './listed.ts';
import { inOrder, listedSteps } from './listed-order.ts';
import { menuAt } from './menu-at.ts';
import { byOrderThenPath } from './order.ts';
import type { Place } from './screen.ts';
import { slidesOf } from './slides.ts';
import { ofKind } from './sorted-out.ts';
import { type OnToday, type Standing, standings } from './standing.ts';

/** How far « Bientôt » looks, in days; further when nothing that has a date takes place today. */
const COMING_DAYS = 7;

/** The parts of a round, in the order of the wall. */
const PARTS = ['today', 'daily', 'events', 'exhibitions', 'trees', 'countdowns', 'files', 'coming'] as const;
type Part = (typeof PARTS)[number];

/** What the slides of a day are made of. */
interface Day {
  readonly at: Temporal.ZonedDateTime;
  readonly place: Place;
  /** The screen's own, or that of the place; null where neither is said. */
  readonly town: string | null;
  /** All that the screen may show. */
  readonly items: readonly CatalogueItem[];
  /** What agendas list and is on today, in its order, also by kind; and what is not, by town and title. */
  readonly today: readonly OnToday[];
  readonly byKind: ReadonlyMap<Listed['kind'], readonly OnToday[]>;
  readonly later: readonly Listed[];
}

const isToday = (standing: Standing): standing is OnToday => standing.isToday;

/** Slides that stay together, and the part of the round they belong to. */
interface Group {
  readonly part: Part;
  readonly slides: readonly Slide[];
}

/** Their slides stand among each other, in the order of the files. */
const FILES = ['image', 'video', 'text'] as const;

/** An alert has the wall to itself, and the idle slide is for a day without any other: neither is made for a round. */
type RoundKind = Exclude<SlideKind, 'alert' | 'idle' | (typeof FILES)[number]>;

/** What each kind of slide brings to the round of a day, files apart; in steps where that may take long. */
const MAKERS: { readonly [K in RoundKind]: (day: Day) => readonly Group[] | Steps<readonly Group[]> } = {
  *agenda({ today, later, at, town }) {
    const isEmpty = !today.some(({ isDated }) => isDated);
    const now = todayAgenda(today, at);
    yield;
    const coming = yield* comingAgenda(later, at, isEmpty ? MAX_COMING_DAYS : COMING_DAYS, town);
    return [...agendaGroup('today', now), ...agendaGroup('coming', coming)];
  },
  absences: ({ items, at }) => absencesAt(items, at).map((slide) => ({ part: 'daily', slides: [slide] })),
  menu: (day) => groupsOf(day, 'daily', menuAt(day.items, day.at, day.place.holidays)),
  event: (day) => ownSlides(day, 'events', 'event'),
  exhibition: (day) => ownSlides(day, 'exhibitions', 'exhibition'),
  tree: (day) => ownSlides(day, 'trees', 'tree'),
  countdown: (day) => groupsOf(day, 'countdowns', ofKind(day.items, 'countdown').filter(isShownAt(day.at))),
};

/** What comes from files, whatever its kind, in the order of the wall. */
const fileSteps = sortingAgain(
  (items: readonly CatalogueItem[]) => FILES.flatMap((kind): readonly CatalogueItem[] => ofKind(items, kind)),
  byOrderThenPath,
);

function agendaGroup(part: Part, agenda: SlideOf<'agenda'> | null): Group[] {
  return agenda ? [{ part, slides: [agenda] }] : [];
}

/** The slides of all that is on today of a kind. */
const ownSlides = ({ byKind }: Day, part: Part, kind: Listed['kind']): Group[] => [
  { part, slides: (byKind.get(kind) ?? []).flatMap(({ slides }) => slides) },
];

function groupsOf({ at, place }: Day, part: Part, items: readonly CatalogueItem[]): Group[] {
  return items.map((item) => ({ part, slides: slidesOf(item, at, place) }));
}

/** The poster of what is cancelled would say that it takes place. */
const isShownAt =
  (at: Temporal.ZonedDateTime) =>
  ({ status, when }: CatalogueItem): boolean =>
    status === undefined && isOnNow(when, at);

function* whatIsOn(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  town: string | null,
  place: Place,
): Steps<Day> {
  const stretch = yield* stretchAt(items, at);
  const all = yield* standings(yield* listedSteps(items), { ...stretch, place });
  const later = all.filter((each) => !each.isToday).map(({ item }) => item);
  const unsorted = all.filter(isToday);
  // Of thousands, each of these takes as long as a step may.
  yield;
  const today = inOrder(
    unsorted,
    ({ item }) => item,
    ({ hour }) => hour,
    town,
  );
  yield;
  return { at, place, town, items, today, byKind: grouped(today, ({ kind }) => kind), later };
}

/** Files that are on now and take place as announced. */
function* fileSlides({ items, at, place }: Day): Steps<Slide[]> {
  const isShown = isShownAt(at);
  const slides: Slide[] = [];
  for (const item of yield* fileSteps(items)) {
    if (isShown(item)) slides.push(...slidesOf(item, at, place));
    yield;
  }
  return slides;
}

/** The slides of the day of `at` in their order, alerts apart; empty where nothing is on and nothing comes. */
export function* daySlides(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  town: string | null,
  place: Place,
): Steps<Slide[]> {
  const day = yield* whatIsOn(items, at, town, place);
  yield;
  const groups: Group[] = [];
  for (const make of Object.values(MAKERS)) {
    const made = make(day);
    groups.push(...('next' in made ? yield* made : made));
    yield;
  }
  const files = yield* fileSlides(day);
  const parts = grouped([...groups, { part: 'files' as const, slides: files }], ({ part }) => part);
  return PARTS.flatMap((part) => (parts.get(part) ?? []).flatMap(({ slides }) => slides));
}
