import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHeld, type Lease, type LeaseNote, nextLease, UNSEEN_LEASE } from '../../../main/fleet/lease.ts';

const SECOND = 1_000;

/** Machines on one file. Each has a monotonic clock of its own, which began at another time. */
function machinesOnOneFile(count: number) {
  let file: LeaseNote | null = null;
  const machines = Array.from({ length: count }, (_, n) => ({
    self: { run: `run-${n}`, holder: `machine-${n}`, hasRivals: true },
    bootMs: n * 7_919_000,
    lease: UNSEEN_LEASE as Lease,
    isAlive: true,
  }));
  let nowMs = 0;
  return {
    machines,
    setFile: (note: LeaseNote | null) => {
      file = note;
    },
    /** All that live look once at the file; those of `late` write what they decided only after all have looked. */
    look(isLate: (n: number) => boolean = () => false) {
      const late: (() => void)[] = [];
      for (const [n, machine] of machines.entries()) {
        if (!machine.isAlive) continue;
        const { lease, write } = nextLease(machine.lease, file, machine.self, nowMs + machine.bootMs);
        machine.lease = lease;
        const put = () => {
          if (write !== null) file = write;
        };
        if (isLate(n)) late.push(put);
        else put();
      }
      for (const put of late) put();
    },
    pass: (ms: number) => {
      nowMs += ms;
    },
    holders: () =>
      machines.filter(({ isAlive, lease, self, bootMs }) => isAlive && isHeld(lease, self, nowMs + bootMs)),
  };
}

describe('the lease of the page', () => {
  test('one of forty that start together holds it, however their writings fall', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (isLate) => {
        const fleet = machinesOnOneFile(40);
        fleet.look((n) => isLate[n] === true);
        for (let s = 0; s < 60; s += 2) {
          fleet.pass(2 * SECOND);
          fleet.look();
          expect(fleet.holders()).toHaveLength(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a machine that dies is followed by one other within two minutes', () => {
    const fleet = machinesOnOneFile(40);
    for (let s = 0; s < 40; s += 4) {
      fleet.look();
      fleet.pass(4 * SECOND);
    }
    const [first] = fleet.holders();
    if (first) first.isAlive = false;
    let waited = 0;
    while (fleet.holders().length === 0 && waited < 600) {
      fleet.pass(4 * SECOND);
      waited += 4;
      fleet.look((n) => n % 3 === 0);
    }
    expect(waited).toBeLessThan(120);
    expect(waited).toBeGreaterThanOrEqual(40);
    fleet.look();
    expect(fleet.holders()).toHaveLength(1);
    expect(fleet.holders()[0]).not.toBe(first);
  });

  test('a machine that slept finds that another one has followed it, and writes nothing', () => {
    const fleet = machinesOnOneFile(2);
    const [a, b] = fleet.machines;
    if (!a || !b) throw new Error('two machines');
    fleet.look();
    fleet.pass(4 * SECOND);
    fleet.look();
    const holder = fleet.holders()[0];
    const other = holder === a ? b : a;
    if (holder) holder.isAlive = false;
    for (let s = 0; s < 90; s += 4) {
      fleet.pass(4 * SECOND);
      fleet.look();
    }
    if (holder) holder.isAlive = true;
    fleet.look();
    expect(fleet.holders()).toEqual([other]);
  });

  test('what its own last process left is taken at once; what another machine left only after a term', () => {
    const left = { run: 'before', holder: 'machine-0', renewal: 12 };
    const own = nextLease(UNSEEN_LEASE, left, { run: 'now', holder: 'machine-0', hasRivals: true }, 0);
    expect(own.write).toEqual({ run: 'now', holder: 'machine-0', renewal: 13 });
    const other = { run: 'now', holder: 'machine-1', hasRivals: true };
    const first = nextLease(UNSEEN_LEASE, left, other, 0);
    expect(first.write).toBeNull();
    expect(nextLease(first.lease, left, other, 59_000).write).toBeNull();
    expect(nextLease(first.lease, left, other, 60_000).write).toMatchObject({ run: 'now', renewal: 13 });
  });

  test('is held at once by a machine that is alone in the folder, and after a confirmation where others may claim it too', () => {
    const heldAt = (hasRivals: boolean, nowMs: number) => {
      const self = { run: 'now', holder: 'machine-0', hasRivals };
      return isHeld(nextLease(UNSEEN_LEASE, null, self, 0).lease, self, nowMs);
    };
    expect([heldAt(false, 0), heldAt(true, 0), heldAt(true, 2 * SECOND)]).toEqual([true, false, true]);
  });

  test('garbage is replaced', () => {
    const fleet = machinesOnOneFile(3);
    fleet.look();
    fleet.pass(4 * SECOND);
    fleet.look();
    fleet.setFile(null);
    fleet.look();
    fleet.pass(4 * SECOND);
    fleet.look();
    expect(fleet.holders()).toHaveLength(1);
  });
});
