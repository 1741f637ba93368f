import { Temporal } from 'temporal-polyfill';
import type { ContentState } from '../content/content-folder.ts';
import { fold } from '../lib/fold.ts';
import type { Programmes } from '../programme/programmes.ts';
import type { KnownScreen } from '../report/known-screens.ts';
import type { Playback } from './playback.ts';
import type { Screens } from './screens.ts';

export interface OwnScreensOptions {
  readonly version: string;
  /** Name of the screen that this machine shows; null where it shows none. */
  readonly own: string | null;
  readonly state: () => ContentState;
  readonly programmes: Pick<Programmes, 'at'>;
  readonly screens: Pick<Screens, 'view'>;
  readonly playback: Pick<Playback, 'unplayableOn'>;
  /** Monotonic milliseconds. */
  readonly nowMs: () => number;
}

/** The display of this machine has this long to connect after a start, milliseconds, before it is told to be closed. */
const OPENING_MS = 60_000;

const NO_LOCK = 'Son navigateur ne permet pas d’empêcher la veille : réglez la veille de cette machine sur « jamais ».';

type View = ReturnType<Screens['view']>[number];

/** The screen of this machine where its display has never connected. */
const neverOpened = (screen: string): View => ({
  ...{ screen, width: 0, height: 0, dpr: 1, connected: false, lastSlide: null, lastPaintedAt: null },
  ...{ lit: null, revision: null, awake: null },
});

/**
 * Returns how to tell of each screen of this service: those that are connected, and those that the settings or this machine
 * expect.
 */
export function createOwnScreens(options: OwnScreensOptions): () => KnownScreen[] {
  const { version, own, state, programmes, screens, playback, nowMs } = options;
  const startedMs = nowMs();
  const known = (view: View): KnownScreen => {
    const { screen, width, height, dpr, connected, lastPaintedAt } = view;
    const unplayable = playback.unplayableOn(screen).map((path) => `N’a pas pu montrer «\u00a0${path}\u00a0».`);
    return {
      name: screen,
      machine: '',
      hearing: 'here',
      connected,
      // What it was last sent is as old as its connection.
      lit: connected ? view.lit : programmes.at(null, screen).lit,
      lastPaintedAt: lastPaintedAt === null ? null : Temporal.Instant.from(lastPaintedAt),
      remarks: [...unplayable, ...(view.awake === false ? [NO_LOCK] : [])],
      slide: view.lastSlide?.split('~', 1)[0] ?? null,
      title: null,
      size: width === 0 ? '' : `${Math.round(width * dpr)}\u00a0×\u00a0${Math.round(height * dpr)}`,
      version,
      revision: view.revision ?? '',
      files: null,
      hasPicture: false,
    };
  };
  return () => {
    const expected = new Set([own ?? '', ...state().site.place.screens.map(({ name }) => name)].map(fold));
    const isExpected = (name: string) => expected.has(fold(name)) && (own !== null || name !== '');
    const seen = screens.view().filter(({ connected, screen }) => connected || isExpected(screen));
    const isMissing = own !== null && !seen.some(({ screen }) => fold(screen) === fold(own));
    const isLate = nowMs() - startedMs > OPENING_MS;
    return [...(isMissing && isLate ? [neverOpened(own)] : []), ...seen].map(known);
  };
}
