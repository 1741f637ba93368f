import type { ContentFolder } from '../content/content-folder.ts';
import type { Programmes } from '../programme/programmes.ts';
import type { Clock } from '../when/clock.ts';
import type { Health } from './answers.ts';
import type { Playback } from './playback.ts';
import type { Screens } from './screens.ts';

export interface HealthOptions {
  /** Of the product. */
  readonly version: string;
  /** Absolute path of the content folder. */
  readonly folder: string;
  readonly contentFolder: Pick<ContentFolder, 'reading' | 'isSettled'>;
  readonly playback: Pick<Playback, 'state' | 'unplayableOn'>;
  readonly programmes: Pick<Programmes, 'isClockTrusted'>;
  readonly screens: Pick<Screens, 'view'>;
  readonly clock: Clock;
  readonly heartbeat: () => Health['heartbeat'];
}

/** Returns how to tell the health of the service; its uptime is counted from this call. */
export function createHealth(options: HealthOptions): () => Health {
  const { version, folder, contentFolder, playback, programmes, screens, clock, heartbeat } = options;
  // Monotonic: setting the clock of the machine does not change the uptime.
  const startedMs = performance.now();
  return () => {
    const { catalogue, reachable, site } = playback.state();
    const refused = catalogue.problems.filter(({ severity }) => severity === 'refused').length;
    const isClockTrusted = programmes.isClockTrusted();
    return {
      status: reachable && isClockTrusted ? 'ok' : 'degraded',
      version,
      uptimeSeconds: Math.round((performance.now() - startedMs) / 1000),
      at: clock.now().toZonedDateTimeISO(site.place.zone).toString(),
      clock: isClockTrusted ? 'ok' : 'wrong',
      content: { folder, reachable, reading: contentFolder.reading(), read: contentFolder.isSettled() },
      items: catalogue.items.length,
      heartbeat: heartbeat(),
      problems: { refused, warnings: catalogue.problems.length - refused },
      screens: screens.view().map((view) => ({ ...view, unplayable: playback.unplayableOn(view.screen) })),
    };
  };
}
