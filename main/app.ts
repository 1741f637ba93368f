import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { auditTime, skip } from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import { type ContentFolder, openContentFolder } from './content/content-folder.ts';
import { createMediaPreparer } from './content/preparation/media-preparer.ts';
import { createReadUnit } from './content/read-unit.ts';
import { hashesOfAllCatalogues, loadCatalogue, saveCatalogue } from './content/saved-catalogue.ts';
import { openStore } from './content/store.ts';
import { createTextPool } from './content/text-pool.ts';
import type { CatalogueView, Health, Problem, Programme } from './contract.ts';
import { oneAtATime } from './lib/one-at-a-time.ts';
import { waitAtMost } from './lib/wait-at-most.ts';
import { hashesOf, mediaOfItem } from './programme/item-media.ts';
import { createProgrammes, type Programmes } from './programme/programmes.ts';
import { currentReport } from './report/current-report.ts';
import { reportModel } from './report/model.ts';
import type { ReportRow } from './report/row.ts';
import { startReport } from './report/start-report.ts';
import { catalogueView } from './server/catalogue-view.ts';
import { createPlayback, type Playback } from './server/playback.ts';
import { createScreens, type Screens } from './server/screens.ts';
import { startServer } from './server/server.ts';
import type { Settings } from './settings/settings.ts';
import { prepareStateFolder } from './settings/state-folder.ts';
import type { Clock } from './when/clock.ts';

export interface AppDeps {
  readonly clock: Clock;
  readonly log: Logger;
  /** Folder of the built player; that of this build by default. */
  readonly playerDir?: string;
}

/** A running service. */
export interface App {
  /** `http://127.0.0.1:8420/` */
  readonly url: string;
  close(): Promise<void>;
}

/** Pictures are prepared for at least this long a side, pixels: a full-HD wall; larger screens raise it. */
const MIN_LONG_SIDE = 1_920;
/** A burst of changes is saved once. */
const SAVE_AFTER_MS = 500;
const COLLECT_EVERY_MS = 3_600_000;
const UNUSED_FOR_MS = 7 * 24 * 3_600_000;
/** The first answer waits for the folder to be read, but not for ever: what is slow joins later. */
const FIRST_READING_MS = 8_000;
/** Shorter where the last catalogue can be shown meanwhile. */
const FIRST_READING_WITH_SAVED_MS = 700;

const version = '0.1.0';

/** When this build was made: nobody runs it before. null when running from sources. Written by the bootstrap. */
function buildInstant(): Temporal.Instant | null {
  const stamp = new URL('./built-at.json', import.meta.url);
  return existsSync(stamp) ? Temporal.Instant.from(JSON.parse(readFileSync(stamp, 'utf8'))) : null;
}

async function openContent(settings: Settings, { log }: AppDeps, live: boolean, longSide: () => number) {
  await prepareStateFolder(settings.state);
  const store = await openStore(join(settings.state, 'store'));
  const mediaPreparer = createMediaPreparer({ store, stateDir: settings.state, log });
  const texts = createTextPool({ stateDir: settings.state, log });
  const saved = live ? await loadCatalogue(settings.state, settings.content, store, log) : null;
  const contentFolder = openContentFolder({
    folder: settings.content,
    saved,
    read: createReadUnit(mediaPreparer, texts),
    log,
    longSide,
    live,
  });
  const close = async () => {
    await Promise.all([mediaPreparer.close(), texts.close()]);
  };
  return { store, saved, contentFolder, close };
}

type Content = Awaited<ReturnType<typeof openContent>>;

/** Saves the catalogue after each change, one save at a time; returns how to save a last time. */
function keepSaved(contentFolder: ContentFolder, settings: Settings, log: Logger): () => Promise<void> {
  const saving = oneAtATime(async () => {
    try {
      await saveCatalogue(settings.state, settings.content, contentFolder.snapshot());
    } catch (error) {
      // A full disk: the wall goes on, only a restart would have to read the folder again.
      log.warn({ err: error }, 'catalogue not saved');
    }
  });
  const subscription = contentFolder.state$
    .pipe(skip(1), auditTime(SAVE_AFTER_MS))
    .subscribe(() => void saving.request());
  return () => {
    subscription.unsubscribe();
    return saving.request();
  };
}

/** Removes from the store, every hour, what no catalogue shows any more; returns how to stop. */
function keepCollected({ store, contentFolder }: Content, settings: Settings, log: Logger): () => void {
  const collect = async () => {
    const inUse = await hashesOfAllCatalogues(settings.state, settings.content, Date.now());
    const shown = contentFolder.state().catalogue.items.flatMap(mediaOfItem).flatMap(hashesOf);
    for (const hash of shown) inUse.add(hash);
    const { removed, bytes } = await store.collect(inUse, {
      nowMs: Date.now(),
      maxBytes: contentFolder.state().site.storeBytes,
      maxAgeMs: UNUSED_FOR_MS,
    });
    if (removed > 0) log.info({ removed, bytes }, 'unused variants collected');
  };
  const collecting = setInterval(() => {
    collect().catch((error: unknown) => log.warn({ err: error }, 'store not collected'));
  }, COLLECT_EVERY_MS).unref();
  return () => clearInterval(collecting);
}

/** The stages of a running service. */
interface Stages {
  readonly content: Content;
  readonly programmes: Programmes;
  readonly screens: Screens;
  readonly playback: Playback;
}

/** How to tell the health of a service; it is as old as this call. */
function healthTeller({ content, programmes, screens, playback }: Stages, settings: Settings, clock: Clock) {
  // The machine's own count: a clock that is set does not make the service older.
  const startedMs = performance.now();
  return (): Health => {
    const { catalogue, reachable, site } = playback.state();
    const refused = catalogue.problems.filter(({ severity }) => severity === 'refused').length;
    const trusted = programmes.isClockTrusted();
    return {
      status: reachable && trusted ? 'ok' : 'degraded',
      version,
      uptimeSeconds: Math.round((performance.now() - startedMs) / 1000),
      at: clock.now().toZonedDateTimeISO(site.place.zone).toString(),
      clock: trusted ? 'ok' : 'wrong',
      content: { folder: settings.content, reachable, reading: content.contentFolder.reading() },
      items: catalogue.items.length,
      problems: { refused, warnings: catalogue.problems.length - refused },
      screens: screens.view().map((view) => ({ ...view, unplayable: playback.unplayableOn(view.screen) })),
    };
  };
}

/** The stages up to what is shown: nothing is served, written or saved yet. */
async function openStages(settings: Settings, deps: AppDeps): Promise<Stages> {
  const { clock, log } = deps;
  const screens = createScreens();
  const content = await openContent(settings, deps, true, () => screens.longSide(MIN_LONG_SIDE));
  const { state, state$ } = content.contentFolder;
  const notBefore = settings.at === null ? buildInstant() : null;
  const programmes = createProgrammes({ state, state$, clock, notBefore });
  const playback = createPlayback({ content: { state, state$ }, programmes, log });
  return { content, programmes, screens, playback };
}

/** The only place where the stages meet. Rejects with the system's error where it cannot listen. */
export async function createApp(settings: Settings, deps: AppDeps): Promise<App> {
  const { clock, log } = deps;
  const stages = await openStages(settings, deps);
  const { content, programmes, screens, playback } = stages;
  const { contentFolder, store, saved } = content;
  const health = healthTeller(stages, settings, clock);
  const flush = keepSaved(contentFolder, settings, log);
  const stopCollecting = keepCollected(content, settings, log);
  const { snapshot } = contentFolder;
  const report = startReport({ ...playback, snapshot, folder: settings.content, programmes, store, log });
  const closeStages = async () => {
    stopCollecting();
    await report.close();
    contentFolder.close();
    await flush();
    await content.close();
  };
  try {
    await waitAtMost(contentFolder.settled, saved === null ? FIRST_READING_MS : FIRST_READING_WITH_SAVED_MS);
    const server = await startServer({
      host: settings.host,
      port: settings.port,
      playerDir: deps.playerDir ?? fileURLToPath(new URL('../renderer', import.meta.url)),
      clock,
      state: playback.state,
      programmes,
      screens,
      playback,
      store,
      health,
      onLargerScreen: () => contentFolder.refresh(),
      log,
    });
    return {
      url: server.url,
      async close() {
        await server.close();
        await closeStages();
      },
    };
  } catch (error) {
    await closeStages();
    throw error;
  }
}

/** The content folder, read once. */
export interface ReadOnce {
  readonly problems: readonly Problem[];
  readonly items: CatalogueView['items'];
  /** The rows of `_état.html`, by folder and name. */
  readonly files: readonly ReportRow[];
  programme(at: Temporal.Instant | null, screen: string): Programme;
}

/** Reads the folder once, for `preau check` and `preau programme`. */
export async function readOnce(settings: Settings, deps: AppDeps): Promise<ReadOnce> {
  const { contentFolder, close } = await openContent(settings, deps, false, () => MIN_LONG_SIDE);
  try {
    await contentFolder.settled;
  } finally {
    contentFolder.close();
    await close();
  }
  const programmes = createProgrammes({ ...contentFolder, clock: deps.clock, notBefore: null });
  const report = await currentReport({ ...contentFolder, folder: settings.content, programmes });
  const files = report === null ? [] : reportModel(report.input).folders.flatMap(({ rows }) => rows);
  return {
    ...catalogueView(contentFolder.state().catalogue),
    files,
    programme: (at, screen) => programmes.at(at, screen),
  };
}
