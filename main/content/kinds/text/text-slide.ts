import type { Problem } from '../../../contract.ts';
import type { TextItem } from '../../../programme/item.ts';
import { problemOf } from '../../faults/fault.ts';
import { type Reading, refusal } from '../../reading/reading.ts';
import { emptyText, titleOnly } from './text-faults.ts';

/**
 * The reading of a text slide. A text without a word is refused: there is only the name of its file to show. A
 * title that somebody wrote (`titled`) is shown alone, with a warning, since the writer may have meant to write more.
 */
export function textSlide(item: TextItem, titled: boolean, problems: readonly Problem[]): Reading {
  const silent = item.html.replace(/<[^>]*>/gu, '').trim() === '';
  if (silent && !titled) return refusal(item.source, emptyText());
  const thin = silent ? [problemOf(item.source, 'warning', titleOnly())] : [];
  return { items: [item], problems: [...problems, ...thin], retry: false, uses: [] };
}
