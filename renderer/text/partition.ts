/** Where a text may be cut, from the best place to the worst: `heading` is just after one, `title` between the words of one. */
export type CutRank = 'block' | 'sentence' | 'heading' | 'word' | 'title' | 'grapheme';

export interface Cut {
  readonly rank: CutRank;
  /** How much text comes before it, in any unit that only grows. */
  readonly before: number;
}

const GOOD: readonly CutRank[] = ['block', 'sentence'];
/** Ranks that are tried together, then with the next worse one. */
const TIERS: readonly (readonly CutRank[])[] = [
  GOOD,
  [...GOOD, 'heading'],
  [...GOOD, 'heading', 'word'],
  [...GOOD, 'heading', 'word', 'title'],
  [...GOOD, 'heading', 'word', 'title', 'grapheme'],
];
/** How much fuller than the average a page may be when pages are made about equally full. */
const MAX_SHARE = 1.12;

/** The limits of a page. Where text up to a cut is within a limit, text up to an earlier cut must be too. */
interface Limits {
  /** Whether the text between two cuts fits on a page; `page` from 0. */
  fits(from: number, to: number, page: number): boolean;
  /** Whether the text between two cuts can be read in the time of one page. */
  isReadable(from: number, to: number): boolean;
}

/**
 * Splits the text between `cuts[0]` and the last cut into pages within the limits. Cuts at blocks and sentences; where that
 * is not possible, after a heading, between words, within words. A single sentence that takes long to read, but fits, is
 * not cut. Every page advances, even where nothing fits. Where it takes no more pages, they are made about equally full.
 * @returns indexes of cuts, the first 0 and the last `cuts.length - 1`.
 */
export function partition(
  cuts: readonly Cut[],
  fits: Limits['fits'],
  isReadable: Limits['isReadable'] = () => true,
): number[] {
  const full = split(cuts, { fits, isReadable });
  const pages = full.length - 1;
  if (pages < 2) return full;
  const lengthOf = (from: number, to: number): number => (cuts[to]?.before ?? 0) - (cuts[from]?.before ?? 0);
  const max = (lengthOf(0, cuts.length - 1) / pages) * MAX_SHARE;
  const even = split(cuts, {
    fits: (from, to, page) => lengthOf(from, to) <= max && fits(from, to, page),
    isReadable,
  });
  const isBetter = even.length === full.length && worstTier(cuts, even) <= worstTier(cuts, full) && allFit(even, fits);
  return isBetter ? even : full;
}

/** Index of the tier of the worst cut between pages. */
function worstTier(cuts: readonly Cut[], ends: readonly number[]): number {
  return Math.max(
    ...ends.slice(1, -1).map((end) => TIERS.findIndex((ranks) => ranks.includes(cuts[end]?.rank ?? 'grapheme'))),
  );
}

function allFit(ends: readonly number[], fits: Limits['fits']): boolean {
  return ends.slice(1).every((to, page) => fits(ends[page] ?? 0, to, page));
}

/** Splits into pages that are each as full as possible. */
function split(cuts: readonly Cut[], limits: Limits): number[] {
  const last = cuts.length - 1;
  const ends = [0];
  for (let from = 0; from < last; ) {
    from = endOfPage(cuts, from, ends.length - 1, limits);
    ends.push(from);
  }
  return ends;
}

/** The cut at which the page that begins at the cut `from` ends. */
function endOfPage(cuts: readonly Cut[], from: number, page: number, { fits, isReadable }: Limits): number {
  const last = cuts.length - 1;
  const isWithinLimits = (to: number): boolean => isReadable(from, to) && fits(from, to, page);
  if (isWithinLimits(last)) return last;
  const isAllowed = (ranks: readonly CutRank[], index: number): boolean =>
    index < last && ranks.includes(cuts[index]?.rank ?? 'grapheme');
  for (const ranks of TIERS) {
    const candidates = cuts.flatMap((_, index) => (index > from && isAllowed(ranks, index) ? [index] : []));
    const found = lastWithinLimits(candidates, isWithinLimits);
    if (found !== null) return found;
    if (ranks !== GOOD) continue;
    // A single sentence that takes long to read, but fits, stays together.
    const endOfSentence = candidates[0] ?? last;
    if (!isReadable(from, endOfSentence) && fits(from, endOfSentence, page)) return endOfSentence;
  }
  return from + 1;
}

/**
 * The last candidate within the limits; null where not even the first is. To measure few of them, it takes steps that
 * double in length from the start, then halves the last step.
 */
function lastWithinLimits(candidates: readonly number[], isWithinLimits: (to: number) => boolean): number | null {
  const holds = (index: number): boolean => {
    const candidate = candidates[index];
    return candidate !== undefined && isWithinLimits(candidate);
  };
  let low = -1;
  let high = 0;
  for (let stride = 1; high < candidates.length && holds(high); stride *= 2) {
    low = high;
    high += stride;
  }
  high = Math.min(high, candidates.length);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return candidates[low] ?? null;
}
