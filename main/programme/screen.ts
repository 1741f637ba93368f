import type { Programme, Rotation, Theme } from '../contract.ts';
import type { SchoolHolidays } from '../when/school-holidays.ts';
import type { When } from '../when/when.ts';

/** One display, as `preau.yml` describes it. */
export interface Screen {
  /** As staff write it; empty for the display that has no name. */
  readonly name: string;
  /** Its own town, shown first; null where it is not said. */
  readonly town: string | null;
  /** Days and hours in which it is lit; null: always. */
  readonly lit: When | null;
  /** How far its display is turned; absent: as the place says. */
  readonly rotation?: Rotation;
}

/** How the walls of a place look, whatever is on them. */
export interface WallLook {
  /** Whether a head tells the time, the day and the place above every slide. */
  readonly headed: boolean;
  /** Whether two pictures may share a wall. */
  readonly paired: boolean;
  /** How far the displays are turned; absent: as their machines have it. */
  readonly rotation?: Rotation;
  /** The colours of the place; null: the green of the theme. */
  readonly accent: NonNullable<Programme['accent']> | null;
}

/** What is the same for every screen of a place. */
export interface Place {
  /** The name of the school or centre; null where it is not said. */
  readonly name: string | null;
  readonly town: string | null;
  /** IANA zone: days begin at its midnights. */
  readonly zone: string;
  readonly theme: Theme;
  readonly wall: WallLook;
  /** Seconds a slide of a kind stays, where staff decided otherwise than `durations.ts`. */
  readonly durations: { readonly image?: number; readonly exhibition?: number; readonly tree?: number };
  /** Milliseconds; 0 for never. What is of today comes back at least every `recallMs`, and a turn lasts about `turnMs`. */
  readonly pace: { readonly recallMs: number; readonly turnMs: number };
  /** Films are heard; absent: they are silent. */
  readonly sound?: true;
  /** The holidays of the school; absent: not known. */
  readonly holidays?: SchoolHolidays;
  readonly screens: readonly Screen[];
}
