import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { auditTime, distinctUntilChanged, map, merge } from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import { type Bin, openBin } from './content/bin.ts';
import { startCollecting } from './content/collect-unused.ts';
import { keepSaved } from './content/keep-saved.ts';
import { keepStore } from './content/keep-store.ts';
import { type Content, openContent } from './content/open-content.ts';
import type { Problem, Programme } from './contract.ts';
import { startFleet } from './fleet/start-fleet.ts';
import { waitAtMost } from './lib/wait-at-most.ts';
import { hashesOf, mediaOfItem } from './programme/item-media.ts';
import { createProgrammes } from './programme/programmes.ts';
import { currentReport } from './report/current-report.ts';
import { reportModel } from './report/model.ts';
import type { ReportRow } from './report/row.ts';
import { startReport } from './report/start-report.ts';
import type { CatalogueView } from './server/answers.ts';
import { catalogueView } from './server/catalogue-view.ts';
import { createFleetStage } from './server/fleet-stage.ts';
import { createHealth } from './server/health.ts';
import { createMetrics, type Metrics } from './server/metrics.ts';
import { createPlayback } from './server/playback.ts';
import { createTrials } from './server/regie/trials.ts';
import { createScreens, type Screens } from './server/screens.ts';
import { startServer } from './server/server.ts';
import { createSessions } from './server/sessions.ts';
import { builtAt } from './settings/built-at.ts';
import type { ContentSettings } from './settings/settings.ts';
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

/** The bin looks at the folder this long after a change: files have been written completely by then, milliseconds. */
const BIN_LOOK_MS = 2_500;

/** Folder of the pages of this build. */
export const builtPlayer = (): string => fileURLToPath(new URL('../renderer', import.meta.url));

/** The stages that are made of the content, in the order in which they need one another. */
function createStages(
  settings: ContentSettings,
  { clock, log }: AppDeps,
  { contentFolder, store, read }: Content,
  { metrics, screens, bin }: { readonly metrics: Metrics; readonly screens: Screens; readonly bin: Bin },
) {
  const { state } = contentFolder;
  const state$ = contentFolder.state$.pipe(distinctUntilChanged());
  const build = builtAt();
  // The clock is wrong where it is earlier than the build.
  const notBefore = settings.at === null && build !== null ? Temporal.Instant.from(build) : null;
  const programmes = createProgrammes({ state, state$, clock, notBefore });
  const playback = createPlayback({ content: { state, state$ }, programmes, log });
  const about = { version: productVersion(), folder: settings.content };
  const sources = {
    ...playback,
    folder: settings.content,
    listing: contentFolder.listing,
    snapshot: contentFolder.snapshot,
    programmes,
  };
  const own = settings.shell === 'none' ? null : settings.screen;
  const fleet = createFleetStage({
    ...{ version: about.version, own, sources, screens, playback, store, clock, log },
    isOn: settings.heartbeat,
  });
  const heartbeat = fleet.sharing;
  const health = createHealth({ ...about, contentFolder, playback, programmes, screens, clock, heartbeat });
  const declared = () => state().site.place.screens.map(({ name }) => name);
  metrics.observe({ health, screens, declared });
  const shown = () => state().catalogue.items.flatMap(mediaOfItem).flatMap(hashesOf);
  const storeKeeper = keepStore({ store, shown, onLost: (lost) => contentFolder.remake(lost), log });
  // Also after each scan: the page may have been removed, or have to tell of a file that is not for the wall.
  const told$ = merge(playback.state$, contentFolder.state$.pipe(map(playback.state)));
  const changes$ = merge(told$, screens.change$);
  const trials = createTrials({
    sources,
    stateDir: settings.state,
    read,
    longSide: () => screens.longSide(MIN_LONG_SIDE),
    beforeReplacing: bin.keepBeforeReplacing,
  });
  const { knownScreens } = fleet;
  const regie = { ...about, sources, knownScreens, fleet, clock, changes$, trials, bin, log };
  return { screens, programmes, playback, health, shown, storeKeeper, sources, told$, regie, bin, build, fleet };
}

type Stages = ReturnType<typeof createStages>;

/** What goes on behind the wall: the catalogue is saved, the report written, the store kept small. Returns how to stop. */
function startBackground(
  settings: ContentSettings,
  log: Logger,
  { contentFolder, store }: Content,
  { sources, told$, shown, storeKeeper, bin, fleet }: Stages,
): () => Promise<void> {
  const folders = { contentDir: settings.content, stateDir: settings.state };
  const saving = keepSaved({ contentFolder, ...folders, log });
  const { screenRows, mayWritePage: mayWrite } = fleet;
  const looking = startFleet(fleet, () => JSON.stringify(screenRows()));
  const screens$ = looking.change$;
  const report = startReport({ ...sources, state$: told$, store, screenRows, screens$, mayWrite, log });
  const stopCollecting = startCollecting({
    store,
    ...folders,
    shown,
    spared: bin.hashes,
    maxBytes: () => contentFolder.state().site.storeBytes,
    log,
  });
  const binning = told$.pipe(auditTime(BIN_LOOK_MS)).subscribe(() => void bin.look());
  return async () => {
    binning.unsubscribe();
    bin.close();
    storeKeeper.close();
    stopCollecting();
    await report.close();
    await looking.close();
    contentFolder.close();
    await saving.close();
  };
}

/** The bin of the content folder. */
function openBinOf(
  settings: ContentSettings,
  { clock, log }: AppDeps,
  { contentFolder, store }: Content,
): Promise<Bin> {
  return openBin({
    contentDir: settings.content,
    stateDir: settings.state,
    store,
    listing: contentFolder.listing,
    maxBytes: () => contentFolder.state().site.storeBytes,
    reading: contentFolder.reading,
    nowMs: () => clock.now().epochMilliseconds,
    log,
  });
}

/** The only place where the stages meet. Rejects with the error of the system where the service cannot listen. */
export async function createApp(settings: ContentSettings, deps: AppDeps): Promise<App> {
  const { clock, log, playerDir = builtPlayer() } = deps;
  const folders = { contentDir: settings.content, stateDir: settings.state };
  const metrics = createMetrics({ version: productVersion(), own: settings.shell === 'none' ? null : settings.screen });
  const screens = createScreens();
  const longSide = () => screens.longSide(MIN_LONG_SIDE);
  const content = await openContent({ ...folders, live: true, longSide, onRead: metrics.read, clock, log });
  const { contentFolder, store, saved } = content;
  const bin = await openBinOf(settings, deps, content);
  const stages = createStages(settings, deps, content, { metrics, screens, bin });
  const stopBackground = startBackground(settings, log, content, stages);
  const closeStages = async () => {
    metrics.close();
    await stopBackground();
    await content.close();
  };
  try {
    await waitAtMost(contentFolder.settled, saved === null ? FIRST_READING_MS : FIRST_READING_WITH_SAVED_MS);
    const { host, port, state } = settings;
    const onLargerScreen = () => contentFolder.refresh();
    const parts = {
      ...stages,
      state: stages.playback.state,
      clock,
      store,
      metrics,
      sessions: createSessions(state),
      log,
    };
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
export async function readOnce(settings: ContentSettings, deps: AppDeps): Promise<ReadOnce> {
  const { contentFolder, close } = await openContent({
    contentDir: settings.content,
    stateDir: settings.state,
    live: false,
    longSide: () => MIN_LONG_SIDE,
    clock: deps.clock,
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
