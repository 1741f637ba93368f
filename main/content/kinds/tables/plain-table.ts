import { ranked } from '../../documents/paragraph.ts';
import type { DocumentBlock } from '../../documents/table.ts';
import { tableBlocks, type WrittenCell } from '../../documents/written-table.ts';
import { type Fault, fault, guessed } from '../../fault.ts';
import { USUAL_COLUMNS } from './find-heading.ts';

/** The words of rows as the table of a document. */
export function plainTable(rows: readonly (readonly string[])[]): DocumentBlock[] {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const written = rows.map((cells) => Array.from({ length: width }, (_, at) => cellOf(cells[at] ?? '')));
  return ranked(tableBlocks({ rows: written, heads: 0 }));
}

function cellOf(text: string): WrittenCell {
  const lines = text.split('\n').map((line) => line.trim());
  const blocks = lines.filter(Boolean).map((line) => ({ kind: 'paragraph' as const, level: 0, text: line }));
  return { blocks, columns: 1, rows: 1 };
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
