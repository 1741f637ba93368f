import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Temporal } from 'temporal-polyfill';
import type { ScreenReport } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import type { Health } from './answers.ts';
import { measureLoopLag, NEVER_MS } from './loop-lag.ts';
import type { Screens } from './screens.ts';

/** Names of screens come from the network: more than this share one label, so that the series stay bounded. */
const MAX_SCREEN_LABELS = 100;
const OTHER_SCREENS = 'autres';
/** Seconds of one reading: from a text to a long film over a slow share. */
const READ_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

/** What the gauges are read from, each time somebody asks. */
interface Observed {
  readonly health: () => Health;
  readonly screens: Pick<Screens, 'view'>;
  /** Names of the screens in the settings of the place. */
  readonly declared: () => readonly string[];
}

/** What the service counts and measures of itself, for Prometheus. */
export interface Metrics {
  readonly contentType: string;
  /** The text of `GET /metrics`. */
  text(): Promise<string>;
  /** A screen said that it painted a slide, or that it put one aside. */
  reported(report: ScreenReport): void;
  /** A file, or a folder that is one thing, was read in so many seconds. */
  read(seconds: number): void;
  /** From now on the gauges are read from these. */
  observe(observed: Observed): void;
  close(): void;
}

export interface MetricsOptions {
  readonly version: string;
  /** Name of the screen that this machine shows; null where it shows none. It has its series from the start. */
  readonly own: string | null;
}

/** Gives names the label that they are counted under. */
function createLabels(own: string | null): (screen: string) => string {
  const known = new Set(own === null ? [] : [own]);
  return (screen) => {
    if (!known.has(screen) && known.size < MAX_SCREEN_LABELS) known.add(screen);
    return known.has(screen) ? screen : OTHER_SCREENS;
  };
}

function screenGauges(registers: Registry[]) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames: ['screen'], registers });
  return {
    connected: gauge('preau_screen_connected', '1 while a player of this screen follows the programme.'),
    lit: gauge('preau_screen_lit', '1 in the hours of the screen, 0 in its planned night.'),
    painted: gauge('preau_screen_last_painted_timestamp_seconds', 'When the screen last painted a slide.'),
    unplayable: gauge('preau_screen_unplayable_files', 'Files that the screen could not play, as they are now.'),
  };
}

/**
 * Reads the state of each screen into its gauges. This machine's own screen is told also where it has never connected. A name
 * that is neither its own nor in the settings is a visitor's: once it has left, nothing waits for it to come back.
 */
function setScreens(
  gauges: ReturnType<typeof screenGauges>,
  { health, screens, declared }: Observed,
  own: string | null,
  labelOf: (screen: string) => string,
): void {
  for (const gauge of Object.values(gauges)) gauge.reset();
  if (own !== null) gauges.connected.set({ screen: own }, 0);
  const unplayable = new Map(health().screens.map((each) => [each.screen, each.unplayable.length]));
  const expected = new Set([own ?? '', ...declared()].map(fold));
  for (const { screen: name, connected, lit, lastPaintedAt } of screens.view()) {
    if (!connected && !expected.has(fold(name))) continue;
    const screen = labelOf(name);
    gauges.connected.set({ screen }, connected ? 1 : 0);
    gauges.unplayable.set({ screen }, unplayable.get(name) ?? 0);
    if (lit !== null) gauges.lit.set({ screen }, lit ? 1 : 0);
    if (lastPaintedAt !== null)
      gauges.painted.set({ screen }, Temporal.Instant.from(lastPaintedAt).epochMilliseconds / 1000);
  }
}

function serviceGauges(registers: Registry[]) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  return {
    screens: gauge('preau_screens', 'Screens that are connected.'),
    items: gauge('preau_items', 'Things read from the content folder.'),
    reading: gauge('preau_reading', 'Files that are being read or prepared.'),
    reachable: gauge('preau_content_reachable', '1 while the content folder can be listed.'),
    clock: gauge('preau_clock_trusted', '0 where the clock of the machine is plainly wrong.'),
    problems: new Gauge({
      name: 'preau_problems',
      help: 'Files that are not shown (refused) or not as expected (warning).',
      labelNames: ['severity'],
      registers,
    }),
  };
}

function setService(gauges: ReturnType<typeof serviceGauges>, { content, clock, items, problems, screens }: Health) {
  gauges.screens.set(screens.filter(({ connected }) => connected).length);
  gauges.items.set(items);
  gauges.reading.set(content.reading);
  gauges.reachable.set(content.reachable ? 1 : 0);
  gauges.clock.set(clock === 'ok' ? 1 : 0);
  gauges.problems.set({ severity: 'refused' }, problems.refused);
  gauges.problems.set({ severity: 'warning' }, problems.warnings);
}

/** Counts from now on, in a registry of its own: several services may run in one process (tests). */
export function createMetrics({ version, own }: MetricsOptions): Metrics {
  const register = new Registry();
  const registers = [register];
  const labelOf = createLabels(own);
  // Memory, processor and handles.
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: NEVER_MS });
  const lag = measureLoopLag(register);
  const build = { name: 'preau_build_info', help: 'The version that runs.', labelNames: ['version'], registers };
  new Gauge(build).set({ version }, 1);
  const counter = (name: string, help: string) => new Counter({ name, help, labelNames: ['screen'], registers });
  const painted = counter('preau_slides_painted_total', 'Slides that were painted completely.');
  const aside = counter('preau_slides_put_aside_total', 'Slides that could not be played and were passed over.');
  const read = new Histogram({
    name: 'preau_read_seconds',
    help: 'Time to read a file, or a folder that is one thing.',
    buckets: READ_BUCKETS,
    registers,
  });
  const ofScreens = screenGauges(registers);
  const ofService = serviceGauges(registers);
  let observed: Observed | null = null;
  return {
    contentType: register.contentType,
    async text() {
      lag.set();
      if (observed !== null) {
        setScreens(ofScreens, observed, own, labelOf);
        setService(ofService, observed.health());
      }
      return register.metrics();
    },
    reported({ screen, slide, unplayable }) {
      const label = { screen: labelOf(screen) };
      if (unplayable !== undefined) aside.inc(label);
      else if (slide !== null) painted.inc(label);
    },
    read: (seconds) => read.observe(seconds),
    observe(sources) {
      observed = sources;
    },
    close() {
      lag.stop();
      register.clear();
    },
  };
}
