import { MONTH, WEEKDAY } from '../../../when/french/words.ts';
import { type Column, DATED, type Heading } from './columns.ts';
import type { Row } from './rows.ts';

/** « Mardi 5 mai 2026 », « 05/05 », « Mardi 5 »: a day and nothing else. */
const NAMED = `(?:${WEEKDAY}|lun|mar|mer|merc|jeu|ven|vend|sam|dim)\\.?,?\\s+`;
const DAY = new RegExp(
  `^(?:le )?(?:${NAMED}\\d{1,2}(?:er)?|(?:${NAMED})?\\d{1,2}(?:er)?(?:\\s+${MONTH}|\\s?/\\s?\\d{1,2})(?:\\s*/?\\s*\\d{2,4})?)\\s*:?$`,
  'iu',
);

/** The day that a row is, alone in it; null for any other row. */
function dayAlone(row: Row | undefined): string | null {
  const filled = row?.cells.filter((cell) => cell !== '') ?? [];
  const [cell] = filled;
  return cell !== undefined && filled.length === 1 && DAY.test(cell) ? cell.replace(/\s*:$/u, '') : null;
}

const TIMED: readonly (Column | null)[] = ['heure', 'lieu', 'ville'];

/**
 * Whether a heading without a column of days names the columns of events that stand under rows of a day each: « Heure, Titre, Lieu »
 * above « Mardi 5 mai ». `around`: the row above the heading and those below it.
 */
export function isOfDayBlocks({ columns }: Heading, around: readonly (Row | undefined)[]): boolean {
  return (
    columns.includes('titre') &&
    columns.some((column) => TIMED.includes(column)) &&
    !columns.some((column) => DATED.has(column)) &&
    around.some((row) => dayAlone(row) !== null)
  );
}

/** The rows of such a table with their day in a column of its own, the first ones with that of a title; a table that has its days in its rows stays as it is. */
export function withDayBlocks(
  rows: readonly Row[],
  { columns, names }: Pick<Heading, 'columns' | 'names'>,
  titles: readonly string[],
): { readonly rows: readonly Row[]; readonly columns: readonly (Column | null)[]; readonly names: readonly string[] } {
  if (columns.some((column) => DATED.has(column))) return { rows, columns, names };
  let day = titles.findLast((title) => DAY.test(title))?.replace(/\s*:$/u, '') ?? '';
  const dated = rows.flatMap((row): Row[] => {
    const alone = dayAlone(row);
    day = alone ?? day;
    const isHeading = names.every((name, at) => (row.cells[at] ?? '') === name);
    const cells = Array.from({ length: columns.length }, (_, at) => row.cells[at] ?? '');
    return alone !== null || isHeading ? [] : [{ ...row, cells: [...cells, day] }];
  });
  return { rows: dated, columns: [...columns, 'date'], names: [...names, 'Date'] };
}
