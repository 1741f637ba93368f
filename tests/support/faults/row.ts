import { test } from 'vitest';
import { within } from '../within.ts';

/** What a fault leaves to wait for. */
export interface Recovery {
  /** Resolves once the wall is as it should be; rejects where it stays wrong. */
  recovered(): Promise<void>;
  /** How many times slower than usual the machine is: it gets as much more time. */
  readonly slowness?: number;
}

/**
 * One line of the table: a fault, and the time after which the service must be as it should be. `inflict` gives what to wait
 * for; the time counts from when it has resolved, and is printed. `inflictMs`: how long inflicting may take.
 */
export function row(fault: string, withinMs: number, inflict: () => Promise<Recovery>, inflictMs = 90_000): void {
  test(`${fault}: within ${withinMs / 1000} s`, { timeout: withinMs + inflictMs }, async () => {
    const { recovered, slowness = 1 } = await inflict();
    const tookMs = await within(withinMs * slowness, recovered);
    process.stdout.write(`      ${(tookMs / 1000).toFixed(1).padStart(5)} s  ${fault}\n`);
  });
}
