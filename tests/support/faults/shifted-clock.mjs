/**
 * Loaded before all else (`node --import`), by each process and thread of a service whose clock a test sets: the clock of the
 * machine, ahead by as many milliseconds as the file of `PREAU_TEST_CLOCK` says. Nothing else changes: timers and
 * `performance.now()` stand still while a machine sleeps.
 */
import { readFileSync } from 'node:fs';

const file = process.env.PREAU_TEST_CLOCK ?? '';
const machineNow = Date.now;
/** The file is read this often, milliseconds. */
const READ_MS = 50;
let aheadMs = 0;
let readAt = Number.NEGATIVE_INFINITY;

function now() {
  if (performance.now() - readAt > READ_MS) {
    aheadMs = Number(readFileSync(file, 'utf8'));
    readAt = performance.now();
  }
  return machineNow() + aheadMs;
}

globalThis.Date = new Proxy(Date, {
  construct: (date, args, target) => Reflect.construct(date, args.length === 0 ? [now()] : args, target),
  apply: () => new Date().toString(),
});
Date.now = now;
