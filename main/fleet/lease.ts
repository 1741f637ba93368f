/**
 * Who writes `_état.html` among the machines of one folder. The holder of the lease renews it; one whose lease has stood still
 * for a term is followed by another. Each machine measures the term by its own monotonic clock, from the moment when *it* saw
 * the lease change: no time that another machine wrote is ever compared, so clocks that differ do no harm.
 */

/** What the file of the lease says. */
export interface LeaseNote {
  /** The process that holds it. */
  readonly run: string;
  /** Its machine. */
  readonly holder: string;
  /** Grows with each renewal. */
  readonly renewal: number;
}

/** The holder renews this often, milliseconds. */
export const RENEW_MS = 20_000;
/** A lease that has stood still for this long is anybody's. */
const TERM_MS = 60_000;
/** Of several that claim at once, the last one to write holds the lease: each looks again after this before it believes it.
 * A machine that is alone in the folder does not wait. */
export const CONFIRM_MS = 2_000;

/** A machine that may hold the lease. */
export interface Candidate {
  readonly run: string;
  /** The same before and after a restart. */
  readonly holder: string;
  /** False: no other machine is known in the folder, so that nobody can claim at the same time. */
  readonly hasRivals: boolean;
}

/** What one machine knows of the lease. Times are monotonic, milliseconds. */
export interface Lease {
  /** What stood in the file last; null: nothing that could be read. */
  readonly note: LeaseNote | null;
  /** When that was first seen; null: the file was never looked at. */
  readonly sinceMs: number | null;
  /** When this process claimed it; null: it did not, or somebody else holds it now. */
  readonly claimedMs: number | null;
  readonly renewedMs: number;
}

export const UNSEEN_LEASE: Lease = { note: null, sinceMs: null, claimedMs: null, renewedMs: 0 };

const isSame = (a: LeaseNote | null, b: LeaseNote | null) => a?.run === b?.run && a?.renewal === b?.renewal;

/** Whether a machine may take what it has found. What its own last process left is its own, at the first look. */
function isFree(lease: Lease, found: LeaseNote | null, sinceMs: number, { holder }: Candidate, nowMs: number): boolean {
  if (found === null) return true;
  return (lease.sinceMs === null && found.holder === holder) || nowMs - sinceMs >= TERM_MS;
}

/** Takes in what stands in the file now. `write`: what is to be written into it; null: nothing. A pure function. */
export function nextLease(
  lease: Lease,
  found: LeaseNote | null,
  self: Candidate,
  nowMs: number,
): { readonly lease: Lease; readonly write: LeaseNote | null } {
  const sinceMs = lease.sinceMs !== null && isSame(lease.note, found) ? lease.sinceMs : nowMs;
  const seen: Lease = { ...lease, note: found, sinceMs };
  const renewal = (found?.renewal ?? 0) + 1;
  const note: LeaseNote = { run: self.run, holder: self.holder, renewal };
  if (found?.run === self.run) {
    const held: Lease = { ...seen, claimedMs: lease.claimedMs ?? nowMs };
    if (nowMs - lease.renewedMs < RENEW_MS) return { lease: held, write: null };
    return { lease: { ...held, note, sinceMs: nowMs, renewedMs: nowMs }, write: note };
  }
  if (!isFree(lease, found, sinceMs, self, nowMs)) return { lease: { ...seen, claimedMs: null }, write: null };
  const claimedMs = self.hasRivals ? nowMs : nowMs - CONFIRM_MS;
  return { lease: { note, sinceMs: nowMs, claimedMs, renewedMs: nowMs }, write: note };
}

/** Whether what stands in the file says that this process holds the lease, long enough for other claims to have been seen. */
export function isHeld({ note, claimedMs }: Lease, { run }: Pick<Candidate, 'run'>, nowMs: number): boolean {
  return note?.run === run && claimedMs !== null && nowMs - claimedMs >= CONFIRM_MS;
}
