import { naturally } from '../../programme/order.ts';
import type { KnownUnit } from './known-unit.ts';

/** What is known of every unit, kept in natural order of the paths: a change costs what changed, however many units there are. */
export interface KnownUnits {
  /** Another number after each change. */
  readonly version: number;
  readonly size: number;
  has(path: string): boolean;
  get(path: string): KnownUnit | undefined;
  set(unit: KnownUnit): void;
  delete(path: string): void;
  paths(): Iterable<string>;
  /** In natural order of the paths. The array changes with the units. */
  inOrder(): readonly KnownUnit[];
}

export function createKnownUnits(initial: readonly KnownUnit[]): KnownUnits {
  const byPath = new Map(initial.map((unit) => [unit.path, unit]));
  const ordered = [...byPath.values()].toSorted((a, b) => naturally(a.path, b.path));
  let version = 0;
  return {
    get version() {
      return version;
    },
    get size() {
      return byPath.size;
    },
    has: (path) => byPath.has(path),
    get: (path) => byPath.get(path),
    set(unit) {
      ordered.splice(indexOf(unit.path, ordered), byPath.has(unit.path) ? 1 : 0, unit);
      byPath.set(unit.path, unit);
      version += 1;
    },
    delete(path) {
      if (!byPath.delete(path)) return;
      ordered.splice(indexOf(path, ordered), 1);
      version += 1;
    },
    paths: () => byPath.keys(),
    inOrder: () => ordered,
  };
}

/** The index at which a path stands in natural order, or would. */
function indexOf(path: string, ordered: readonly KnownUnit[]): number {
  let [from, to] = [0, ordered.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (naturally(ordered[middle]?.path ?? '', path) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
