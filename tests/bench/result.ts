import type { Aim, Measured, Unit } from './row.ts';
import { median, quantile } from './statistics.ts';

/** What is kept of the values of one figure. */
export interface Spread {
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
  readonly runs: number;
}

/** One line of the table. */
export interface Result {
  readonly what: string;
  readonly against: string | null;
  readonly unit: Unit;
  readonly figure: Spread;
  readonly reference: Spread | null;
  /** Of the medians. */
  readonly ratio: number | null;
  readonly aims: readonly Aim[];
  /** Null where it has no aim. */
  readonly met: boolean | null;
  readonly headline: boolean;
}

const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  p5: quantile(values, 0.05),
  p95: quantile(values, 0.95),
  p99: quantile(values, 0.99),
  worst: quantile(values, 1),
  runs: values.length,
});

/** @throws {Error} where there is nothing to judge: no value, or a ratio without a reference. */
export function resultOf(measured: Measured): Result {
  const { what, against, unit, values, reference = [], aims, headline = false } = measured;
  if (![...values, ...reference].every(Number.isFinite) || values.length === 0)
    throw new Error(`« ${what} » was not measured`);
  if (reference.length === 0 && aims.some(({ of }) => of === 'ratio'))
    throw new Error(`« ${what} » is compared with nothing`);
  const figure = spreadOf(values);
  const compared = reference.length === 0 ? null : spreadOf(reference);
  // Nothing is infinitely more than nothing: the two figures stand there as they are.
  const ratio = compared && compared.median !== 0 ? figure.median / compared.median : null;
  const met = aims.length === 0 ? null : aims.every((aim) => isMet(aim, figure, compared));
  return { what, against, unit, figure, reference: compared, ratio, aims, met, headline };
}

function isMet(aim: Aim, figure: Spread, reference: Spread | null): boolean {
  if (aim.of !== 'ratio') return figure[aim.of] <= aim.most;
  if (reference === null) return false;
  if ('least' in aim) return figure.median >= aim.least * reference.median;
  return figure.median <= aim.most * reference.median + (aim.plus ?? 0);
}
