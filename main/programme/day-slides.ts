import type { Temporal } from 'temporal-polyfill';
import type { Slide, SlideKind, SlideOf } from '../contract.ts';
import { mapped, type Steps } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { dayOf, isOnNow, isOnToday } from '../when/today.ts';
import { absencesAt } from './absences-at.ts';
import { comingAgenda, MAX_COMING_DAYS, todayAgenda } from './agenda.ts';
import type { CatalogueItem } from './catalogue.ts';
import { isListed, type Listed, orderOn } from './listed.ts';
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
  /** Pictures, films, texts and countdowns that are on now and take place as announced, in any order. */
  readonly files: readonly CatalogueItem[];
}

/** What has a part of the round in the order of the files. */
const FILES: ReadonlySet<CatalogueItem['kind']> = new Set(['image', 'video', 'countdown', 'text']);

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
    return [...agendaGroup('today', todayAgenda(today, at, town)), ...agendaGroup('coming', coming)];
  },
  absences: ({ items, at }) => absencesAt(items, at).map((slide) => ({ part: 'daily', item: null, slides: [slide] })),
  menu: (day) => groupsOf(day, 'daily', menuAt(day.items, day.at, day.place.holidays)),
  event: (day) => groupsOf(day, 'events', ofKind(day.today, 'event')),
  exhibition: (day) => groupsOf(day, 'exhibitions', ofKind(takingPlace(day.today), 'exhibition')),
  tree: (day) => groupsOf(day, 'trees', ofKind(takingPlace(day.today), 'tree')),
  image: (day) => groupsOf(day, 'files', ofKind(day.files, 'image')),
  video: (day) => groupsOf(day, 'files', ofKind(day.files, 'video')),
  countdown: (day) => groupsOf(day, 'countdowns', ofKind(day.files, 'countdown')),
  text: (day) => groupsOf(day, 'files', ofKind(day.files, 'text')),
};

function agendaGroup(part: Part, agenda: SlideOf<'agenda'> | null): Group[] {
  return agenda ? [{ part, item: null, slides: [agenda] }] : [];
}

function ofKind(items: readonly CatalogueItem[], kind: CatalogueItem['kind']): CatalogueItem[] {
  return items.filter((item) => item.kind === kind);
}

const takingPlace = (items: readonly CatalogueItem[]) => items.filter(({ status }) => status === undefined);

function groupsOf({ at, place }: Day, part: Part, items: readonly CatalogueItem[]): Group[] {
  return items.map((item) => ({ part, item, slides: slidesOf(item, at, place) }));
}

/** The poster of what is cancelled would say that it takes place. */
const isShownNow = ({ status, when }: CatalogueItem, at: Temporal.ZonedDateTime) =>
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
    files: items.filter((item) => FILES.has(item.kind) && isShownNow(item, at)),
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
  const ordered = items.filter(isListed).sort((a, b) => compare(orderOn(a, day), orderOn(b, day)));
  orders(items).set(key, ordered);
  return ordered;
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
  const day = whatIsOn(items, at, town, place);
  yield;
  const groups = (yield* mapped(Object.values(MAKERS), (make) => make(day))).flat();
  return PARTS.flatMap((part) => {
    const own = groups.filter((group) => group.part === part);
    return (part === 'files' ? own.sort(byFile) : own).flatMap(({ slides }) => slides);
  });
}
