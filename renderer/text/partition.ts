/**
 * Where a text may be cut, from the best place to the last resort: `heading` is just after one, `title` between the words
 * of one.
 */
export type CutRank = 'block' | 'sentence' | 'heading' | 'word' | 'title' | 'grapheme';

export interface Cut {
  readonly rank: CutRank;
  /** How much text stands before it, in any unit that only grows. */
  readonly before: number;
}

const GOOD: readonly CutRank[] = ['block', 'sentence'];
const TIERS: readonly (readonly CutRank[])[] = [
  GOOD,
  [...GOOD, 'heading'],
  [...GOOD, 'heading', 'word'],
  [...GOOD, 'heading', 'word', 'title'],
  [...GOOD, 'heading', 'word', 'title', 'grapheme'],
];

type Fits = (from: number, to: number, page: number) => boolean;

/**
 * Splits what stands between `cuts[0]` and the last cut into pages. `fits(from, to, page)` tells whether the text between
 * two cuts fits on a page, `easy(from, to)` whether it is read in the time of one; both must be monotonous in `to`. Cuts at
 * blocks and sentences, else after a heading, at words, within them, and always goes forward; one sentence that is long to
 * read is not cut for that. Then, where that takes no more pages, they are made about equally full.
 * @returns indexes of cuts, the first 0 and the last `cuts.length - 1`.
 */
export function partition(
  cuts: readonly Cut[],
  fits: Fits,
  easy: (from: number, to: number) => boolean = () => true,
): number[] {
  const greedy = split(cuts, fits, easy);
  const pages = greedy.length - 1;
  if (pages < 2) return greedy;
  const total = (cuts.at(-1)?.before ?? 0) - (cuts[0]?.before ?? 0);
  const share = (total / pages) * 1.12;
  const weigh = (from: number, to: number): number => (cuts[to]?.before ?? 0) - (cuts[from]?.before ?? 0);
  const even = split(cuts, (from, to, page) => weigh(from, to) <= share && fits(from, to, page), easy);
  const better = even.length === greedy.length && worst(cuts, even) <= worst(cuts, greedy) && isFit(even, fits);
  return better ? even : greedy;
}

/** The tier of the worst cut between pages. */
function worst(cuts: readonly Cut[], ends: readonly number[]): number {
  return Math.max(
    ...ends.slice(1, -1).map((end) => TIERS.findIndex((ranks) => ranks.includes(cuts[end]?.rank ?? 'grapheme'))),
  );
}

function isFit(ends: readonly number[], fits: Fits): boolean {
  return ends.slice(1).every((to, page) => fits(ends[page] ?? 0, to, page));
}

function split(cuts: readonly Cut[], fits: Fits, easy: (from: number, to: number) => boolean): number[] {
  const last = cuts.length - 1;
  const ends = [0];
  for (let from = 0; from < last; ) {
    const page = ends.length - 1;
    const start = from;
    const to = furthest(
      cuts,
      start,
      (end) => fits(start, end, page),
      (end) => easy(start, end),
    );
    ends.push(to);
    from = to;
  }
  return ends;
}

function furthest(
  cuts: readonly Cut[],
  from: number,
  fits: (to: number) => boolean,
  easy: (to: number) => boolean,
): number {
  const last = cuts.length - 1;
  const stands = (to: number): boolean => easy(to) && fits(to);
  if (stands(last)) return last;
  const isRank = (ranks: readonly CutRank[], index: number): boolean =>
    index < last && ranks.includes(cuts[index]?.rank ?? 'grapheme');
  for (const ranks of TIERS) {
    const found = furthestOf((index) => isRank(ranks, index), from, last, stands);
    if (found !== null) return found;
    if (ranks !== GOOD) continue;
    // One sentence that is long to read, but has room, stays whole.
    let next = from + 1;
    while (next < last && !isRank(GOOD, next)) next++;
    if (!easy(next) && fits(next)) return next;
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
