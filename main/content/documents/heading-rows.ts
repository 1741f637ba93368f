import { fold } from '../../lib/fold.ts';

/** What a place of a table holds, for the question whether its row names the columns. A merged cell is the same in all its places. */
export interface GridCell {
  readonly text: string;
  /** All its words are bold or a heading. */
  readonly strong: boolean;
}

type Row = readonly GridCell[];

/** No name of a column is longer. */
const MAX_NAME = 40;
/** Rows that may stand above the names of the columns: « Menus de la semaine », « Semaine A » and « Semaine B ». */
const MAX_ABOVE = 2;

/**
 * How many of the first rows of a table name its columns. `declared`: as many as the writer wants repeated on each page. In
 * other tables it is a row that looks or reads as one: to repeat a row of lessons on the next page would be false.
 */
export function headingRows(grid: readonly Row[], declared: number): number {
  if (declared > 0) return declared < grid.length ? declared : 0;
  for (const [at, row] of grid.slice(0, MAX_ABOVE + 1).entries()) {
    const below = grid.slice(at + 1).filter((each) => !isBanner(each));
    if (namesColumns(row, below)) return endOfHeading(grid, at);
    if (!isOver(row, grid[at + 1])) return 0;
  }
  return 0;
}

/** One cell over all columns. */
const isBanner = (row: Row): boolean => row.every(({ text }) => text !== '' && text === row[0]?.text);

/** A row with a cell that is merged across or downwards may stand over the row that names the columns. */
function isOver(row: Row, next: Row = []): boolean {
  return row.some((cell, at) => cell.text !== '' && (cell === row[at - 1] || cell === next[at]));
}

/** Behind the row that names the columns, and those that its cells reach down to. */
function endOfHeading(grid: readonly Row[], named: number): number {
  let end = named + 1;
  while (end < grid.length && grid[end]?.some((cell, at) => cell.text !== '' && cell === grid[end - 1]?.[at])) end += 1;
  return end < grid.length ? end : named + 1;
}

function namesColumns(row: Row, below: readonly Row[]): boolean {
  const filled = row.filter(({ text }) => text !== '');
  if (below.length === 0 || filled.length < 2 || filled.some(({ text }) => text.length > MAX_NAME)) return false;
  if (row.some(({ text }, column) => isLikeThose(text, columnOf(below, column)))) return false;
  return (
    (filled.every(({ strong }) => strong) && !below.flat().every(({ text, strong }) => text === '' || strong)) ||
    filled.every(({ text }) => NAME.test(fold(text))) ||
    isAboveNames(row, below) ||
    row.some((cell, column) => isAboveNumbers(cell, columnOf(below, column)))
  );
}

const columnOf = (rows: readonly Row[], column: number): string[] =>
  rows.map((row) => row[column]?.text ?? '').filter((text) => text !== '');

/** A day above days, a number above numbers, « Atelier danse » above « Atelier théâtre »: the first of them, and no name. */
function isLikeThose(text: string, others: readonly string[]): boolean {
  if (text === '' || others.length === 0) return false;
  const sort = sortOf(text);
  return sort === 'words'
    ? others.some((other) => firstWord(other) === firstWord(text))
    : others.every((other) => sortOf(other) === sort);
}

const firstWord = (text: string): string => /^\S+/u.exec(fold(text))?.[0] ?? '';

/** An empty corner: the first column names the rows, and the first row the columns. */
function isAboveNames(row: Row, below: readonly Row[]): boolean {
  const [corner, ...names] = row;
  return corner?.text === '' && names.every(({ text }) => text !== '') && columnOf(below, 0).length === below.length;
}

/** « Heure » above « 8 h », « 9 h ». */
function isAboveNumbers({ text }: GridCell, others: readonly string[]): boolean {
  return (
    text !== '' && sortOf(text) === 'words' && others.length > 1 && others.every((each) => sortOf(each) === 'number')
  );
}

const WEEKDAY = '(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?';
const MONTH = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const DAY = new RegExp(`^(?:le )?(?:${WEEKDAY}|\\d{1,2}(?:er)? (?:${MONTH})|\\d{1,2}[/.]\\d{1,2}\\b)`, 'u');

function sortOf(text: string): 'day' | 'number' | 'words' {
  const folded = fold(text);
  if (DAY.test(folded)) return 'day';
  return /^\W{0,2}\d/u.test(folded) ? 'number' : 'words';
}

/** What people write above a column of a timetable, a menu, a programme, a list of pupils. */
const NAME = new RegExp(
  `^(?:${WEEKDAY}|${MONTH}|semaines?|dates?|jours?|quand|heures?|horaires?|creneaux?|debut|fin|duree|villes?|communes?|lieux?|ou|salles?|titres?|intitules?|evenements?|actions?|activites?|ateliers?|animations?|matieres?|disciplines?|cours|professeurs?|profs?|enseignant\\S*|intervenant\\S*|animateur\\S*|responsables?|referent\\S*|classes?|niveaux?|groupes?|public|eleves?|noms?|prenoms?|qui|quoi|places?|tarifs?|prix|entrees?|plats?|accompagnements?|garnitures?|laitages?|fromages?|produits? laitiers?|desserts?|gouters?|petits? dejeuners?|dejeuners?|diners?|midi|soir|matin|apres-midi|contacts?|telephones?|inscriptions?|remarques?|observations?|descriptions?|details?|objets?|services?|lignes?|departs?|arrivees?|absents?|remplacants?|periodes?|numeros?|n°|equipes?|scores?|resultats?|points?)(?:\\s*:|\\s*\\(.*\\)|\\s+\\d.*|\\s(?:d[eu]s?|d'|et|ou|/)\\b.*)?$`,
  'u',
);
