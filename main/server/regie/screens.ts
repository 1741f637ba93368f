import { Temporal } from 'temporal-polyfill';
import type { ContentState } from '../../content/content-folder.ts';
import { fold } from '../../lib/fold.ts';
import type { Programmes } from '../../programme/programmes.ts';
import type { RegieScreen } from '../../regie-contract.ts';
import { screenLight } from '../../report/screen-light.ts';
import type { Clock } from '../../when/clock.ts';
import type { Playback } from '../playback.ts';
import type { Screens } from '../screens.ts';

export interface RegieScreensOptions {
  readonly version: string;
  /** Name of the screen that this machine shows; null where it shows none. */
  readonly own: string | null;
  readonly state: () => ContentState;
  readonly programmes: Pick<Programmes, 'at'>;
  readonly screens: Pick<Screens, 'view'>;
  readonly playback: Pick<Playback, 'unplayableOn'>;
  readonly clock: Clock;
}

const NO_LOCK = 'Son navigateur ne permet pas d’empêcher la veille : réglez la veille de cette machine sur « jamais ».';

/** Each screen of this service: those that are connected, and those that the settings or this machine expect. */
export function regieScreens({
  version,
  own,
  state,
  programmes,
  screens,
  playback,
  clock,
}: RegieScreensOptions): RegieScreen[] {
  const { place } = state().site;
  const now = clock.now().toZonedDateTimeISO(place.zone);
  const expected = new Set([...(own === null ? [] : [own]), ...place.screens.map(({ name }) => name)].map(fold));
  const seen = screens.view().filter(({ connected, screen }) => connected || expected.has(fold(screen)));
  return seen.map(({ screen, width, height, dpr, connected, lit, lastPaintedAt, lastSlide, revision, awake }) => {
    const unplayable = playback.unplayableOn(screen).map((path) => `N’a pas pu montrer «\u00a0${path}\u00a0».`);
    const remarks = [...unplayable, ...(awake === false ? [NO_LOCK] : [])];
    // What it was last sent is as old as its connection.
    const isLit = connected ? lit : programmes.at(null, screen).lit;
    const painted = lastPaintedAt === null ? null : Temporal.Instant.from(lastPaintedAt);
    const slide = lastSlide?.split('~', 1)[0] ?? null;
    const asked = new URLSearchParams({ screen, slide: slide ?? '', still: '' });
    return {
      name: screen,
      machine: '',
      ...screenLight({ connected, lit: isLit, lastPaintedAt: painted, remarks }, now),
      size: width === 0 ? '' : `${Math.round(width * dpr)}\u00a0×\u00a0${Math.round(height * dpr)}`,
      version,
      revision: revision ?? '',
      remarks,
      still: slide === null || isLit === false ? null : `/?${asked}`,
      picture: null,
    };
  });
}
