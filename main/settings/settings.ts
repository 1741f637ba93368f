import type { Rotation } from '../contract.ts';

/** What opens the display (`main/shells/`). `auto` takes the first of the others that can run. */
export type ShellName = 'auto' | 'electron' | 'chromium' | 'none';

/**
 * What the machine decides, for the whole life of the process: its files of settings, its environment and the command line
 * (`machine-settings.ts`). What staff decide stands in `preau.yml` (`site.ts`).
 */
export interface Settings {
  /** Absolute path of the content folder, which need not exist; null while nobody has chosen one. */
  readonly content: string | null;
  /** Absolute path of the state folder: store, last catalogue, browser profile. */
  readonly state: string;
  /** Simulated start, ISO local or zoned (`2026-05-05`, `2026-05-05T09:00`); null: the machine's clock. */
  readonly at: string | null;
  /** When the simulated clock started (epoch milliseconds), so that it does not start anew together with the service. */
  readonly atSince: number | null;
  /** Name of the screen that this machine's display shows; empty for none. */
  readonly screen: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly shell: ShellName;
  /**
   * Name of the display's output (`HDMI-A-1`) that is turned, put to sleep and woken; empty for all of them. Electron opens its
   * window there, and also takes a number from the left or a part of the name; empty for the primary display.
   */
  readonly output: string;
  /** null: as `preau.yml` says, or else as the system has it. */
  readonly rotate: Rotation | null;
  /** Hour of the day at which the page is loaded anew, `04:30`, local time of the machine; empty for never. */
  readonly reload: string;
  /** Whether the display itself sleeps outside the hours in which its screen is lit. */
  readonly sleep: boolean;
  /** Whether this machine writes its state into `_écrans` of the content folder, once a minute. */
  readonly heartbeat: boolean;
  /** Absolute path of a folder for the log; empty for standard error. */
  readonly log: string;
}

/** The settings of a service that has a folder to read. */
export interface ContentSettings extends Settings {
  readonly content: string;
}
