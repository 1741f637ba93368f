type Row = readonly (HTMLTableCellElement | undefined)[];

/** The cell that covers each column of each row: a merged cell stands in all the places that it covers (HTML, 4.9.12.1). */
export function gridOfRows(rows: readonly HTMLTableRowElement[]): Row[] {
  const grid: (HTMLTableCellElement | undefined)[][] = rows.map(() => []);
  for (const [top, row] of rows.entries()) {
    let left = 0;
    for (const cell of row.cells) {
      while (grid[top]?.[left]) left += 1;
      for (const covered of grid.slice(top, top + cell.rowSpan)) {
        for (let at = left; at < left + cell.colSpan; at += 1) covered[at] ??= cell;
      }
      left += cell.colSpan;
    }
  }
  return grid;
}

/** Whether the cell at a place does not go on from the row above. */
export const isFirstAt = (grid: readonly Row[], top: number, left: number): boolean =>
  grid[top]?.[left] !== grid[top - 1]?.[left];
