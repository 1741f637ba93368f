import { MONTH } from '../../../when/french/words.ts';
import { withPieces } from '../event/describe-draft.ts';
import { closedSection, sectionOf } from '../outline/section.ts';
import { openEvent, openSection, withDraft } from '../release-state.ts';
import type { Place, Rule } from './rule.ts';
import { cellsOf, readColumns, readRow } from './table-columns.ts';

/** « Date | Ville | Action » */
export const tableHeading: Rule = {
  name: 'heading row of a table',
  read(state, { line: { block } }) {
    if (block.kind !== 'table-row' || state.inContact || state.table !== null) return null;
    const table = readColumns(cellsOf(block));
    return table === null ? null : { ...state, table };
  },
};

/** A row under a heading row. A date that is merged over several rows holds for all of them. */
export const tableRow: Rule = {
  name: 'row of a table',
  read(state, place) {
    const { line } = place;
    const { block, dates } = line;
    if (block.kind !== 'table-row' || state.inContact || state.table === null) return null;
    if (isMonth(cellsOf(block))) return state;
    const row = readRow(wholeCells(place), state.table, dates, titleOfTable(place));
    if (row === null) return null;
    const reading = dates.days(row.days);
    const dated =
      reading !== null
        ? openSection(state, sectionOf(line, row.days, reading, 0))
        : row.days !== ''
          ? openSection(state, closedSection(line))
          : state;
    const opened = openEvent(dated, place, row.heading, dated.section);
    const cells = row.description.map((text) => ({ text, isItem: true }));
    return opened.draft === null ? opened : withDraft(opened, withPieces(opened.draft, cells));
  },
};

const MONTH_ALONE = new RegExp(`^${MONTH}(?: \\d{4})?$`, 'iu');

/** « JUIN » over the rows of that month, whose dates say it too. */
function isMonth(cells: readonly string[]): boolean {
  const [only = '', ...others] = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  return others.length === 0 && MONTH_ALONE.test(only);
}

/** What stands for the cell above. */
const DITTO = /^(?:idem|id\.|〃|″|''|["«»])$/iu;

/** The cells of a row; marks of repetition stand for what is above them. */
function wholeCells({ line: { block }, at, release: { lines } }: Place): readonly string[] {
  const cells = cellsOf(block);
  if (!cells.some((cell) => DITTO.test(cell))) return cells;
  const rows = lines.slice(0, at).flatMap((line) => (line.block.kind === 'table-row' ? [cellsOf(line.block)] : []));
  return cells.map((cell, column) =>
    DITTO.test(cell) ? (rows.findLast((row) => !DITTO.test(row[column] ?? ''))?.[column] ?? cell) : cell,
  );
}

/** The line right above a table: the title of its rows where no column has their titles. */
function titleOfTable({ at, release: { lines } }: Place): string {
  const above = lines.slice(0, at).findLast(({ block }) => block.kind !== 'table-row');
  return above === undefined || above.days !== null || above.isContact ? '' : above.block.text;
}
