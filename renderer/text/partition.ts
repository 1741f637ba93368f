/** Where a text may be cut, from the best place to the last resort. */
export type CutRank = 'block' | 'sentence' | 'word' | 'grapheme';

export interface Cut {
  readonly rank: CutRank;
  /** How much text stands before it, in any unit that only grows. */
  readonly before: number;
}

const TIERS: readonly (readonly CutRank[])[] = [
  ['block', 'sentence'],
  ['block', 'sentence', 'word'],
  ['block', 'sentence', 'word', 'grapheme'],
];

/**
 * Splits what stands between `cuts[0]` and the last cut into pages. `fits(from, to, page)` tells whether the text between
 * two cuts fits on a page; it must be monotonous in `to`. Cuts at blocks and sentences, else at words, else within them,
 * and always goes forward. Then, where that takes no more pages, they are made about equally full.
 * @returns indexes of cuts, the first 0 and the last `cuts.length - 1`.
 */
export function partition(cuts: readonly Cut[], fits: (from: number, to: number, page: number) => boolean): number[] {
  const greedy = split(cuts, fits);
  const pages = greedy.length - 1;
  if (pages < 2) return greedy;
  const total = (cuts.at(-1)?.before ?? 0) - (cuts[0]?.before ?? 0);
  const share = (total / pages) * 1.12;
  const weigh = (from: number, to: number): number => (cuts[to]?.before ?? 0) - (cuts[from]?.before ?? 0);
  const even = split(cuts, (from, to, page) => weigh(from, to) <= share && fits(from, to, page));
  const better = even.length === greedy.length && worst(cuts, even) <= worst(cuts, greedy) && isFit(even, fits);
  return better ? even : greedy;
}

/** The tier of the worst cut between pages. */
function worst(cuts: readonly Cut[], ends: readonly number[]): number {
  return Math.max(
    ...ends.slice(1, -1).map((end) => TIERS.findIndex((ranks) => ranks.includes(cuts[end]?.rank ?? 'grapheme'))),
  );
}

function isFit(ends: readonly number[], fits: (from: number, to: number, page: number) => boolean): boolean {
  return ends.slice(1).every((to, page) => fits(ends[page] ?? 0, to, page));
}

function split(cuts: readonly Cut[], fits: (from: number, to: number, page: number) => boolean): number[] {
  const last = cuts.length - 1;
  const ends = [0];
  for (let from = 0; from < last; ) {
    const page = ends.length - 1;
    const to = furthest(cuts, from, last, (end) => fits(from, end, page));
    ends.push(to);
    from = to;
  }
  return ends;
}

function furthest(cuts: readonly Cut[], from: number, last: number, fits: (to: number) => boolean): number {
  if (fits(last)) return last;
  for (const ranks of TIERS) {
    const found = furthestOf(
      (index) => index < last && ranks.includes(cuts[index]?.rank ?? 'grapheme'),
      from,
      last,
      fits,
    );
    if (found !== null) return found;
  }
  return from + 1;
}

/** The furthest allowed cut that fits: strides that double from the start, then halves, so that little is measured. */
function furthestOf(
  allowed: (index: number) => boolean,
  from: number,
  last: number,
  fits: (to: number) => boolean,
): number | null {
  const candidates: number[] = [];
  for (let index = from + 1; index < last; index++) if (allowed(index)) candidates.push(index);
  let low = -1;
  let high = 0;
  for (let stride = 1; high < candidates.length && fits(candidates[high] ?? last); stride *= 2) {
    low = high;
    high += stride;
  }
  high = Math.min(high, candidates.length);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(candidates[middle] ?? last)) low = middle;
    else high = middle;
  }
  return candidates[low] ?? null;
}
