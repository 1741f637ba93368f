import { setTimeout as pause } from 'node:timers/promises';
import { type Result, resultOf } from './result.ts';
import { type Bench, NotMeasured, type Row } from './row.ts';

/** What became of one row. */
export type Outcome = {
  readonly name: string;
  readonly notShown: string;
  readonly seconds: number;
} & (
  | { readonly state: 'measured'; readonly results: readonly Result[] }
  | { readonly state: 'failed' | 'not measured'; readonly reason: string }
);

/** Longer than any row takes: one that hangs must not take the others with it. */
const ROW_MS = 10 * 60_000;

/** Runs each row in turn. A row that throws or hangs is reported as failed, and the next one runs. */
export async function runRows(
  rows: readonly Row[],
  bench: Bench,
  tell: (outcome: Outcome) => void = () => undefined,
  rowMs = ROW_MS,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const outcome = await runRow(row, bench, rowMs);
    outcomes.push(outcome);
    tell(outcome);
  }
  return outcomes;
}

async function runRow(row: Row, bench: Bench, rowMs: number): Promise<Outcome> {
  const begun = performance.now();
  const told = () => ({
    name: row.name,
    notShown: row.notShown,
    seconds: Math.round((performance.now() - begun) / 1000),
  });
  const limit = new AbortController();
  const late = pause(rowMs, null, { signal: limit.signal }).then(() => {
    throw new Error(`it took more than ${rowMs / 1000} s`);
  });
  try {
    const measured = await Promise.race([row.run(bench), late]);
    return { ...told(), state: 'measured', results: measured.map(resultOf) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...told(), state: error instanceof NotMeasured ? 'not measured' : 'failed', reason };
  } finally {
    limit.abort();
    late.catch(() => undefined);
  }
}
