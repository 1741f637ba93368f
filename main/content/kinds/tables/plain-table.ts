import { ranked } from '../../documents/paragraph.ts';
import type { DocumentBlock } from '../../documents/table.ts';
import { type Fault, fault, guessed } from '../../faults/fault.ts';
import { sheetBlocks } from '../spreadsheets/sheet-tables.ts';
import type { SheetCell, SheetRow } from '../spreadsheets/workbook.ts';
import { USUAL_COLUMNS } from './find-heading.ts';

/** The words of rows as the blocks of a document: a table, and the lines that stand alone above it. */
export function plainTable(rows: readonly (readonly string[])[]): DocumentBlock[] {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const written = rows.map(
    (cells, at): SheetRow => ({
      number: at + 1,
      cells: Array.from({ length: width }, (_, left) => cellOf(cells[left] ?? '')),
    }),
  );
  return ranked(sheetBlocks({ name: '', rows: written }));
}

function cellOf(text: string): SheetCell {
  const lines = text.split('\n').map((line) => line.trim());
  return { lines: lines.filter(Boolean), bold: false, struck: false, columns: 1, rows: 1 };
}

/** Of a table that is no list of events. */
export const shownPlain = (): Fault =>
  guessed(
    'table-plain',
    'Aucune ligne de ce tableau ne nomme une colonne « date » et une colonne « titre » : il est montré tel quel.',
    `Pour que ses lignes entrent dans l’agenda, nommez les colonnes dans une première ligne : ${USUAL_COLUMNS.join(' ; ')}.`,
  );

export const emptyTable = (): Fault =>
  fault(
    'table-empty',
    'Ce tableau est vide.',
    `Écrivez-y un événement par ligne, sous une première ligne qui nomme les colonnes : ${USUAL_COLUMNS.join(' ; ')}.`,
  );
