import { Temporal } from 'temporal-polyfill';
import { isActive } from '../when/occurrence.ts';
import { boundariesToday, dayOf, isOnNow, isOnToday, momentOf } from '../when/today.ts';
import type { When } from '../when/when.ts';
import { isListed } from './agenda.ts';
import type { CatalogueItem } from './catalogue.ts';

/** What can change within a day: values that are other ones exactly when the programme is another one. */
type Standing = (at: Temporal.ZonedDateTime) => unknown;

/**
 * The first instant after `at` with another programme. At local midnight the programme always changes, because its day does.
 * Before it, a programme changes where the hours of something that is on the wall begin or end: only those are looked at, and no
 * programme is made. `items`: those for this screen; `lit`: when the screen is.
 */
export function nextChangeAfter(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  lit: When | null,
): Temporal.ZonedDateTime {
  const dependents = dependentsByBoundary(standings(items, at, lit), at);
  for (const boundary of [...dependents.keys()].sort((a, b) => a - b)) {
    const then = Temporal.Instant.fromEpochMilliseconds(boundary).toZonedDateTimeISO(at.timeZoneId);
    if (dependents.get(boundary)?.some((standing) => standing(then) !== standing(at))) return then;
  }
  return dayOf(at).add({ days: 1 }).toZonedDateTime(at.timeZoneId);
}

/** What may stand elsewhere from an instant of today on (epoch milliseconds): what begins or ends at it. */
function dependentsByBoundary(
  standings: readonly { readonly when: When | null; readonly standing: Standing }[],
  at: Temporal.ZonedDateTime,
): ReadonlyMap<number, Standing[]> {
  const midnight = dayOf(at).add({ days: 1 }).toZonedDateTime(at.timeZoneId).epochMilliseconds;
  const dependents = new Map<number, Standing[]>();
  for (const { when, standing } of standings) {
    for (const boundary of when === null ? [] : boundariesToday(when, at)) {
      if (boundary >= midnight) continue;
      const others = dependents.get(boundary);
      if (others) others.push(standing);
      else dependents.set(boundary, [standing]);
    }
  }
  return dependents;
}

/** What the programme at `at` depends on: of alerts alone where there are any, and of nothing more on a screen that is off. */
function standings(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  lit: When | null,
): { readonly when: When | null; readonly standing: Standing }[] {
  const alerts = items
    .filter(({ kind }) => kind === 'alert')
    .map(({ when }) => ({ when, standing: (then: Temporal.ZonedDateTime) => isOnNow(when, then) }));
  if (alerts.some(({ standing }) => standing(at))) return alerts;
  const isLit = (then: Temporal.ZonedDateTime) => lit === null || isActive(lit, then);
  const screenAndAlerts = [...alerts, { when: lit, standing: isLit }];
  if (!isLit(at)) return screenAndAlerts;
  const hasAgenda = items.filter((item) => isListed(item) && item.when && isOnToday(item.when, at)).length > 1;
  const others = items.filter(({ when, kind }) => when !== null && kind !== 'alert');
  return [...screenAndAlerts, ...others.map((item) => ({ when: item.when, standing: standingOf(item, hasAgenda) }))];
}

/** Where an item stands at an instant, as far as the wall tells it. */
function standingOf(item: CatalogueItem, hasAgenda: boolean): Standing {
  const { when } = item;
  if (!isListed(item)) return (at) => isOnNow(when, at);
  return (at) => {
    if (!isOnToday(when, at)) return 'not today';
    const { phase, label } = momentOf(when, at);
    // The slide of a tree says no hours; the line of the agenda says « en ce moment ».
    if (item.kind === 'tree') return hasAgenda && phase === 'now';
    return `${phase} ${label}`;
  };
}
