import { createDeferred, type Deferred } from '../../lib/deferred.ts';
import type { Settings } from '../../settings/settings.ts';
import { keepRunning, type Life, type Running, type Timers } from './keep-running.ts';
import { type Pace, watchLife } from './life-watch.ts';
import type { ServiceHost, ServiceProcess } from './service-host.ts';
import type { StartFailure } from './start-failure.ts';

/** After this many deaths before it first serves, it is said that it cannot: a person has to act. */
const MAX_DEATHS_BEFORE_SERVING = 5;
/** How long the service may take to close before it is killed. */
const MAX_CLOSE_MS = 2000;
/**
 * After this long a killed service is left to the system: a thread that waits for a hanging share keeps its process until
 * the share answers.
 */
const MAX_STOP_MS = 4000;
/**
 * The pace for the service: one whose event loop stands still is killed after 18 s at most, so that another one serves
 * within 30 s, also on a slow machine.
 */
const SERVICE_PACE: Pace = { everyMs: 2000, limitMs: 8000, misses: 2 };
/** A service that has served this long does its task: when it dies later, it is started again at once. */
const MIN_SERVING_MS = 2000;

export interface SupervisorOptions {
  readonly settings: Settings;
  readonly host: ServiceHost;
  readonly timers: Timers;
  /** It serves: the first time, and again after each death. */
  onReady(url: string): void;
  /** It could not serve the first time: a person has to act. */
  onFailed(failure: StartFailure): void;
  onRestart(why: string, delayMs: number): void;
}

/**
 * Keeps the service running. A port that was free to choose is kept once chosen, so that the player of an open display
 * finds the service again, and a simulated clock goes on from where it started.
 */
export function superviseService(options: SupervisorOptions): Running {
  let settings = options.settings;
  let served = false;
  let deaths = 0;
  return keepRunning({
    timers: options.timers,
    onRestart: options.onRestart,
    start: (life) =>
      startService(options, settings, {
        onHealthy: life.onHealthy,
        onReady(url) {
          served = true;
          settings = { ...settings, port: portOf(url, settings.port) };
          options.onReady(url);
        },
        onFailed(failure) {
          if (!served) options.onFailed(failure);
        },
        onGone(why) {
          deaths += 1;
          if (!served && deaths === MAX_DEATHS_BEFORE_SERVING) options.onFailed(neverServed(why));
          life.onGone(why);
        },
      }),
  });
}

type ServiceLife = Pick<SupervisorOptions, 'onReady' | 'onFailed'> & Life;

/** Starts the service once, and kills it when it hangs. */
function startService({ host, timers }: SupervisorOptions, settings: Settings, life: ServiceLife): Running {
  const exited = createDeferred();
  let service: ServiceProcess | null = null;
  let answer: Deferred<void> | null = null;
  let isHung = false;
  let cancelHealthy = (): void => {};
  const unwatch = watchLife({
    timers,
    pace: SERVICE_PACE,
    ping() {
      answer = createDeferred();
      service?.send({ type: 'ping' });
      return answer.promise;
    },
    onHung() {
      isHung = true;
      service?.kill();
    },
  });
  const started = host.start(settings, {
    onMessage(message) {
      if (message.type === 'ready') {
        cancelHealthy = timers.after(MIN_SERVING_MS, life.onHealthy);
        life.onReady(message.url);
      } else if (message.type === 'failed') life.onFailed({ message: message.message, code: message.code });
      else answer?.resolve();
    },
    onExit(why) {
      unwatch();
      cancelHealthy();
      exited.resolve();
      life.onGone(isHung ? 'hung' : why);
    },
  });
  service = started;
  return { stop: () => stopService(started, exited, timers) };
}

async function stopService(service: ServiceProcess, exited: Deferred<void>, timers: Timers): Promise<void> {
  service.send({ type: 'close' });
  const cancels = [timers.after(MAX_CLOSE_MS, () => service.kill()), timers.after(MAX_STOP_MS, exited.resolve)];
  await exited.promise;
  for (const cancel of cancels) cancel();
}

function neverServed(why: string): StartFailure {
  const message = `Le service s’arrête avant de servir (${why}) : le journal ci-dessus dit pourquoi. Réinstallez Préau, ou donnez un autre dossier à --state.`;
  return { message, code: 1 };
}

function portOf(url: string, otherwise: number): number {
  const { port } = new URL(url);
  return port === '' ? otherwise : Number(port);
}
