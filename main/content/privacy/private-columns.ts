import { fold } from '../../lib/fold.ts';
import { cellText, type DocumentBlock, gridOf, rowsOfGrid, type Table } from '../documents/table.ts';
import { dropped, type Fault, quotedList } from '../faults/fault.ts';

/** Columns that no hall may see, whoever they are about. */
const PRIVATE =
  /naissance|^nee?(?:\(e\)|\.e)? le$|^ddn$|mots? de passe|^(?:mdp|password|login|identifiants?(?: ent)?|codes? (?:d'acces|pin|secrets?))$|^(?:n° ?|numero )?(?:ine|nir)$|securite sociale/u;

/** Columns that say of persons what concerns nobody else. The same words head the columns of menus, results and addresses. */
const PRIVATE_OF_PERSONS =
  /^(?:adresses?|domicile|rue|code postal)(?: postale)?$|respons\p{L}* legal|representants? lega|^(?:tuteurs?|tutrice)\b|^(?:pere|mere|parents?)$|^(?:pai|pap|pps|aesh)$|allergi|handicap|medica|traitement|moyennes?|appreciation|sanction|punition|retenue|exclusion|bours(?:e|ier)|quotient|regime|^(?:motifs?|raisons?|causes?)\b|justificati|asthm|^sante\b|dispens|impaye|^avis\b|comportement|redouble/u;

/** Columns of marks: « Note » may also head remarks, and « Anglais » rooms. */
const OF_MARKS =
  /^(?:notes?|resultats?|controles?|evaluations?|devoirs?|ds ?\d*|interro\p{L}*|dnb|brevet|bac|total|points)\b|\/ ?(?:10|20|40|100|400)$|^(?:math(?:ematique)?s?|francais|anglais|allemand|espagnol|italien|latin|grec|histoire|geographie|histoire.?geo\p{L}*|hg|emc|svt|physique.?chimie|physique|chimie|pc|techno\p{L}*|eps|arts? p\p{L}*|musique|education musicale|philo\p{L}*|ses|nsi|lv\d)$/u;
/** « 15 », « 12,5 », « 8/20 », « abs » */
const MARK = /^(?:(?:20|1?\d)(?:[.,]\d{1,2})?(?: ?\/ ?\d{2,3})?|abs\.?|disp\.?|nn|n\.? ?not[ée]?)$/iu;
const SURE_MARK = /^\d{1,3}(?:[.,]\d{1,2})? ?\/ ?(?:20|40|100|400)$/u;

/** Columns of names: the rows are about persons. */
const OF_PERSONS =
  /^(?:noms?(?: ?(?:et|\/|-|,|&)? ?prenoms?)?|noms? de (?:l'eleve|famille)|noms? des eleves|prenoms?(?: ?(?:et|\/|-|,|&)? ?noms?)?|eleves?|candidats?|stagiaires?|(?:nom de l')?enseignante?s?|(?:noms? (?:du|des) )?prof(?:esseure?)?s?|personnels?|agents?|absents?)$/u;

/** Columns of telephone numbers, and one that a spreadsheet took for a number: its first zero is gone. */
const OF_PHONES = /(?<!\p{L})(?:tel|telephones?|portables?|mobiles?|gsm|fax|contacts?|joindre|urgences?)(?!\p{L})/u;
const PHONE_WITHOUT_ZERO = /^[1-9](?:[ .\u00a0\u202f]?\d){8}$/u;

/** The heading of a table stands in its first rows. */
const HEADING_ROWS = 3;
/** Longer words are no heading. */
const MAX_HEADING = 40;

/** Blocks of a document without the columns of its tables that are private, and the headings of these. */
export interface WithoutColumns {
  readonly blocks: readonly DocumentBlock[];
  readonly taken: readonly string[];
}

/** Takes out of tables whatever concerns single persons: dates of birth, passwords, and beside names also marks or addresses. */
export function withoutPrivateColumns(blocks: readonly DocumentBlock[]): WithoutColumns {
  const taken = new Set<string>();
  const left = blocks.flatMap((block): DocumentBlock[] => {
    if (block.kind !== 'table') return [block];
    const read = privateColumns(block);
    for (const heading of read.values()) taken.add(heading);
    return read.size === 0 ? [block] : withoutColumns(block, new Set(read.keys()));
  });
  return { blocks: left, taken: [...taken] };
}

/** What is told of the columns that were taken out. */
export const columnsTaken = (headings: readonly string[]): Fault =>
  dropped(
    'columns-private',
    `Ce qui est écrit sous ${quotedList(headings)} ne regarde que les personnes nommées : l’écran ne le montre pas.`,
    'Retirez ces colonnes du fichier ; l’écran du hall est vu de tous.',
  );

const privateColumns = (table: Table): Map<number, string> =>
  privateColumnsOf(gridOf(table.rows).map((row) => row.map((cell) => (cell === null ? '' : cellText(cell).trim()))));

/** The private columns of rows of texts, from 0, with their headings. */
export function privateColumnsOf(grid: readonly (readonly string[])[]): Map<number, string> {
  const names = grid.slice(0, HEADING_ROWS).map((row) => row.map(headingName));
  const isOfPersons = names.some((row) => row.some((name) => OF_PERSONS.test(name)));
  const found = new Map<number, string>();
  for (const [top, row] of names.entries()) {
    for (const [left, name] of row.entries()) {
      const isPrivate =
        PRIVATE.test(name) ||
        (OF_PHONES.test(name) && grid.slice(top + 1).some((cells) => PHONE_WITHOUT_ZERO.test(cells[left] ?? ''))) ||
        (isOfPersons && (PRIVATE_OF_PERSONS.test(name) || holdsMarks(grid, top, left)));
      if (isPrivate && !found.has(left)) found.set(left, grid[top]?.[left] ?? '');
    }
  }
  return found;
}

/** Whether a column has marks under a heading: what is written as one of twenty, or numbers under the name of a subject. */
function holdsMarks(grid: readonly (readonly string[])[], top: number, left: number): boolean {
  const values = grid.slice(top + 1).flatMap((row) => row[left]?.trim() || []);
  if (values.some((value) => SURE_MARK.test(value))) return true;
  return (
    values.length > 0 &&
    OF_MARKS.test(headingName(grid[top]?.[left] ?? '')) &&
    values.every((value) => MARK.test(value))
  );
}

const headingName = (text: string): string =>
  text.length > MAX_HEADING ? '' : fold(text).replace(/[:*]/gu, '').replace(/\s+/gu, ' ').trim();

function withoutColumns(table: Table, away: ReadonlySet<number>): Table[] {
  const grid = gridOf(table.rows).map((row) => row.filter((_, at) => !away.has(at)));
  if ((grid[0]?.length ?? 0) === 0) return [];
  const rows = rowsOfGrid(grid, (cell, span) => ({ ...cell, lines: cell?.lines ?? [], ...span }));
  return [{ ...table, rows }];
}
