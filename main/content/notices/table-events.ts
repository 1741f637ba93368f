import type { DocumentBlock, Table } from '../documents/table.ts';
import { dropped, type Fault, quoted } from '../faults/fault.ts';
import { eventList } from '../kinds/tables/event-list.ts';
import type { TableContext, TableReading } from '../kinds/tables/read-events.ts';
import { namesOf, readTables } from '../kinds/tables/read-tables.ts';
import type { Row } from '../kinds/tables/rows.ts';
import { filledCells, type Grid, tablesOf } from './grid.ts';

/** Of a list without them, each row may be the end of a delay, and nothing that anybody goes to. */
const MEETING: ReadonlySet<string> = new Set(['heure', 'lieu', 'début', 'départ', 'heure de fin']);
/** More words around a table are a text that has a table in it. */
const MAX_AROUND = 240;

/** The events of a document that is nothing but a list of them, a row each under a heading; null for any other document. */
export function tableEvents(blocks: readonly DocumentBlock[], context: TableContext): TableReading | null {
  const { tables, lines } = tablesOf(blocks);
  if (lines.join(' ').length > MAX_AROUND) return null;
  const first = blocks.find((block) => block.kind === 'table' || block.kind === 'table-row');
  const readings = tables.map(({ grid, above }) => {
    const titles = [...above.toReversed(), ...namesOf(context.fileName ?? '')];
    const rows = rowsOf(grid, first?.line ?? 1);
    const list = eventList(rows, context.reference, titles);
    return list === null || !list.head.columns.some((column) => MEETING.has(column ?? ''))
      ? null
      : { list, ...readTables(list.rows, list.head, context, titles) };
  });
  const read = readings.filter((reading) => reading !== null);
  if (read.length === 0 || read.length < tables.length || read.every(({ events }) => events.length === 0)) return null;
  return {
    events: read.flatMap(({ events }) => events),
    faults: [...around(lines), ...read.flatMap(({ list, faults }) => [...list.faults, ...faults])],
  };
}

/** Whether a row of a table of the document is struck through. */
export const hasStruckRow = (blocks: readonly DocumentBlock[]): boolean =>
  blocks.some((block) =>
    block.kind === 'table' ? block.rows.some(isStruck) : block.kind === 'table-row' && block.struck === true,
  );

function isStruck(row: Table['rows'][number]): boolean {
  const filled = row.filter(({ lines }) => lines.length > 0);
  return filled.length > 0 && filled.every(({ struck }) => struck === true);
}

/** A merged cell means the same in each row that it reaches down to, and stands in the first of its columns. */
function rowsOf(grid: Grid, line: number): Row[] {
  return grid.map((row, at) => {
    const filled = filledCells(row);
    return {
      cells: row.map((cell, left) => (cell === row[left - 1] ? '' : cell.text)),
      line: line + at,
      taken: 1,
      ...(filled.length > 0 && filled.every(({ struck }) => struck) ? { struck: true } : {}),
    };
  });
}

/** The words around a table but for its title. */
function around(lines: readonly string[]): Fault[] {
  const others = lines.slice(1);
  if (others.length === 0) return [];
  return [
    dropped(
      'table-around',
      `Seuls les événements du tableau sont montrés, sans ${quoted(others.join(' · '))}.`,
      'Si ces mots comptent, écrivez-les dans un fichier à part.',
    ),
  ];
}
