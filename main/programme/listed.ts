import type { Temporal } from 'temporal-polyfill';
import { fold } from '../lib/fold.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { daysTold } from '../when/days-told.ts';
import { occursOn } from '../when/occurrence.ts';
import { isOnNow } from '../when/today.ts';
import type { CatalogueItem } from './catalogue.ts';
import type { Item } from './item.ts';

type DayKind = 'event' | 'exhibition' | 'tree';

/** What takes place on given days, and has a slide on the whole of them. */
const isOfDays = (item: CatalogueItem): item is Extract<CatalogueItem, { kind: DayKind }> =>
  item.kind === 'event' || item.kind === 'exhibition' || item.kind === 'tree';

/** An item that agendas list: what takes place on given days, and files whose own name says so. */
export type Listed = CatalogueItem & { readonly kind: Exclude<Item['kind'], Unlisted> };

/** What has a slide that tells its days by itself. */
type Unlisted = 'alert' | 'menu' | 'absence' | 'holidays';
const isUnlisted = ({ kind }: CatalogueItem): boolean =>
  kind === 'alert' || kind === 'menu' || kind === 'absence' || kind === 'holidays';

/** What an agenda lists. */
export function isListed(item: CatalogueItem): item is Listed {
  return isOfDays(item) || ((item.announced === true || item.status !== undefined) && !isUnlisted(item));
}

export const townOf = (item: Listed): string => ('town' in item ? (item.town ?? '') : '');

export const venueOf = (item: Listed): string | undefined => ('venue' in item ? item.venue : undefined);

/** « Exposition « Titre » »: in a list of events, the title alone would not say that it is an exhibition. */
export const listedTitle = (item: Listed): string =>
  item.kind === 'exhibition' && !/^expo/iu.test(item.title) ? `Exposition «\u00a0${item.title}\u00a0»` : item.title;

/** Whether the wall shows an item by itself at `at`, so that an agenda of it alone would say nothing more. */
export const hasOwnSlide = (item: Listed, at: Temporal.ZonedDateTime): boolean =>
  item.kind === 'event' || (item.status === undefined && (isOfDays(item) || isOnNow(item.when, at)));

/** A title without the number of one file among several: « Sortie 2 », « Sortie (2) ». */
const stemOf = memoByObject(({ title }: Listed): string => fold(title).replace(/[\s\-–_#(n°.]*\d+\)?$/u, ''));
/** A shorter title is found in others by chance. */
const MIN_TITLE = 5;

/** Whether one of two stems is the other, or a part of it: « Forum », the poster, and « Forum des métiers », the event. */
function sayTheSame(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= MIN_TITLE && long.includes(short);
}

/**
 * The lines of one day of an agenda, without files that announce what another line says already: the poster of an event of
 * that day, and the second of several pictures of one name. A period without a beginning or an end, « jusqu’au 8 mai », says how
 * long a file is shown, and announces nothing.
 */
export function linesOn<T>(lines: readonly T[], itemOf: (line: T) => Listed, day: Temporal.PlainDate): readonly T[] {
  const items = lines.map(itemOf);
  const files = items.filter(isAnnouncement);
  if (files.length === 0) return lines;
  const takesPlace = ({ when, status }: Listed) => status === undefined && when !== null && occursOn(when, day);
  /** The stems of the lines that another one may repeat. */
  const said = new Set(items.filter((item) => isOfDays(item) && takesPlace(item)).map(stemOf));
  const left = new Set<Listed>();
  for (const file of files) {
    if (!isBounded(file, day) || isSaid(stemOf(file), said)) left.add(file);
    else if (takesPlace(file)) said.add(stemOf(file));
  }
  return lines.filter((line) => !left.has(itemOf(line)));
}

/** A file that takes place as its name says, and is no event, exhibition or tree. */
export const isAnnouncement = (item: Listed): boolean => !isOfDays(item) && item.status === undefined;

const isSaid = (stem: string, said: ReadonlySet<string>): boolean =>
  said.has(stem) || [...said].some((other) => sayTheSame(stem, other));

function isBounded({ when }: Listed, day: Temporal.PlainDate): boolean {
  if (when === null) return false;
  const { from, to } = daysTold(when, day);
  return from !== null && to !== null;
}
