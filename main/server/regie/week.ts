import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DayAhead, RegieWeek } from '../../regie-contract.ts';
import { screenNames } from '../../report/current-report.ts';
import { type DaysAheadSources, dayAhead } from '../../report/days-ahead.ts';
import type { Asked } from '../queries.ts';

const NO_DAY = 'Le jour demandé n’est pas compris\u00a0: écrivez par exemple from=2026-05-04.';
const query = z.object({
  from: z.iso.date({ message: NO_DAY }).optional(),
  screen: z.string({ message: 'Un seul écran peut être demandé.' }).max(80).default(''),
});

/** `?from=2026-05-06&screen=NAME`: a day of the week that is asked for (null: today), and the screen. */
export function askedWeek(
  asked: unknown,
): Asked<{ readonly from: Temporal.PlainDate | null; readonly screen: string }> {
  const parsed = query.safeParse(asked);
  if (!parsed.success) return { ok: false, message: parsed.error.issues[0]?.message ?? NO_DAY };
  const { from, screen } = parsed.data;
  return { ok: true, value: { from: from === undefined ? null : Temporal.PlainDate.from(from), screen } };
}

/** Returns how to look ahead. */
export function createWeeks(sources: DaysAheadSources) {
  const { state, programmes } = sources;
  return async (from: Temporal.PlainDate | null, screen: string): Promise<RegieWeek> => {
    const { at } = await programmes.soon(null, screen);
    const now = Temporal.ZonedDateTime.from(at);
    const today = now.toPlainDate();
    const around = from ?? today;
    const monday = around.subtract({ days: around.dayOfWeek - 1 });
    const days: DayAhead[] = [];
    for (let n = 0; n < 7; n++) days.push(await dayAhead(sources, monday.add({ days: n }), screen));
    return {
      screen,
      screens: screenNames(state()),
      today: today.toString(),
      now: now.toPlainDateTime().toString({ smallestUnit: 'second' }),
      days,
    };
  };
}
