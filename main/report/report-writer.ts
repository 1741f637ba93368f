import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { audit, distinctUntilChanged, map, merge, type Observable, switchMap, timer } from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import type { ContentState } from '../content/content-folder.ts';
import type { SavedUnit } from '../content/saved-catalogue.ts';
import { rootOf, scanFolder } from '../content/scan.ts';
import type { Store } from '../content/store.ts';
import type { Programme } from '../contract.ts';
import { errorCode } from '../lib/error-code.ts';
import { fold } from '../lib/fold.ts';
import { inPieces } from '../lib/in-pieces.ts';
import { oneAtATime } from '../lib/one-at-a-time.ts';
import { lastChangeMs, reportFiles } from './report-files.ts';
import { type ReportInput, reportModel, rowMaker } from './report-model.ts';
import { picturesOf, reportPage, toldChangeMs } from './report-page.ts';
import type { ReportRow } from './report-row.ts';
import { createThumbnails } from './report-thumbnails.ts';

/** Name of the page; the scan passes over it, and over its temporary file, because of the `_`. */
export const REPORT_NAME = '_état.html'.normalize('NFC');

/** A burst of changes is one page, which costs more the longer it is (bytes); it must be there within 5 s of a change. */
const pace = (length: number) => Math.min(3_000, 1_000 + length / 1_000);
/** Rows made in one turn of the event loop. */
const TURN = 100;
/** A folder that cannot be written is tried again this seldom, unless there is something new to say. */
const TRY_AGAIN_MS = 60_000;
/** A temporary file this old was left by a process that was killed. */
const STALE_MS = 60_000;

export interface ReportOptions {
  /** Absolute path of the content folder. */
  readonly folder: string;
  readonly state: () => ContentState;
  readonly state$: Observable<ContentState>;
  /** What is known of each unit. */
  readonly snapshot: () => { readonly units: readonly SavedUnit[] };
  readonly programmes: {
    at(instant: Temporal.Instant | null, screen: string): Programme;
    stream(screen: string): Observable<Programme>;
    isClockTrusted(): boolean;
  };
  readonly store: Pick<Store, 'pathOf'>;
  readonly log: Logger;
}

/** The screens that anything may be for: those of the settings, those of folders and fiches, and the one without a name. */
export function screenNames({ catalogue, site }: ContentState): string[] {
  const declared = site.place.screens.map(({ name }) => name);
  const names = new Map(['', ...declared].map((name) => [fold(name), name]));
  for (const name of catalogue.items.flatMap(({ screens }) => screens ?? []))
    if (!names.has(fold(name))) names.set(fold(name), name);
  return [...names.values()];
}

/** Rows a few at a time: the wall's events and videos come between. */
async function rowsInTurns(input: ReportInput): Promise<ReportRow[]> {
  const make = rowMaker(input);
  const rows: ReportRow[] = [];
  for (const file of input.files) {
    rows.push(make(file));
    if (rows.length % TURN === 0) await nextTurn();
  }
  return rows;
}

/** The first lines of the standing page; empty where there is none that can be read. */
async function headOfPage(folder: string): Promise<string> {
  const handle = await open(join(folder, REPORT_NAME)).catch(() => null);
  if (handle === null) return '';
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(1_024), position: 0 });
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return ''; // A folder of that name: it tells nothing.
  } finally {
    await handle.close();
  }
}

/** The bytes of a page, and the folder (`rootOf`) that it tells of. */
interface Answer {
  readonly page: readonly Buffer[];
  readonly root: string;
}

/** What there is to say of the folder now, and its `rootOf`; null where nothing can be said: it is out of reach. */
export async function currentReport(
  options: Pick<ReportOptions, 'folder' | 'state' | 'snapshot' | 'programmes'>,
): Promise<{ readonly input: ReportInput; readonly root: string } | null> {
  const { folder, programmes } = options;
  if (!options.state().reachable) return null;
  const listing = await scanFolder(folder);
  const state = options.state();
  const { units } = options.snapshot();
  // An empty root where there was something is the place where a share was: nothing may be written there.
  if (!listing.reachable || !state.reachable || (listing.files.size === 0 && units.length > 0)) return null;
  const now = screenNames(state).map((name) => programmes.at(null, name));
  const at = Temporal.ZonedDateTime.from(now[0]?.at ?? '');
  const endOfDay = at.toPlainDate().add({ days: 1 }).toZonedDateTime(at.timeZoneId);
  const input = {
    at,
    site: state.site,
    programmes: now,
    clockTrusted: programmes.isClockTrusted(),
    catalogue: state.catalogue,
    files: reportFiles(listing, units),
    changedMs: lastChangeMs(listing, toldChangeMs(await headOfPage(folder)), endOfDay.epochMilliseconds),
  };
  return { input, root: listing.root };
}

/** The page as it should be now; null where there is nothing to say. */
async function currentPage(
  options: ReportOptions,
  thumbnails: ReturnType<typeof createThumbnails>,
): Promise<Answer | null> {
  const current = await currentReport(options);
  if (current === null) return null;
  const model = reportModel(current.input, await rowsInTurns(current.input));
  await nextTurn();
  const pictures = await thumbnails.of(picturesOf(model));
  return { page: [...inPieces(reportPage(model, pictures))], root: current.root };
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!(name.normalize('NFC').startsWith(REPORT_NAME) && name.endsWith('.tmp'))) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > STALE_MS) await rm(join(folder, name), { force: true });
  }
}

const digestOf = (page: readonly Uint8Array[]): string => {
  const digest = createHash('sha256');
  for (const piece of page) digest.update(piece);
  return digest.digest('hex');
};

/** Puts a whole page in place of the file, or leaves it as it is. @throws what the system says. */
async function replace(folder: string, page: readonly Buffer[]): Promise<void> {
  // Two services may share the folder: each has its own temporary file, and whole pages take turns.
  const aside = join(folder, `${REPORT_NAME}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    await writeFile(aside, page, { flag: 'wx' });
    await rename(aside, join(folder, REPORT_NAME));
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Writes a page if it is new; remembers what stands in the file, and when writing failed. */
function createPaper(folder: string, log: Logger): (page: readonly Buffer[]) => Promise<void> {
  const file = join(folder, REPORT_NAME);
  /** Digests of pages. */
  let standing: string | null = null;
  let failed: { readonly digest: string; readonly atMs: number } | null = null;
  return async (page) => {
    const digest = digestOf(page);
    if (failed?.digest === digest && performance.now() - failed.atMs < TRY_AGAIN_MS) return;
    try {
      // A page of ours that another service has replaced since stays replaced, or two that differ would never rest.
      const there =
        digest === standing &&
        (await stat(file).then(
          () => true,
          () => false,
        ));
      if (there) {
        log.trace('report unchanged');
        return;
      }
      const before = await readFile(file).catch(() => null);
      if (before !== null && digestOf([before]) === digest) log.trace('report unchanged');
      else {
        await sweep(folder);
        await replace(folder, page);
      }
      standing = digest;
      failed = null;
    } catch (error) {
      // Read-only, full or gone: the wall does without the page, and so must staff.
      if (failed === null) log.debug({ err: error, code: errorCode(error) }, 'report not written');
      failed = { digest, atMs: performance.now() };
    }
  };
}

/**
 * Keeps `_état.html` in the content folder true, within 5 s of any change. Where the folder cannot be written there is
 * no page, and nothing else. Never throws; `close` resolves when nothing is being written any more.
 */
export function startReport(options: ReportOptions): { close(): Promise<void> } {
  const { folder, state$, programmes, store, log } = options;
  const thumbnails = createThumbnails(store, log);
  const write = createPaper(folder, log);
  let closed = false;
  let length = 0;
  const job = async () => {
    try {
      const answer = await currentPage(options, thumbnails);
      // A disk that came off while the page was made leaves its bare place, where nothing may be written.
      if (answer === null || closed || (await rootOf(folder)) !== answer.root) return;
      length = answer.page.reduce((sum, piece) => sum + piece.length, 0);
      await write(answer.page);
    } catch (error) {
      log.error({ err: error }, 'report failed');
    }
  };
  const writing = oneAtATime(job);
  let last: Promise<void> = Promise.resolve();
  const screens$ = state$.pipe(
    map(screenNames),
    distinctUntilChanged((a, b) => a.join('\n') === b.join('\n')),
    switchMap((names) => merge(...names.map((name) => programmes.stream(name)))),
  );
  const subscription = merge(state$, screens$)
    .pipe(audit(() => timer(pace(length))))
    .subscribe({
      next: () => {
        last = writing.request();
      },
      error: (error: unknown) => log.error({ err: error }, 'report stopped'),
    });
  return {
    async close() {
      closed = true;
      subscription.unsubscribe();
      await last;
    },
  };
}
