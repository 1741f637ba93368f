import type { Temporal } from 'temporal-polyfill';
import type { Slide, SlideKind, SlideOf } from '../contract.ts';
import { sortingByDifference } from '../lib/by-difference.ts';
import { mapped, type Steps } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { dayOf, isOnNow, isOnToday } from '../when/today.ts';
import { absencesAt } from './absences-at.ts';
import { comingAgenda, MAX_COMING_DAYS, todayAgenda } from './agenda.ts';
import { itemsOfKind } from './by-kind.ts';
import type { CatalogueItem } from './catalogue.ts';
import { type Listed, listedOf, orderOn } from './listed.ts';
import { menuAt } from './menu-at.ts';
import { byOrderThenPath, byTownHourTown } from './order.ts';
import type { Place } from './screen.ts';
import { slidesOf } from './slides.ts';

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
  /** What agendas list and is on today, in its order; and what is not. */
  readonly today: readonly Listed[];
  readonly later: readonly Listed[];
}

/** Slides that stay together, and the part of the round they belong to. */
interface Group {
  readonly part: Part;
  readonly slides: readonly Slide[];
}

/** An alert has the wall to itself, and the idle slide is for a day without any other: neither is made for a round. */
type RoundKind = Exclude<SlideKind, 'alert' | 'idle'>;

/** What each kind of slide brings to the round of a day; `in order of files`: its slides stand among those of other kinds. */
const MAKERS: { readonly [K in RoundKind]: ((day: Day) => readonly Group[]) | 'in order of files' } = {
  agenda: ({ today, later, at, town }) => {
    const isEmpty = !today.some((item) => item.when !== null);
    const coming = comingAgenda(later, at, isEmpty ? MAX_COMING_DAYS : COMING_DAYS, town);
    return [...agendaGroup('today', todayAgenda(today, at, town)), ...agendaGroup('coming', coming)];
  },
  absences: ({ items, at }) => absencesAt(items, at).map((slide) => ({ part: 'daily', slides: [slide] })),
  menu: (day) => groupsOf(day, 'daily', menuAt(day.items, day.at, day.place.holidays)),
  event: (day) => groupsOf(day, 'events', itemsOfKind(day.today, 'event')),
  exhibition: (day) => groupsOf(day, 'exhibitions', takingPlace(itemsOfKind(day.today, 'exhibition'))),
  tree: (day) => groupsOf(day, 'trees', takingPlace(itemsOfKind(day.today, 'tree'))),
  countdown: (day) => groupsOf(day, 'countdowns', itemsOfKind(day.items, 'countdown').filter(isShownAt(day.at))),
  image: 'in order of files',
  video: 'in order of files',
  text: 'in order of files',
};

const isFile = ({ kind }: CatalogueItem): boolean =>
  kind in MAKERS && MAKERS[kind as RoundKind] === 'in order of files';

function agendaGroup(part: Part, agenda: SlideOf<'agenda'> | null): Group[] {
  return agenda ? [{ part, slides: [agenda] }] : [];
}

const takingPlace = <T extends CatalogueItem>(items: readonly T[]): T[] =>
  items.filter(({ status }) => status === undefined);

function groupsOf({ at, place }: Day, part: Part, items: readonly CatalogueItem[]): Group[] {
  return items.map((item) => ({ part, slides: slidesOf(item, at, place) }));
}

/** The poster of what is cancelled would say that it takes place. */
const isShownAt =
  (at: Temporal.ZonedDateTime) =>
  ({ status, when }: CatalogueItem): boolean =>
    status === undefined && isOnNow(when, at);

function whatIsOn(items: readonly CatalogueItem[], at: Temporal.ZonedDateTime, town: string | null, place: Place): Day {
  const day = dayOf(at);
  const listed = inOrderOfDay(items, day, town);
  const today = new Set(listed.filter((item) => isOnToday(item.when, at)));
  return {
    at,
    place,
    town,
    items,
    today: [...today],
    later: listed.filter((item) => !today.has(item)),
  };
}

const orders = memoByObject((_items: readonly CatalogueItem[]) => new Map<string, readonly Listed[]>());

/** What agendas list, in the order of a day: the same for all its instants. */
function inOrderOfDay(
  items: readonly CatalogueItem[],
  day: Temporal.PlainDate,
  town: string | null,
): readonly Listed[] {
  const key = `${day}\n${town === null ? '' : `of ${town}`}`;
  const known = orders(items).get(key);
  if (known) return known;
  const compare = byTownHourTown(town);
  const ordered = listedOf(items).toSorted((a, b) => compare(orderOn(a, day), orderOn(b, day)));
  orders(items).set(key, ordered);
  return ordered;
}

/** What comes from files, whatever its kind, in the order of the wall: of thousands of files one at a time changes. */
const inOrderOfFiles = sortingByDifference<CatalogueItem>(byOrderThenPath);
const filesOf = memoByObject((items: readonly CatalogueItem[]) => inOrderOfFiles(items.filter(isFile)));

/** Files that are on now and take place as announced. */
function* fileSlides({ items, at, place }: Day): Steps<Slide[]> {
  const isShown = isShownAt(at);
  const slides: Slide[] = [];
  for (const item of filesOf(items)) {
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
  const day = whatIsOn(items, at, town, place);
  yield;
  const makers = Object.values(MAKERS).filter((make) => make !== 'in order of files');
  const groups = (yield* mapped(makers, (make) => make(day))).flat();
  const files = yield* fileSlides(day);
  return PARTS.flatMap((part) =>
    part === 'files' ? files : groups.filter((group) => group.part === part).flatMap(({ slides }) => slides),
  );
}
