import type { Spanning } from '../../documents/table.ts';
import type { Rule } from './pdfium-rules.ts';

/** A cell of a table that is drawn with lines. Points, from the top left corner. */
export interface RuledCell extends Spanning {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A table by the lines around its cells: the cells that begin in each row, from left to right. */
export interface RuledTable {
  readonly rows: readonly (readonly RuledCell[])[];
  readonly top: number;
  readonly bottom: number;
}

/** Points: the two lines of a double border, and borders that do not quite meet, are this near to each other. */
const NEAR = 3.5;
/** The share of the side of a cell along which a line must run. */
const MIN_COVERED = 0.6;
/** No table that people make has more; a drawing of squared paper may. */
const MAX_LINES = 120;

/** The tables of a page that have lines between their cells: two rows and two columns at least, from the top. */
export function ruledTables(rules: readonly Rule[]): RuledTable[] {
  return groupsThatMeet(rules)
    .flatMap((group) => tableOf(group) ?? [])
    .sort((one, other) => one.top - other.top);
}

/** The lines that touch each other, directly or through others. */
function groupsThatMeet(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touched = groups.filter((group) => group.some((other) => meet(rule, other)));
    const others = groups.filter((group) => !touched.includes(group));
    groups.splice(0, groups.length, ...others, [...touched.flat(), rule]);
  }
  return groups;
}

function meet(one: Rule, other: Rule): boolean {
  const within = (at: number, { from, to }: Rule): boolean => at >= from - NEAR && at <= to + NEAR;
  if (one.isVertical !== other.isVertical) return within(one.at, other) && within(other.at, one);
  return Math.abs(one.at - other.at) <= NEAR && one.from <= other.to + NEAR && other.from <= one.to + NEAR;
}

function tableOf(rules: readonly Rule[]): RuledTable | null {
  const across = rules.filter((rule) => !rule.isVertical);
  const down = rules.filter((rule) => rule.isVertical);
  const [ys, xs] = [placesOf(across), placesOf(down)];
  if (xs.length < 3 || ys.length < 3 || xs.length > MAX_LINES || ys.length > MAX_LINES) return null;
  const hasLine = (lines: readonly Rule[], at: number, from: number, to: number): boolean => {
    const near = lines.filter((rule) => Math.abs(rule.at - at) <= NEAR);
    return covered(near, from, to) >= (to - from) * MIN_COVERED;
  };
  const taken = new Set<string>();
  const rows = ys.slice(0, -1).map((top, row) =>
    xs.slice(0, -1).flatMap((left, column): RuledCell[] => {
      if (taken.has(`${row} ${column}`)) return [];
      let columns = 1;
      const isOpen = (x: number | undefined): x is number =>
        x !== undefined && !hasLine(down, x, top, ys[row + 1] ?? top);
      while (column + columns < xs.length - 1 && isOpen(xs[column + columns])) columns += 1;
      const right = xs[column + columns] ?? left;
      let height = 1;
      while (row + height < ys.length - 1 && !hasLine(across, ys[row + height] ?? top, left, right)) height += 1;
      for (let y = row; y < row + height; y += 1) {
        for (let x = column; x < column + columns; x += 1) taken.add(`${y} ${x}`);
      }
      return [{ left, right, top, bottom: ys[row + height] ?? top, columns, rows: height }];
    }),
  );
  return { rows, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
}

/** Where lines stand, each place once: lines that are near to each other are one. */
function placesOf(rules: readonly Rule[]): number[] {
  const places: number[] = [];
  for (const { at } of [...rules].sort((one, other) => one.at - other.at)) {
    if (places.length === 0 || at - (places.at(-1) ?? at) > NEAR) places.push(at);
  }
  return places;
}

/** How much of a stretch is covered by lines. */
function covered(rules: readonly Rule[], from: number, to: number): number {
  let length = 0;
  let end = from;
  for (const rule of [...rules].sort((one, other) => one.from - other.from)) {
    const start = Math.max(end, rule.from);
    const stop = Math.min(to, rule.to);
    if (stop > start) {
      length += stop - start;
      end = stop;
    }
  }
  return length;
}
