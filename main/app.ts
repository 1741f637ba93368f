import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { distinctUntilChanged, map, merge } from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import { startCollecting } from './content/collect-unused.ts';
import { keepSaved } from './content/keep-saved.ts';
import { openContent } from './content/open-content.ts';
import type { Problem, Programme } from './contract.ts';
import { waitAtMost } from './lib/wait-at-most.ts';
import { hashesOf, mediaOfItem } from './programme/item-media.ts';
import { createProgrammes } from './programme/programmes.ts';
import { currentReport } from './report/current-report.ts';
import { reportModel } from './report/model.ts';
import type { ReportRow } from './report/row.ts';
import { startReport } from './report/start-report.ts';
import type { CatalogueView } from './server/answers.ts';
import { catalogueView } from './server/catalogue-view.ts';
import { createHealth } from './server/health.ts';
import { createPlayback } from './server/playback.ts';
import { createScreens } from './server/screens.ts';
import { startServer } from './server/server.ts';
import type { Settings } from './settings/settings.ts';
import { productVersion } from './settings/version.ts';
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

/** Pictures are prepared for a full-HD wall, pixels on the longest side; larger screens raise it. */
const MIN_LONG_SIDE = 1_920;
/** The first answer waits until the folder is read, but not longer than this, milliseconds: what is slow joins later. */
const FIRST_READING_MS = 8_000;
/** Shorter where the saved catalogue can be shown meanwhile. */
const FIRST_READING_WITH_SAVED_MS = 700;

/** When this build was made: the clock is wrong where it is earlier. null when running from sources. Written by the bootstrap. */
function buildInstant(): Temporal.Instant | null {
  const stamp = new URL('./built-at.json', import.meta.url);
  return existsSync(stamp) ? Temporal.Instant.from(JSON.parse(readFileSync(stamp, 'utf8'))) : null;
}

const builtPlayer = (): string => fileURLToPath(new URL('../renderer', import.meta.url));

/** The only place where the stages meet. Rejects with the error of the system where the service cannot listen. */
export async function createApp(settings: Settings, { clock, log, playerDir = builtPlayer() }: AppDeps): Promise<App> {
  const folders = { contentDir: settings.content, stateDir: settings.state };
  const screens = createScreens();
  const longSide = () => screens.longSide(MIN_LONG_SIDE);
  const content = await openContent({ ...folders, live: true, longSide, log });
  const { contentFolder, store, saved } = content;
  const { state } = contentFolder;
  const state$ = contentFolder.state$.pipe(distinctUntilChanged());
  const notBefore = settings.at === null ? buildInstant() : null;
  const programmes = createProgrammes({ state, state$, clock, notBefore });
  const playback = createPlayback({ content: { state, state$ }, programmes, log });
  const saving = keepSaved({ contentFolder, ...folders, log });
  const report = startReport({
    ...playback,
    // Also after each scan: the page may have been removed, or have to tell of a file that is not for the wall.
    state$: merge(playback.state$, contentFolder.state$.pipe(map(playback.state))),
    snapshot: contentFolder.snapshot,
    listing: contentFolder.listing,
    folder: settings.content,
    programmes,
    store,
    log,
  });
  const health = createHealth({
    version: productVersion(),
    folder: settings.content,
    contentFolder,
    playback,
    programmes,
    screens,
    clock,
  });
  const stopCollecting = startCollecting({
    store,
    ...folders,
    shown: () => state().catalogue.items.flatMap(mediaOfItem).flatMap(hashesOf),
    maxBytes: () => state().site.storeBytes,
    log,
  });
  const closeStages = async () => {
    stopCollecting();
    await report.close();
    contentFolder.close();
    await saving.close();
    await content.close();
  };
  try {
    await waitAtMost(contentFolder.settled, saved === null ? FIRST_READING_MS : FIRST_READING_WITH_SAVED_MS);
    const { host, port } = settings;
    const onLargerScreen = () => contentFolder.refresh();
    const parts = { clock, state: playback.state, programmes, screens, playback, store, health, log };
    const server = await startServer({ host, port, playerDir, onLargerScreen, ...parts });
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
  const { contentFolder, close } = await openContent({
    contentDir: settings.content,
    stateDir: settings.state,
    live: false,
    longSide: () => MIN_LONG_SIDE,
    log: deps.log,
  });
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
