import type { Settings } from '../../settings/settings.ts';
import { keepRunning, type Running, type Timers } from './keep-running.ts';
import type { ServiceHost, ServiceMessage } from './service-host.ts';

/** Deaths before it first serves after which it is said that it cannot: a person has to act. */
const HOPELESS = 5;
/** How long the service may take to close before it is killed. */
const PATIENCE_MS = 2000;
/**
 * When it is left to itself, killed as it is: a thread of it that waits for a share that hangs is ended by the system only
 * when the share answers.
 */
const LEAVE_MS = 4000;

export interface SupervisorOptions {
  readonly settings: Settings;
  readonly host: ServiceHost;
  readonly timers: Timers;
  /** It serves: at first, and again after each death. */
  onReady(url: string): void;
  /** It could not serve the first time: nothing is tried again, a person has to act. */
  onFailed(message: string, code: number): void;
  onRestart(why: string, delayMs: number): void;
}

/**
 * Keeps the service running. A port that was free to choose is kept once chosen, so that the player of an open display
 * finds the service again, and a simulated clock goes on from where it started.
 */
export function superviseService(options: SupervisorOptions): Running {
  const { host, timers } = options;
  let settings = options.settings;
  let served = false;
  let deaths = 0;

  const hear = (message: ServiceMessage): void => {
    if (message.type === 'ready') {
      served = true;
      settings = { ...settings, port: portOf(message.url, settings.port) };
      options.onReady(message.url);
    } else if (!served) {
      options.onFailed(message.message, message.code);
    }
  };

  return keepRunning({
    timers,
    onRestart: options.onRestart,
    start(onGone) {
      let exited: () => void = () => {};
      const exit = new Promise<void>((resolve) => {
        exited = resolve;
      });
      const service = host.start(settings, {
        onMessage: hear,
        onExit(why) {
          exited();
          deaths += 1;
          if (!served && deaths === HOPELESS) options.onFailed(hopeless(why), 1);
          onGone(why);
        },
      });
      return {
        async stop() {
          service.close();
          const cancels = [timers.after(PATIENCE_MS, () => service.kill()), timers.after(LEAVE_MS, exited)];
          await exit;
          for (const cancel of cancels) cancel();
        },
      };
    },
  });
}

function hopeless(why: string): string {
  return `Le service s’arrête avant de servir (${why}) : le journal ci-dessus dit pourquoi. Réinstallez Préau, ou donnez un autre dossier à --state.`;
}

function portOf(url: string, otherwise: number): number {
  const { port } = new URL(url);
  return port === '' ? otherwise : Number(port);
}
