import { fold } from '../../../lib/fold.ts';
import { splitLeadingDate, splitTrailingDate } from '../../../when/french/name-date.ts';
import type { DateContext } from '../../../when/french/types.ts';
import { captionOf } from '../../names/file-name.ts';
import { columnOf } from './columns.ts';

/** A longer line above a table is a sentence. */
const MAX_TITLE = 60;
/** What programs call a sheet that nobody has named. */
const SHEET = /^(?:feuil|feuille|sheet|tabelle) ?\d*$/u;

/** What a table is about: the first of its titles, without the days that it names; empty where none says it. */
export function tableTitle(titles: readonly string[], context: DateContext): string {
  for (const title of titles) {
    if (title.length > MAX_TITLE || columnOf(title) !== null || SHEET.test(fold(title))) continue;
    const { rest } = splitLeadingDate(title, context) ?? splitTrailingDate(title, context) ?? { rest: title };
    const caption = captionOf(rest);
    if (/\p{L}{3}/u.test(caption)) return caption.replace(/^Conseils (?=de classe)/u, 'Conseil ');
  }
  return '';
}
