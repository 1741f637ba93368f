import type { Temporal } from 'temporal-polyfill';
import type { Slide, SlideKind, SlideOf } from '../contract.ts';
import { grouped } from '../lib/grouped.ts';
import { mapped, type Steps } from '../lib/in-turns.ts';
import { dayOf, isOnNow, isOnToday } from '../when/today.ts';
import { absencesAt } from './absences-at.ts';
import { comingAgenda, MAX_COMING_DAYS, todayAgenda } from './agenda.ts';
import type { CatalogueItem } from './catalogue.ts';
import type { Listed } from './listed.ts';
import { inOrderOn, listedSteps } from './listed-order.ts';
import { menuAt } from './menu-at.ts';
import { byOrderThenPath } from './order.ts';
import type { Place } from './screen.ts';
import { slidesOf } from './slides.ts';
import { ofKind } from './sorted-out.ts';

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
  /** What agendas list and is on today, in its order; and what is not, by town and title. */
  readonly today: readonly Listed[];
  readonly later: readonly Listed[];
}

/** Slides that stay together, of one item or of none, and the part of the round they belong to. */
interface Group {
  readonly part: Part;
  readonly item: CatalogueItem | null;
  readonly slides: readonly Slide[];
}

/** An alert has the wall to itself, and the idle slide is for a day without any other: neither is made for a round. */
type RoundKind = Exclude<SlideKind, 'alert' | 'idle'>;

/** What each kind of slide brings to the round of a day. */
const MAKERS: { readonly [K in RoundKind]: (day: Day) => readonly Group[] } = {
  agenda: ({ today, later, at, town }) => {
    const isEmpty = !today.some((item) => item.when !== null);
    const coming = comingAgenda(later, at, isEmpty ? MAX_COMING_DAYS : COMING_DAYS, town);
    return [...agendaGroup('today', todayAgenda(today, at)), ...agendaGroup('coming', coming)];
  },
  absences: ({ items, at }) => absencesAt(items, at).map((slide) => ({ part: 'daily', item: null, slides: [slide] })),
  menu: (day) => groupsOf(day, 'daily', menuAt(day.items, day.at, day.place.holidays)),
  event: (day) => groupsOf(day, 'events', ofKind(day.today, 'event')),
  exhibition: (day) => groupsOf(day, 'exhibitions', takingPlace(ofKind(day.today, 'exhibition'))),
  tree: (day) => groupsOf(day, 'trees', takingPlace(ofKind(day.today, 'tree'))),
  image: (day) => groupsOf(day, 'files', shownNow(day, 'image')),
  video: (day) => groupsOf(day, 'files', shownNow(day, 'video')),
  countdown: (day) => groupsOf(day, 'countdowns', shownNow(day, 'countdown')),
  text: (day) => groupsOf(day, 'files', shownNow(day, 'text')),
};

function agendaGroup(part: Part, agenda: SlideOf<'agenda'> | null): Group[] {
  return agenda ? [{ part, item: null, slides: [agenda] }] : [];
}

const takingPlace = (items: readonly CatalogueItem[]) => items.filter(({ status }) => status === undefined);

function groupsOf({ at, place }: Day, part: Part, items: readonly CatalogueItem[]): Group[] {
  return items.map((item) => ({ part, item, slides: slidesOf(item, at, place) }));
}

/** What of a kind is on now; the poster of what is cancelled would say that it takes place. */
const shownNow = ({ items, at }: Day, kind: CatalogueItem['kind']) =>
  ofKind(items, kind).filter(({ status, when }) => status === undefined && isOnNow(when, at));

function* whatIsOn(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  town: string | null,
  place: Place,
): Steps<Day> {
  const listed = grouped(yield* listedSteps(items), ({ when }) => isOnToday(when, at));
  const today = inOrderOn(listed.get(true) ?? [], dayOf(at), town);
  return { at, place, town, items, today, later: listed.get(false) ?? [] };
}

/** What comes from files is in the order of the files, whatever its kind. */
const byFile = (a: Group, b: Group) => (a.item && b.item ? byOrderThenPath(a.item, b.item) : 0);

/** The slides of the day of `at` in their order, alerts apart; empty where nothing is on and nothing comes. */
export function* daySlides(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  town: string | null,
  place: Place,
): Steps<Slide[]> {
  const day = yield* whatIsOn(items, at, town, place);
  yield;
  const groups = yield* mapped(Object.values(MAKERS), (make) => make(day));
  const parts = grouped(groups.flat(), ({ part }) => part);
  parts.get('files')?.sort(byFile);
  return PARTS.flatMap((part) => (parts.get(part) ?? []).flatMap(({ slides }) => slides));
}
