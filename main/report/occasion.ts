import { Temporal } from 'temporal-polyfill';
import type { Listing } from '../content/scan/listing.ts';
import { inTurns } from '../lib/in-turns.ts';
import type { Steps } from '../lib/steps.ts';
import type { Catalogue } from '../programme/catalogue.ts';
import { boundariesToday } from '../when/today.ts';
import { programmesNow, type ReportSources } from './current-report.ts';

/** All that a page is made from, in a form in which it is quickly compared. */
export interface Occasion {
  readonly files: Listing['files'];
  /** Values that are other ones where the page may be. */
  readonly others: readonly unknown[];
}

/** The first hour of an item that is still to come today, epoch milliseconds: rows tell of it, also where no screen does. */
function* nextHour({ items }: Catalogue, at: Temporal.ZonedDateTime): Steps<number> {
  let first = Number.POSITIVE_INFINITY;
  for (const { when } of items) {
    if (when !== null) for (const hour of boundariesToday(when, at)) first = Math.min(first, hour);
    yield;
  }
  return first;
}

/** What the page would be made from now. */
export async function occasionOf(sources: ReportSources): Promise<Occasion> {
  const { state, listing, programmes, unplayed, screenRows } = sources;
  const now = await programmesNow(sources);
  const { catalogue, site, reachable } = state();
  const { files, problems, root } = listing();
  const revisions = now.map(({ screen, revision }) => `${screen} ${revision}`).join('\n');
  const at = Temporal.ZonedDateTime.from(now[0]?.at ?? '');
  const tried = [...(unplayed?.() ?? [])].sort().join('\n');
  const screens = JSON.stringify(screenRows?.() ?? null);
  const facts = [reachable, root, programmes.isClockTrusted(), revisions, tried, screens];
  return { files, others: [catalogue, site, problems, ...facts, await inTurns(nextHour(catalogue, at))] };
}

/** Whether a page made from the one says what a page made from the other says. Unchanged files are the same objects. */
export function isSameOccasion(a: Occasion, b: Occasion): boolean {
  if (a.others.length !== b.others.length || a.others.some((value, index) => value !== b.others[index])) return false;
  if (a.files === b.files) return true;
  if (a.files.size !== b.files.size) return false;
  for (const [path, file] of a.files) if (b.files.get(path) !== file) return false;
  return true;
}
