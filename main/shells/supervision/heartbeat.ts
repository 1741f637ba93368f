/**
 * The painted slides of the page are its heartbeat. A page whose scripts still run, and answer, may have stopped its round all
 * the same; or the browser shows an error of its own in place of the page.
 */

/** Evaluated in the page. The player counts its paints, and says how long the next one may take (`renderer/player/pulse.ts`). */
export const PULSE_SCRIPT = `(() => {
  if (location.protocol !== 'http:') return 'lost';
  if (!document.querySelector('preau-player')) return '';
  return document.documentElement.dataset.pulse ?? '0 10000';
})()`;

/** The answer of a window that shows an error of the browser in place of the page, and what stands for that of a browser without a page. */
export const LOST = 'lost';
/** What a lost page, or one that never painted, gets before something is done; milliseconds. */
const MIN_LONGEST_MS = 10_000;
/** Without a paint for this many times the longest slide, the round has stopped. */
const TIMES = 3;
/** After a gap this long between two questions the machine has slept, and the count starts again; milliseconds. */
const SLEPT_MS = 120_000;
/** Remedies in a row after which the next one waits twice as long, each time; and the longest such wait, milliseconds. */
const PATIENT_REMEDIES = 3;
const MAX_WAIT_MS = 3_600_000;

/** What is done for a page that paints nothing, one after the other. */
export type Remedy = 'reload' | 'window' | 'relaunch';
const REMEDIES: readonly Remedy[] = ['reload', 'window', 'relaunch'];

/** What is known of the heartbeat of a page. Plain data. */
export interface Heartbeat {
  /** The last answer, and since when it has been the same. */
  readonly answer: string;
  readonly sinceMs: number;
  readonly askedMs: number;
  /** Remedies tried since the last paint. */
  readonly tried: number;
}

export const newHeartbeat = (nowMs: number): Heartbeat => ({ answer: '', sinceMs: nowMs, askedMs: nowMs, tried: 0 });

/** `PAINTS LONGEST`: how long the page may paint nothing, milliseconds; null where no paint is expected: a dark screen. */
function longestMs(answer: string): number | null {
  if (answer === LOST) return MIN_LONGEST_MS;
  const ms = Number(/^\d+ (\d+)$/.exec(answer)?.[1]);
  return ms > 0 ? Math.max(MIN_LONGEST_MS, ms) : null;
}

/** The heartbeat after an answer of the page, and what to do now, if anything. `nowMs`: monotonic. */
export function takePulse(
  before: Heartbeat,
  answer: string,
  nowMs: number,
): { readonly heartbeat: Heartbeat; readonly remedy: Remedy | null } {
  const slept = nowMs - before.askedMs > SLEPT_MS;
  if (answer !== before.answer || slept) {
    const tried = answer === before.answer || answer === LOST || isUnpainted(answer) ? before.tried : 0;
    return { heartbeat: { answer, sinceMs: nowMs, askedMs: nowMs, tried }, remedy: null };
  }
  const longest = longestMs(answer);
  const patience = 2 ** Math.max(0, before.tried - PATIENT_REMEDIES + 1);
  const isSilent = longest !== null && nowMs - before.sinceMs > Math.min(MAX_WAIT_MS, TIMES * longest * patience);
  if (!isSilent) return { heartbeat: { ...before, askedMs: nowMs }, remedy: null };
  const remedy = REMEDIES[Math.min(before.tried, REMEDIES.length - 1)] ?? 'relaunch';
  return { heartbeat: { answer, sinceMs: nowMs, askedMs: nowMs, tried: before.tried + 1 }, remedy };
}

/** A page that has just been loaded again: it has no paint to its name yet, which is no recovery. */
const isUnpainted = (answer: string): boolean => /^0? ?\d*$/.test(answer);
