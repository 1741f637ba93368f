import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { auditTime, distinctUntilChanged, map, merge, skipWhile } from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import { type Bin, openBin } from './content/bin/bin.ts';
import { keepSaved } from './content/known/keep-saved.ts';
import { type Content, openContent } from './content/open-content.ts';
import { MIN_LONG_SIDE } from './content/preparation/limits.ts';
import { startCollecting } from './content/store/collect-unused.ts';
import { keepStore } from './content/store/keep-store.ts';
import { startFleet } from './fleet/start-fleet.ts';
import { hashesOf, mediaOfItem } from './programme/item-media.ts';
import { createProgrammes } from './programme/programmes.ts';
import { startReport } from './report/start-report.ts';
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
  /** Resolves when what was there at the start has been read once; the service listens long before. */
  readonly read: Promise<void>;
  close(): Promise<void>;
}

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
  const programmes = createProgrammes({
    ...{ state, clock, notBefore },
    state$: state$.pipe(skipWhile(({ isHeld }) => isHeld)),
  });
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
  const { contentFolder, store } = content;
  const bin = await openBinOf(settings, deps, content);
  const stages = createStages(settings, deps, content, { metrics, screens, bin });
  const stopBackground = startBackground(settings, log, content, stages);
  const closeStages = async () => {
    metrics.close();
    await stopBackground();
    await content.close();
  };
  try {
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
      read: contentFolder.settled,
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
