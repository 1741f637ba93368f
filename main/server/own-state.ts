import type { ContentState } from '../content/content-folder.ts';
import type { Store } from '../content/store/store.ts';
import type { Slide } from '../contract.ts';
import type { FleetOptions, OwnState } from '../fleet/fleet.ts';
import type { Programmes } from '../programme/programmes.ts';
import { pictureOf } from '../report/kind-words.ts';
import type { KnownScreen } from '../report/known-screens.ts';
import type { Clock } from '../when/clock.ts';
import { shrinkPicture } from './small-pictures.ts';

/** Longest side of the picture of a wall, pixels. */
const SIDE = 480;
const QUALITY = 60;

export interface OwnStateOptions {
  readonly version: string;
  readonly ownScreens: () => readonly KnownScreen[];
  readonly state: () => ContentState;
  readonly programmes: Pick<Programmes, 'at' | 'isClockTrusted'>;
  readonly store: Pick<Store, 'read'>;
  readonly clock: Clock;
}

/** The hash of the picture of a slide: its own, or the one that stands for its item; null where it has none. */
function pictureOfSlide(slide: Slide, { catalogue }: ContentState): string | null {
  const shown = 'plate' in slide ? slide.plate : 'image' in slide ? slide.image : slide.kind === 'image' ? slide : null;
  const own = /^\/media\/([0-9a-f]{32})\//u.exec(shown?.src ?? '')?.[1];
  return own ?? pictureOf(catalogue.items.find(({ id }) => id === slide.item))?.hash ?? null;
}

/** Returns what this machine tells the others of itself. */
export function createOwnState(options: OwnStateOptions): Pick<FleetOptions, 'own' | 'picture'> {
  const { version, ownScreens, state, programmes, store, clock } = options;
  const slideOf = ({ name, slide }: KnownScreen): Slide | null =>
    slide === null ? null : (programmes.at(null, name).slides.find(({ id }) => id === slide) ?? null);
  return {
    own(): OwnState {
      const { catalogue, reachable } = state();
      const refused = catalogue.problems.filter(({ severity }) => severity === 'refused').length;
      const nowMs = clock.now().epochMilliseconds;
      return {
        version,
        clockTrusted: programmes.isClockTrusted(),
        reachable,
        problems: { refused, warnings: catalogue.problems.length - refused },
        screens: ownScreens().map((screen) => ({
          name: screen.name,
          connected: screen.connected,
          lit: screen.lit,
          paintedAgoS:
            screen.lastPaintedAt === null
              ? null
              : Math.max(0, Math.round((nowMs - screen.lastPaintedAt.epochMilliseconds) / 1000)),
          title: slideOf(screen)?.title.slice(0, 500) ?? null,
          size: screen.size,
          revision: screen.revision,
          remarks: screen.remarks.slice(0, 50).map((remark) => remark.slice(0, 600)),
        })),
      };
    },
    picture() {
      const lit = ownScreens().find((screen) => screen.connected && screen.lit !== false && screen.slide !== null);
      const slide = lit === undefined ? null : slideOf(lit);
      const hash = slide === null ? null : pictureOfSlide(slide, state());
      return hash === null ? null : { key: hash, make: () => shrinkPicture(store, hash, SIDE, QUALITY) };
    },
  };
}
