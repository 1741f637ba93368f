import type { Browser } from '@playwright/test';

/**
 * How a row is added to `npm run bench`: one file `rows/NAME.ts`, under 150 lines, found by its place, that exports
 * `const row: Row`. Its first comment says what would make it lie. What it needs and shares with others (a wall, photos, CPU
 * time) lies beside this file, in `tests/bench`.
 *
 * ```ts
 * export const row: Row = {
 *   name: 'greet',
 *   notShown: 'A network between the two; more than one screen.',
 *   async run(bench) {
 *     const { ours, reference } = await interleaved(bench.rounds(10), { ours: greetOnce, reference: bareOnce });
 *     return [
 *       {
 *         what: 'a text is written → painted',
 *         against: 'the same text in a bare page',
 *         unit: 'ms',
 *         values: ours,
 *         reference,
 *         aims: [{ of: 'ratio', most: 1.5 }, { of: 'p95', most: 500 }],
 *       },
 *     ];
 *   },
 * };
 * ```
 *
 * A row gives the values as they were measured; the frame makes medians, ratios and « met » of them. It cleans up what it
 * started, in `finally`. It may throw: the row is reported as failed, with the reason, and the others go on; `NotMeasured` is for
 * what cannot be measured on this machine. All rows together have 20 minutes on two cores: two minutes each, four at most.
 * `tests/unit/bench/rows.test.ts` checks the form; `npm run bench -- --only=NAME --quick` runs it.
 */
export interface Row {
  /** The name of its file, which `--only=` takes. */
  readonly name: string;
  /** What its figures do not show; `docs/speed.md` prints it. */
  readonly notShown: string;
  run(bench: Bench): Promise<readonly Measured[]>;
}

/** What the frame gives to every row. */
export interface Bench {
  /** With `--quick`: fewer rounds, smaller folders; only to see whether a row works. */
  readonly quick: boolean;
  /** How many rounds to measure where a full run has `full` of them. */
  rounds(full: number): number;
  /** A headless Chromium without a graphics card, the same for all rows. The frame closes it. */
  browser(): Promise<Browser>;
}

/** One line of the table, as measured. */
export interface Measured {
  /** « a text is written → painted ». No two lines have the same. */
  readonly what: string;
  /** What `reference` is; null where there is none. */
  readonly against: string | null;
  readonly unit: Unit;
  /** One number for each run. */
  readonly values: readonly number[];
  /** The same of what it is compared with, in the same unit, from the same interleaved run. */
  readonly reference?: readonly number[];
  /** Met when each is. A figure without an aim is there to explain the others. */
  readonly aims: readonly Aim[];
  /** Whether the short table of the README quotes it. */
  readonly headline?: boolean;
}

export type Unit = 'ms' | 's' | 'KB' | 'MB' | 'MB/s' | '%' | '';

/** A limit: « p95 of 500 at most » is `{ of: 'p95', most: 500 }`, « 1.5x + 150 ms » is `{ of: 'ratio', most: 1.5, plus: 150 }`. */
export type Aim =
  | { readonly of: 'ratio'; readonly most: number; readonly plus?: number }
  | { readonly of: 'ratio'; readonly least: number }
  | { readonly of: 'median' | 'p95' | 'p99' | 'worst'; readonly most: number };

/** Thrown by a row that cannot be measured on this machine; the message says what is missing. */
export class NotMeasured extends Error {}
