/**
 * What crosses the wire between the service and the régie, the page on which staff look ahead, drop files and undo. Types alone:
 * like `contract.ts`, it is what `renderer/` may import of the service.
 */
import type { SlideKind } from './contract.ts';

/**
 * `GET /api/regie/pictures/HASH?side=`: the longest side of a small copy of a picture, in pixels of the screen. What is as wide as
 * a seventh of a window takes the smallest: on a desk of 1,440 pixels, fifty pictures are decoded to 7 MB with it, and to 16 with 320.
 */
export type PictureSide = 224 | 320 | 640;

/** One slide of a day. */
export interface DaySlide {
  /** Id of the slide in the programme of `at`. */
  readonly id: string;
  readonly kind: SlideKind;
  readonly title: string;
  readonly durationMs: number;
  /** Path in the content folder; null for slides that stand for no single file. */
  readonly source: string | null;
  /** An instant of that day at which it is shown, ISO local time of the place. */
  readonly at: string;
  /** « 14 h – 17 h »; empty where it is shown for as long as the screen is lit. */
  readonly hours: string;
}

/** One day of one screen. */
export interface DayAhead {
  /** `2026-05-05` */
  readonly day: string;
  /** « mardi 5 mai » */
  readonly label: string;
  /** The hours in which the screen is lit, in words; empty for the whole day; null where it stays off. */
  readonly lit: string | null;
  /** Seconds of a turn. */
  readonly turnSeconds: number;
  /** In the order of the turn; empty where there is nothing but the clock. */
  readonly slides: readonly DaySlide[];
  /** ISO local times at which the programme becomes another one, the first of the day first. */
  readonly changes: readonly string[];
}

/** `GET /api/regie/week` */
export interface RegieWeek {
  readonly screen: string;
  /** Names of all screens; the empty name is the screen without one. */
  readonly screens: readonly string[];
  /** `2026-05-05` */
  readonly today: string;
  /** The instant of the service, ISO local time of the place. */
  readonly now: string;
  /** Seven, from the Monday. */
  readonly days: readonly DayAhead[];
}

/** `GET /api/regie/files`: the rows of `_état.html`. */
export interface RegieFiles {
  readonly place: string | null;
  readonly files: readonly RegieFile[];
}

export interface RegieFile {
  readonly path: string;
  readonly name: string;
  /** What it is called on the wall, where that is not its name; empty otherwise. */
  readonly title: string;
  /** « Image », « Événement » */
  readonly kind: string;
  readonly state: string;
  /** The state in French. */
  readonly label: string;
  readonly sentences: readonly string[];
  /** What is wrong, guessed or left out, and what to do. */
  readonly remarks: readonly { readonly message: string; readonly advice: string; readonly concern: string }[];
  /** Address of its picture on this server; null where it has none. */
  readonly picture: string | null;
}

/** What a screen is known to do. `green`: all is well, and a planned night is well; `amber`: somebody should look; `red`: it is out. */
export type ScreenLight = 'green' | 'amber' | 'red';

/** One screen, of this machine or of another one. */
export interface RegieScreen {
  /** Empty for the screen without a name. */
  readonly name: string;
  /** The machine whose service plays it; empty for this one. */
  readonly machine: string;
  readonly light: ScreenLight;
  /** One sentence: « Allumé : peint il y a 12 s. » */
  readonly sentence: string;
  /** `1920 × 1080`; empty where it is not known. */
  readonly size: string;
  readonly version: string;
  readonly revision: string;
  /** What it could not play, and what its browser refuses. */
  readonly remarks: readonly string[];
  /** Address of the player that shows the slide on the wall, still; null where that is not known. */
  readonly still: string | null;
  /** Address of a picture of the wall of another machine; null where there is none. */
  readonly picture: string | null;
  /** What stands in place of a picture: « Noir », or the title of the last slide. */
  readonly caption: string;
}

/** `GET /api/regie/screens` */
export interface RegieScreens {
  readonly screens: readonly RegieScreen[];
}

/** What dropping a file would do: `POST /api/regie/trials`. Nothing is in the folder yet. */
export interface RegieTrial {
  readonly id: string;
  /** Where it would be put. */
  readonly path: string;
  readonly kind: string;
  /** Whether anything of it would be shown. */
  readonly isShown: boolean;
  /** When, where, and what it hides, French sentences. */
  readonly sentences: readonly string[];
  readonly remarks: readonly { readonly message: string; readonly advice: string }[];
  /** What its slides look like: addresses of the player, still, the first three. */
  readonly stills: readonly string[];
  /** The file that stands there already; null where there is none. Saving replaces it only if that is asked for. */
  readonly replaces: { readonly sentence: string; readonly mark: string } | null;
}

/** `GET /api/regie/bin` */
export interface RegieBin {
  readonly files: readonly RegieBinFile[];
}

export interface RegieBinFile {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** « mardi 5 mai à 9 h 41 » */
  readonly takenOut: string;
  /** « 1,2 Mo » */
  readonly size: string;
}

/** The answer to what cannot be done: a French sentence. */
export interface Refusal {
  readonly message: string;
}
