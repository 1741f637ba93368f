/** What opens the display (`main/shells/`). `auto` takes the first of the others that can run. */
export type ShellName = 'auto' | 'electron' | 'chromium' | 'none';

/** What the command line decides, for the whole life of the process. What staff decide stands in `preau.yml` (`site.ts`). */
export interface Settings {
  /** Absolute path of the content folder; it need not exist. */
  readonly content: string;
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
}
