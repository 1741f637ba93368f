import { fold } from '../../calendar/fold.ts';
import { type Fault, fault, quoted } from '../documents/fault.ts';
import { nearestWord } from '../documents/front-matter-keys.ts';

/** The columns of a table of events, the usual ones first (design, section 8). */
export const COLUMNS = [
  'date',
  'heure',
  'ville',
  'titre',
  'lieu',
  'description',
  'departement',
  'categorie',
  'partenaires',
  'lien',
] as const;

export type Column = (typeof COLUMNS)[number];

/**
 * The columns of a heading line, in its order; null for one that is unknown, which is passed over with a warning. Case,
 * accents and a plural never matter.
 */
export function readHeading(cells: readonly string[]): { columns: (Column | null)[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const columns = [...cells];
  // Spreadsheets write empty cells at the end of every line.
  while (columns.at(-1)?.trim() === '') columns.pop();
  const known = columns.map((cell) => {
    const folded = fold(cell);
    const column = COLUMNS.find((each) => each === folded || `${each}s` === folded || each === `${folded}s`) ?? null;
    if (column === null && folded !== '') faults.push(unknown(cell));
    return column;
  });
  return { columns: known, faults };
}

function unknown(cell: string): Fault {
  const near = nearestWord(cell, COLUMNS);
  const advice =
    near === null ? `Les colonnes possibles sont : ${COLUMNS.join(', ')}.` : `Vouliez-vous écrire « ${near} » ?`;
  return fault(
    'csv-unknown-column',
    `La colonne ${quoted(cell.trim())} n’est pas connue : elle n’est pas lue.`,
    advice,
  );
}
