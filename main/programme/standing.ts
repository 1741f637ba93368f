import type { Slide } from '../contract.ts';
import type { Steps } from '../lib/steps.ts';
import { mappingByDay } from '../when/memo-by-day.ts';
import { isOnToday } from '../when/today.ts';
import { type LineToday, lineToday } from './agenda.ts';
import { isSameStretch, type Stretch } from './boundaries.ts';
import type { Listed } from './listed.ts';
import { hourOn } from './listed-order.ts';
import type { Place } from './screen.ts';
import { slidesOf } from './slides.ts';

/** How an item that agendas list stands at an instant: all that its part of the round of the day is made of. */
export type Standing = OnToday | Later;

interface Later {
  readonly isToday: false;
  readonly item: Listed;
}

export interface OnToday extends LineToday {
  readonly isToday: true;
  readonly kind: Listed['kind'];
  /** Its first hour, `14:00`; empty for the whole day. */
  readonly hour: string;
  /** Its own slides, where an event, an exhibition or a tree has any. */
  readonly slides: readonly Slide[];
}

function hasSlides({ kind, status }: Listed): boolean {
  return kind === 'event' || ((kind === 'exhibition' || kind === 'tree') && status === undefined);
}

interface Moment extends Stretch {
  readonly place: Place;
}

function standingAt(item: Listed, { at, day, place }: Moment): Standing {
  if (!isOnToday(item.when, at)) return { isToday: false, item };
  const slides = hasSlides(item) ? slidesOf(item, at, place) : [];
  return { isToday: true, kind: item.kind, hour: hourOn(item, day), slides, ...lineToday(item, at) };
}

/** How each of the items stands: worked out again only for those that are new, or when something begins or ends. */
export const standings: (items: readonly Listed[], moment: Moment) => Steps<readonly Standing[]> = mappingByDay(
  standingAt,
  (before, now) => before.place === now.place && isSameStretch(before, now),
);
