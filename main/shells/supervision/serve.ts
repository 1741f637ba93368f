import { createDeferred } from '../../lib/deferred.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Running, Timers } from './keep-running.ts';
import type { ServiceHost } from './service-host.ts';
import type { StartFailure } from './start-failure.ts';
import { superviseService } from './supervisor.ts';

/** The service, kept running, as a shell sees it. */
export interface Serving extends Running {
  /** The address, once the service answers for the first time; or why it cannot. */
  readonly first: Promise<{ readonly url: string } | StartFailure>;
  /** Resolves to its address as soon as the service answers, at once if it does now. */
  whenUp(): Promise<string>;
}

export interface ServeOptions {
  readonly settings: Settings;
  readonly host: ServiceHost;
  readonly timers: Timers;
  onRestart(why: string, delayMs: number): void;
}

/** Starts the service and keeps it running. */
export function serve({ settings, host, timers, onRestart }: ServeOptions): Serving {
  const first = createDeferred<{ url: string } | StartFailure>();
  let up = createDeferred<string>();
  let isUp = false;
  const service = superviseService({
    settings,
    host,
    timers,
    onReady(url) {
      first.resolve({ url });
      isUp = true;
      up.resolve(url);
    },
    onFailed: (failure) => first.resolve(failure),
    onRestart(why, delayMs) {
      // It may die again before it answers: whoever waits then goes on waiting for the same promise.
      if (isUp) up = createDeferred<string>();
      isUp = false;
      onRestart(why, delayMs);
    },
  });
  return { first: first.promise, whenUp: () => up.promise, stop: () => service.stop() };
}
