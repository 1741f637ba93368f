import { Temporal } from 'temporal-polyfill';
import type { ContentState } from '../content/content-folder.ts';
import { inBackground } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { rulesKey } from '../programme/audience.ts';
import type { Programmes } from '../programme/programmes.ts';
import { screenNamed } from '../programme/screen-programme.ts';
import type { DayAhead } from '../regie-contract.ts';
import { screenNames } from './current-report.ts';
import { dayAheadSteps } from './day-ahead.ts';

/** Days that are told in `_état.html`. */
const DAYS = 14;
/** Groups of screens that are told there: each costs fourteen days of programmes. */
const MAX_GROUPS = 4;

export interface DaysAheadSources {
  readonly state: () => ContentState;
  readonly programmes: Pick<Programmes, 'soon' | 'steps'>;
}

/** Days that are looked at again and again are made once for each state of the folder. */
const daysOf = memoByObject((_state: ContentState) => new Map<string, Promise<DayAhead>>());

/** What a screen shows on a day. */
export function dayAhead(
  { state, programmes }: DaysAheadSources,
  day: Temporal.PlainDate,
  screen: string,
): Promise<DayAhead> {
  const now = state();
  const { zone } = now.site.place;
  const days = daysOf(now);
  const key = `${screen}\n${day}`;
  const known = days.get(key) ?? inBackground(dayAheadSteps(day, zone, (instant) => programmes.steps(instant, screen)));
  days.set(key, known);
  return known;
}

/** The coming days of the screens that show the same. */
export interface ComingDays {
  readonly screens: readonly string[];
  readonly days: readonly DayAhead[];
}

/** Fourteen days from today on, the screen without a name first, and how many screens are left out. */
export interface DaysAhead {
  readonly groups: readonly ComingDays[];
  readonly leftOut: number;
}

/** `goOn` is called before each day is made, and throws where nobody waits for them any more. */
export async function daysAhead(sources: DaysAheadSources, goOn: () => void = () => undefined): Promise<DaysAhead> {
  const { catalogue, site } = sources.state();
  const groups = new Map<string, string[]>();
  for (const name of screenNames(sources.state())) {
    const key = rulesKey(catalogue, screenNamed(site.place, name));
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const { at } = await sources.programmes.soon(null, '');
  const today = Temporal.ZonedDateTime.from(at).toPlainDate();
  const told: ComingDays[] = [];
  for (const screens of [...groups.values()].slice(0, MAX_GROUPS)) {
    const days: DayAhead[] = [];
    for (let n = 0; n < DAYS; n++) {
      goOn();
      days.push(await dayAhead(sources, today.add({ days: n }), screens[0] ?? ''));
    }
    told.push({ screens, days });
  }
  return { groups: told, leftOut: [...groups.values()].slice(MAX_GROUPS).flat().length };
}
