import type { Temporal } from 'temporal-polyfill';
import { compact } from '../../../lib/compact.ts';
import { once } from '../../../lib/once.ts';
import { saysHours } from '../../kinds/tables/moment.ts';
import { filledCells, type Grid, type GridCell, type PlacedTable } from '../grid.ts';
import { isReason, speaksOfAbsence } from './absence-columns.ts';
import { dayIn, firstDayIn, weekNamed, withDates } from './absence-days.ts';
import { type AbsenceContext, NO_CELLS, reasonsTaken, type WrittenAbsence, weekdaysGuessed } from './absence-entry.ts';
import { classesAlone, namesLessons, namesPerson, rowsOfLine } from './read-absence-lines.ts';
import { type AbsenceRows, MAX_LOOKED_AT } from './read-absence-table.ts';

/** « X »: absent, and no more is said. */
const MARK = /^(?:x+|[✓✔☒☑●■•*]|abs(?:\.|ente?)?|oui|(?:toute la )?journée(?: entière)?)$/iu;
const PART_OF_DAY = /^(?:le |l['’])?(?:matin(?:ée)?|après-midi|journée|soir)$/iu;
const PUPILS = /élève|eleve/iu;

/** What the columns of a grid are: days, as `dayIn` reads them, or the lessons and hours of one day. */
interface Head {
  readonly at: number;
  readonly sort: 'days' | 'hours';
  /** One for each column; empty for that of the names. */
  readonly labels: readonly string[];
  readonly guessed: readonly Temporal.PlainDate[];
}

/**
 * The absences of a grid: who down and days or lessons across, or days across with the persons in the cells. Null for any
 * other table, and where one of its cells says something else: the table is then shown as it stands.
 */
export function absenceGrid({ grid, above, before }: PlacedTable, context: AbsenceContext): AbsenceRows | null {
  const head = headOf(grid, [...above, ...before, ...context.names], context);
  if (head === null) return null;
  const inside = grid.slice(0, head.at).flatMap(filledCells);
  // « Absences du 12 mai | M1 | M2 »
  const corner = grid[head.at]?.[0]?.text ?? '';
  const day = firstDayIn([corner, ...inside.map(({ text }) => text), ...above], context);
  const rows: WrittenAbsence[] = [];
  let hasReason = false;
  for (const row of grid.slice(head.at + 1)) {
    if (filledCells(row).length === 0) continue;
    const read = head.sort === 'days' ? rowOfDays(row, head, context) : rowOfHours(row, head, day);
    if (read === null) return null;
    rows.push(...read.rows);
    hasReason ||= read.hasReason;
  }
  if (rows.length === 0) return null;
  const faults = [
    ...(head.guessed.length > 0 ? [weekdaysGuessed(head.guessed)] : []),
    ...(hasReason ? [reasonsTaken()] : []),
  ];
  return { rows, faults };
}

/** The first row whose cells, but for that above the names, are all days or all lessons. */
function headOf(grid: Grid, around: readonly string[], context: AbsenceContext): Head | null {
  const texts = [...around];
  // Dates are looked for only where absences are spoken of: a thesis has hundreds of tables, each with all the lines above it.
  const weekAround = once(() => {
    const top = grid.slice(0, MAX_LOOKED_AT).flatMap(filledCells);
    return weekNamed([...around, ...top.map(({ text }) => text)], context);
  });
  for (const [at, [first, ...others]] of grid.slice(0, MAX_LOOKED_AT).entries()) {
    texts.push(first?.text ?? '', ...others.map(({ text }) => text));
    const filled = others.filter(({ text }) => text !== '');
    if (filled.length < 2 || PUPILS.test(first?.text ?? '') || !texts.some(speaksOfAbsence)) continue;
    if (filled.every(({ text }) => isLesson(text))) {
      return { at, sort: 'hours', labels: ['', ...others.map(({ text }) => text)], guessed: [] };
    }
    const dated = others.map(({ text }) => withDates(text, weekAround(), context));
    const labels = dated.map(({ text }) => dayIn(text, context));
    if (others.every(({ text }, left) => (text === '') === (labels[left] === '')))
      return { at, sort: 'days', labels: ['', ...labels], guessed: dated.flatMap(({ guessed }) => guessed) };
  }
  return null;
}

const isLesson = (text: string): boolean => namesLessons(text) || saysHours(text);
const isTime = (text: string): boolean => isLesson(text) || PART_OF_DAY.test(text);
/** Whether a label may be the name of a person. */
const isWho = (label: string): boolean => /\p{L}{2}/u.test(label) && !isTime(label) && classesAlone(label) === null;

interface ReadRow {
  readonly rows: WrittenAbsence[];
  readonly hasReason: boolean;
}

const textOf = (cell: GridCell | undefined): string =>
  cell === undefined || cell.struck ? '' : cell.text.replace(/^[-–—/.]$/u, '').trim();

function rowOfDays(row: readonly GridCell[], { labels }: Head, context: AbsenceContext): ReadRow | null {
  const label = textOf(row[0]);
  const rows: WrittenAbsence[] = [];
  let hasReason = false;
  for (const [at, cell] of row.entries()) {
    const text = textOf(cell);
    const day = labels[at] ?? '';
    if (at === 0 || text === '') continue;
    if (day === '') return null;
    if (namesPerson(text)) {
      if (!cell.lines.every(namesPerson)) return null;
      const read = cell.lines.flatMap((line) => rowsOfLine(line, day, context));
      rows.push(...read.map((each) => underLabel(each.row, label)));
      hasReason ||= read.some(({ reason }) => reason);
    } else {
      const said = saidOf(text);
      if (said === null || !isWho(label)) return null;
      rows.push({ teacher: label, ...said.words, cells: { ...NO_CELLS, date: day, hour: said.hour } });
      hasReason ||= isReason(text);
    }
  }
  return { rows, hasReason };
}

/** A person in a cell beside « Matin », « 8h-9h » or « 6e A ». */
function underLabel(row: WrittenAbsence, label: string): WrittenAbsence {
  if (isTime(label) && row.cells.hour === '') return { ...row, cells: { ...row.cells, hour: label } };
  const classes = classesAlone(label);
  return classes === null || row.classes !== undefined ? row : { ...row, classes };
}

/** What a cell says of an absence: when, or of which class; null where it says something else. */
function saidOf(text: string): { readonly hour: string; readonly words: Pick<WrittenAbsence, 'classes'> } | null {
  if (MARK.test(text) || isReason(text)) return { hour: 'journée', words: {} };
  if (isTime(text)) return { hour: text, words: {} };
  const classes = classesAlone(text);
  return classes === null ? null : { hour: '', words: { classes } };
}

/** The lessons of one person that are marked alike are one absence. */
function rowOfHours(row: readonly GridCell[], { labels }: Head, day: string): ReadRow | null {
  const teacher = textOf(row[0]);
  const runs: { first: string; last: string; end: number; classes: string | null }[] = [];
  for (const [at, cell] of row.entries()) {
    const text = textOf(cell);
    if (at === 0 || text === '') continue;
    const classes = classesAlone(text);
    const hour = labels[at] ?? '';
    if (hour === '' || (classes === null && !MARK.test(text) && !isReason(text))) return null;
    const open = runs.at(-1);
    if (open !== undefined && open.end === at && open.classes === classes) {
      open.last = hour;
      open.end = at + 1;
    } else runs.push({ first: hour, last: hour, end: at + 1, classes });
  }
  if (runs.length > 0 && !isWho(teacher)) return null;
  const rows = runs.map(({ first, last, classes }) => ({
    teacher,
    ...compact({ classes: classes ?? undefined }),
    cells: { ...NO_CELLS, date: day, hour: fromTo(first, last) },
  }));
  return { rows, hasReason: row.some(({ text }) => isReason(text)) };
}

/** « M1 » to « M4 » is « M1 à M4 », and « 8h-9h » to « 9h-10h » is « 8h-10h ». */
function fromTo(first: string, last: string): string {
  if (first === last) return first;
  const [start, end] = [first.split(/\s*[-–—/à]\s*/u)[0], last.split(/\s*[-–—/à]\s*/u).at(-1)];
  return namesLessons(first) || start === undefined || end === undefined ? `${first} à ${last}` : `${start}-${end}`;
}
