import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { ContentState } from '../content/content-folder.ts';
import type { SavedUnit } from '../content/known/saved-unit.ts';
import type { Listing } from '../content/scan/listing.ts';
import type { Programme } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import { nextTurn } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { Programmes } from '../programme/programmes.ts';
import { programmeOf } from '../programme/screen-programme.ts';
import { toldChangeMs } from './change-mark.ts';
import { lastChangeMs, reportFiles } from './files.ts';
import type { ReportInput } from './model.ts';
import { REPORT_NAME } from './page-file.ts';
import type { ScreenRows } from './page-screens.ts';

/** The time of the last change stands within so many bytes of the page. */
const HEAD_BYTES = 1_024;

/** Where the report takes what it tells from. */
export interface ReportSources {
  /** Absolute path of the content folder. */
  readonly folder: string;
  readonly state: () => ContentState;
  /** The last listing of the folder while it was in reach. */
  readonly listing: () => Listing;
  /** What is known of each unit. */
  readonly snapshot: () => { readonly units: readonly SavedUnit[] };
  readonly programmes: Pick<Programmes, 'at' | 'soon' | 'steps' | 'stream' | 'isClockTrusted'>;
  /** Ids of the items that screens tried to show and none could; none where no screen is heard. */
  readonly unplayed?: () => ReadonlySet<string>;
  /** The screens of this machine and of the others; none where the folder is only read. */
  readonly screenRows?: () => ScreenRows;
}

/** Whether the folder is there. An empty root where there was something is the place where a share was. */
export function isInReach({ listing, state, snapshot }: ReportSources): boolean {
  const { reachable, files } = listing();
  return reachable && state().reachable && (files.size > 0 || snapshot().units.length === 0);
}

/** The screens that anything may be for: those of the settings, those of folders and fiches, and the one without a name. */
export const screenNames = memoByObject(({ catalogue, site }: ContentState): readonly string[] => {
  const declared = site.place.screens.map(({ name }) => name);
  const names = new Map(['', ...declared].map((name) => [fold(name), name]));
  for (const name of catalogue.items.flatMap(({ screens }) => screens ?? []))
    if (!names.has(fold(name))) names.set(fold(name), name);
  return [...names.values()];
});

/**
 * The programmes of now of the screens that anything may be for, made in many turns of the event loop after a change of thousands of
 * items. A state that comes meanwhile makes another page.
 */
export async function programmesNow({
  state,
  programmes,
}: Pick<ReportSources, 'state' | 'programmes'>): Promise<Programme[]> {
  const all: Programme[] = [];
  for (const name of screenNames(state())) {
    all.push(programmeOf(await programmes.soon(null, name)));
    await nextTurn();
  }
  return all;
}

/** The first bytes of the standing page; empty where there is none that can be read. */
async function headOfPage(folder: string): Promise<string> {
  const handle = await open(join(folder, REPORT_NAME)).catch(() => null);
  if (handle === null) return '';
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return ''; // A folder of that name: it tells nothing.
  } finally {
    await handle.close();
  }
}

/** What there is to say of the folder now, and its `rootOf`; null where nothing can be said: it is out of reach. */
export async function currentReport(
  sources: ReportSources,
): Promise<{ readonly input: ReportInput; readonly root: string } | null> {
  const { folder, programmes, unplayed } = sources;
  if (!isInReach(sources)) return null;
  const now = await programmesNow(sources);
  const [state, listing, { units }] = [sources.state(), sources.listing(), sources.snapshot()];
  const at = Temporal.ZonedDateTime.from(now[0]?.at ?? '');
  const endOfDay = at.toPlainDate().add({ days: 1 }).toZonedDateTime(at.timeZoneId);
  const input = {
    at,
    site: state.site,
    programmes: now,
    clockTrusted: programmes.isClockTrusted(),
    unplayed: unplayed?.() ?? new Set<string>(),
    catalogue: state.catalogue,
    files: reportFiles(listing, units, state.site),
    changedMs: lastChangeMs(listing, toldChangeMs(await headOfPage(folder)), endOfDay.epochMilliseconds),
  };
  return { input, root: listing.root };
}
