import type { Problem } from '../../../contract.ts';
import type { TextItem } from '../../../programme/item.ts';
import { problem } from '../../problem.ts';
import { type Reading, refusal } from '../../reading.ts';

/**
 * The reading of a text slide. One without a word would hold the wall for nothing, with the name of its file; a title that
 * was written (`titled`) is words enough, but more was perhaps meant.
 */
export function textSlide(item: TextItem, titled: boolean, problems: readonly Problem[]): Reading {
  const silent = item.html.replace(/<[^>]*>/gu, '').trim() === '';
  if (silent && !titled) return refusal(problem('text-empty', item.source));
  const thin = silent ? [problem('text-title-only', item.source)] : [];
  return { items: [item], problems: [...problems, ...thin], retry: false, uses: [] };
}
