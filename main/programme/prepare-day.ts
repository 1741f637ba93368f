import { type Observable, of, shareReplay } from 'rxjs';
import type { Temporal } from 'temporal-polyfill';
import { alike } from '../lib/by-difference.ts';
import { turnsOf } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { Steps } from '../lib/steps.ts';
import { keepDay } from '../when/memo-by-day.ts';
import { dayOf, isOnNow, isOnToday } from '../when/today.ts';
import { prepareLine } from './agenda.ts';
import { busyDaysOfWeek } from './busy-days.ts';
import type { Catalogue, CatalogueItem } from './catalogue.ts';
import { indexSteps } from './day-index.ts';
import { isListed } from './listed.ts';
import { slideRevision } from './programme-at.ts';
import type { Place } from './screen.ts';
import type { ProgrammeSource } from './screen-programme.ts';
import { slidesOf } from './slides.ts';

/** Days of which it is remembered what was prepared: the page for staff looks at a fortnight. */
const MAX_DAYS = 24;
/** The items of each day that were prepared last, to the end. */
const preparedFor = memoByObject((_place: Place) => new Map<string, readonly CatalogueItem[]>());

/**
 * Works out what programmes remember of each item on a day, one item a step: what is left to do then takes milliseconds. Items
 * whose slides are the same at every instant are prepared once.
 */
export function* prepareSteps(catalogue: Catalogue, at: Temporal.ZonedDateTime, place: Place): Steps<true> {
  const day = dayOf(at);
  const { matter, timed } = yield* indexSteps(catalogue, at);
  const prepared = preparedFor(place);
  const key = `${day} ${at.timeZoneId}`;
  const { head, tail } = alike(prepared.get(key) ?? [], matter);
  for (const item of new Set([...timed, ...matter.slice(head, matter.length - tail)])) {
    const { when } = item;
    if (isListed(item) ? isOnToday(when, at) : isOnNow(when, at)) slidesOf(item, at, place).forEach(slideRevision);
    if (when !== null && isListed(item)) {
      busyDaysOfWeek(when, day);
      prepareLine(item, at);
    }
    yield;
  }
  if (prepared.size >= MAX_DAYS) prepared.clear();
  prepared.set(key, matter);
  return true;
}

/**
 * Makes a catalogue ready for the programmes of a day in turns of the event loop: thousands of new events, or a new day,
 * would hold it for a second. Emits at once where little is new, and where there is an alert, which has the wall to itself.
 */
export function preparingDays(): (source: ProgrammeSource, at: Temporal.ZonedDateTime) => Observable<true> {
  let last: { readonly source: ProgrammeSource; readonly day: string; readonly ready$: Observable<true> } | null = null;
  return (source, at) => {
    const { items } = source.catalogue;
    const day = dayOf(at).toString();
    const { place } = source.site;
    const isSame = last?.source.catalogue === source.catalogue && last.source.site.place === place && last.day === day;
    if (last !== null && isSame) return last.ready$;
    if (items.some(({ kind, when }) => kind === 'alert' && isOnNow(when, at))) return of(true);
    keepDay(dayOf(at));
    const steps = prepareSteps(source.catalogue, at, place);
    last = { source, day, ready$: turnsOf(steps).pipe(shareReplay({ bufferSize: 1, refCount: true })) };
    return last.ready$;
  };
}
