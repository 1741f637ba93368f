import type { LooseBlock, LooseTable } from './paragraph.ts';
import { tableBlocks } from './written-table.ts';

type Line = Exclude<LooseBlock, LooseTable>;

/** A line with as many tabulators is one of columns. The two parts of a line with one tabulator are read as they stand. */
const MIN_TABS = 2;

/** Blocks without tabulators, and what was guessed of the columns that these made. */
export interface WithoutTabs {
  readonly blocks: readonly LooseBlock[];
  /** `columns`: lines became a table in which a cell is empty. `none`: lines could not be lined up, and lost their columns. */
  readonly guesses: ReadonlySet<'columns' | 'none'>;
}

/**
 * Makes a table of lines that follow each other and have two tabulators or more, where the line with the most of them leaves
 * no cell empty but its first: there, one tabulator leads to the next column, and two leave a cell empty. Elsewhere several
 * tabulators may lead to one column, and each becomes a space.
 */
export function withTabTables(blocks: readonly LooseBlock[]): WithoutTabs {
  const made: LooseBlock[] = [];
  const guesses = new Set<'columns' | 'none'>();
  let lines: Line[] = [];
  const close = (): void => {
    const table = lines.length > 1 ? tableOf(lines) : null;
    if (table === null && lines.length > 1) guesses.add('none');
    if (table?.hasGap) guesses.add('columns');
    made.push(...(table?.blocks ?? lines.map(spaced)));
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind !== 'table' && cellsOf(block).length > MIN_TABS) lines.push(block);
    else {
      close();
      made.push(block.kind === 'table' ? block : spaced(block));
    }
  }
  close();
  return { blocks: made, guesses };
}

const cellsOf = ({ text }: Line): string[] => text.split('\t');

const spaced = (line: Line): Line => ({ ...line, text: line.text.replace(/\t+/gu, ' ').trim() });

function tableOf(lines: readonly Line[]): { readonly blocks: LooseBlock[]; readonly hasGap: boolean } | null {
  const widest = lines.map(cellsOf).reduce((most, cells) => (cells.length > most.length ? cells : most));
  if (widest.slice(1).includes('')) return null;
  const rows = lines.map((line) => {
    const cells = cellsOf(line);
    return widest.map((_, at) => ({ ...cellOf(line, cells[at] ?? ''), columns: 1, rows: 1 }));
  });
  const hasGap = lines.some((line) => cellsOf(line).slice(1).includes(''));
  return { blocks: tableBlocks({ rows, heads: 0 }), hasGap };
}

function cellOf(line: Line, text: string): { readonly blocks: readonly LooseBlock[] } {
  return { blocks: text === '' ? [] : [{ ...line, kind: 'paragraph', level: 0, text }] };
}
