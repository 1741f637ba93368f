import type { DateContext } from '../../when/french/types.ts';
import type { DocumentBlock } from '../documents/table.ts';
import { placeOf } from '../scan/place.ts';
import type { AbsenceReading } from './absences/absence-entry.ts';
import { readAbsences } from './absences/read-absences.ts';
import { tablesOf } from './grid.ts';
import { menuOfLines } from './menu/menu-lines.ts';
import { type MenuReading, readMenus } from './menu/read-menu.ts';

/** What a document is for: the menus of some days, or who is absent. */
export type Notice =
  | ({ readonly kind: 'menu'; readonly isWeek: boolean } & MenuReading)
  | ({ readonly kind: 'absences' } & AbsenceReading);

/** Where a document stands: `path` in the content folder. */
export interface NoticeContext extends DateContext {
  readonly path: string;
}

/** « affichage : semaine »: the whole menu is shown as the table that it is. */
export const asksForWeek = (line: string): boolean => /^affichage\s*:\s*semaine$/iu.test(line.trim());

/** The menu or the absences of a document; null where it has neither. */
export function readNotice(blocks: readonly DocumentBlock[], { path, ...dates }: NoticeContext): Notice | null {
  // An alert is shown as it stands.
  if (placeOf(path).alert) return null;
  const { tables, lines } = tablesOf(blocks);
  const names = path
    .split('/')
    .toReversed()
    .map((name) => name.replace(/\.[^.]*$/u, ''));
  const context = { ...dates, names };
  const inLines = tables.length === 0 ? menuOfLines(lines) : null;
  const around = (inLines?.above ?? lines).filter((line) => !asksForWeek(line));
  const menu = readMenus(inLines === null ? tables : [inLines], around, context);
  if (menu !== null) {
    const isWeek = [...lines, ...tables.flatMap(({ grid }) => grid.flat().map(({ text }) => text))].some(asksForWeek);
    return { kind: 'menu', isWeek, ...menu };
  }
  const absences = readAbsences(tables, lines, context);
  return absences === null ? null : { kind: 'absences', ...absences };
}
