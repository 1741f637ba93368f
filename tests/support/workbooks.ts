import { strToU8, zipSync } from 'fflate';
import { type Cell, type CellValue, writeXlsx } from 'hucre/xlsx';

/** A cell of a workbook that a test makes; `columns` and `rows` where it is merged. */
export interface MadeCell {
  readonly value: string | number | Date | null;
  readonly columns?: number;
  readonly rows?: number;
  readonly bold?: boolean;
  readonly struck?: boolean;
  /** A format of Excel: `dd/mm/yyyy`, `hh:mm`, `0.00 €`. */
  readonly format?: string;
  readonly formula?: string;
}

type Written = MadeCell | string | number | null;

export interface MadeSheet {
  readonly name?: string;
  /** One for each place; null where nothing is, or where a merged cell reaches. */
  readonly rows: readonly (readonly Written[])[];
  readonly hidden?: boolean;
  /** From 0. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

const cellOf = (written: Written): MadeCell =>
  typeof written === 'object' && written !== null ? written : { value: written === '' ? null : written };

/** A day of a workbook, `2026-05-05` or `2026-05-05T14:00`. */
export const dayCell = (day: string, format = 'dd/mm/yyyy'): MadeCell => ({ value: new Date(`${day}Z`), format });

/** A .xlsx as Excel writes it. `dateSystem`: days are counted from 1900, or from 1904 as on old Macs. */
export function makeXlsx(sheets: readonly MadeSheet[], dateSystem: '1900' | '1904' = '1900'): Promise<Uint8Array> {
  return writeXlsx({
    dateSystem,
    sheets: sheets.map(({ name = 'Feuil1', rows, hidden = false, hiddenRows = [], hiddenColumns = [] }) => {
      const places = rows.flatMap((row, top) => row.map((written, left) => ({ top, left, cell: cellOf(written) })));
      const width = Math.max(0, ...rows.map((row) => row.length));
      return {
        name,
        hidden,
        rows: rows.map((row) => row.map((written): CellValue => cellOf(written).value)),
        cells: new Map(places.map(({ top, left, cell }) => [`${top},${left}`, excelCell(cell)])),
        merges: places
          .filter(({ cell: { columns = 1, rows: high = 1 } }) => columns > 1 || high > 1)
          .map(({ top, left, cell: { columns = 1, rows: high = 1 } }) => ({
            startRow: top,
            startCol: left,
            endRow: top + high - 1,
            endCol: left + columns - 1,
          })),
        rowDefs: new Map(hiddenRows.map((at) => [at, { hidden: true }])),
        columns: Array.from({ length: width }, (_, at) => ({ hidden: hiddenColumns.includes(at) })),
      };
    }),
  });
}

/** Excel names no style for a cell that nobody formatted. */
const excelCell = ({ value, bold = false, struck = false, format, formula }: MadeCell): Partial<Cell> => ({
  value,
  ...(formula === undefined ? {} : { formula, formulaResult: value }),
  ...(bold || struck || format !== undefined
    ? { style: { font: { bold, strikethrough: struck }, ...(format === undefined ? {} : { numFmt: format }) } }
    : {}),
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A .ods as LibreOffice writes it, of texts and days. */
export function makeOds(sheets: readonly MadeSheet[]): Uint8Array {
  const tables = sheets.map(({ name = 'Feuille1', rows, hidden, hiddenRows = [], hiddenColumns = [] }) => {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const columns = Array.from(
      { length: width },
      (_, at) => `<table:table-column${hiddenColumns.includes(at) ? ' table:visibility="collapse"' : ''}/>`,
    );
    const covered = coveredBy(rows);
    const lines = rows.map((row, top) => {
      const cells = row.map((written, left) =>
        covered.has(`${top},${left}`) ? '<table:covered-table-cell/>' : odsCell(cellOf(written)),
      );
      return `<table:table-row${hiddenRows.includes(top) ? ' table:visibility="collapse"' : ''}>${cells.join('')}</table:table-row>`;
    });
    return `<table:table table:name="${escaped(name)}"${hidden ? ' table:style-name="hid"' : ''}>${columns.join('')}${lines.join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`;
  });
  const spaces = ['office', 'text', 'style', 'table']
    .map((space) => `xmlns:${space}="urn:oasis:names:tc:opendocument:xmlns:${space}:1.0"`)
    .join(' ');
  const styles =
    '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="s" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>';
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(content),
  });
}

function odsCell({ value, columns = 1, rows = 1, struck, format = '', formula }: MadeCell): string {
  const spans = `${columns > 1 || rows > 1 ? ` table:number-columns-spanned="${columns}" table:number-rows-spanned="${rows}"` : ''}${struck ? ' table:style-name="s"' : ''}${formula === undefined ? '' : ` table:formula="of:=${escaped(formula)}"`}`;
  if (value === null) return `<table:table-cell${spans}/>`;
  if (value instanceof Date) {
    const iso = value.toISOString();
    const [year, month, day] = iso.slice(0, 10).split('-');
    const hour = format.includes('h') ? ` ${iso.slice(11, 16)}` : '';
    return `<table:table-cell${spans} office:value-type="date" office:date-value="${iso.slice(0, hour === '' ? 10 : 19)}"><text:p>${day}/${month}/${year}${hour}</text:p></table:table-cell>`;
  }
  const lines = String(value).split('\n');
  return `<table:table-cell${spans} office:value-type="string">${lines.map((line) => `<text:p>${escaped(line)}</text:p>`).join('')}</table:table-cell>`;
}

function coveredBy(rows: MadeSheet['rows']): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const [top, row] of rows.entries()) {
    for (const [left, written] of row.entries()) {
      const { columns = 1, rows: high = 1 } = cellOf(written);
      for (let y = top; y < top + high; y += 1)
        for (let x = left; x < left + columns; x += 1) if (y !== top || x !== left) covered.add(`${y},${x}`);
    }
  }
  return covered;
}
