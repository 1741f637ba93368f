import { compact } from '../../../lib/compact.ts';
import type { EventText, ItemStatus } from '../../../programme/item.ts';
import type { DateContext } from '../../../when/french/types.ts';
import type { WhenRule } from '../../../when/when.ts';
import type { PublicWords } from '../../documents/public-text.ts';
import { type Fault, fault, quoted, type Sentences } from '../../fault.ts';
import { webAddress } from '../text/markdown.ts';
import type { Column } from './columns.ts';
import { hasDay, type WhenCells, whenOfRow, withDaysOf } from './row-when.ts';
import type { Row } from './rows.ts';

/** One line of a table that is an event. */
export interface TableEvent extends EventText {
  readonly when: WhenRule;
  /** Its row is struck through. */
  readonly status?: ItemStatus;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** What a row gives; a row without an event has at least one fault. */
export interface RowReading {
  readonly event: TableEvent | null;
  readonly faults: readonly Fault[];
  /** The cells that say its days, where they are understood: rows below without a day have the same. */
  readonly days: WhenCells | null;
  /** The row says no day of its own, and has those of the row above. */
  readonly isUnderDays: boolean;
}

/** Where a row stands in its table. */
export interface RowPlace {
  readonly columns: readonly (Column | null)[];
  readonly context: DateContext;
  /** Cleans the texts of the table, and counts what it takes out. */
  readonly words: PublicWords;
  /** The cells that say the days of the row above; null where none does, or they are not understood. */
  readonly above: WhenCells | null;
}

/** A cell in which nothing is written, or only a sign that says so. */
const EMPTY = /^[-–—/.]?$/u;

/** What stands under a column, on one line; under two of one name, one after the other. */
function reader({ cells }: Row, columns: readonly (Column | null)[]): Written {
  return (column) =>
    columns
      .flatMap((each, at) => (each === column ? [(cells[at] ?? '').replace(/\s+/gu, ' ').trim()] : []))
      .filter((text) => !EMPTY.test(text))
      .join(' ');
}

type Written = (column: Column) => string;

const whenCellsOf = (written: Written): WhenCells => ({
  date: written('date'),
  hour: written('heure'),
  start: written('début'),
  endDate: written('date de fin'),
  endHour: written('heure de fin'),
  end: written('fin'),
});

/** The event of a row. Each fault names its line. A row without a day has that of the row above, as where cells were merged. */
export function readEvent(row: Row, { columns, context, words, above }: RowPlace): RowReading {
  const { cells, line } = row;
  const told = ({ code, message, advice, about }: Sentences): Fault => ({
    ...fault(code, `Ligne ${line} : ${message}`, advice, line),
    ...compact({ about }),
  });
  const lost = (fault: Sentences, days: WhenCells | null = null): RowReading => ({
    event: null,
    faults: [told({ ...fault, about: 'dropped' })],
    days,
    isUnderDays: false,
  });
  if (cells.slice(columns.length).some((cell) => cell !== '')) return lost(tooManyCells(cells.length, columns.length));
  const written = reader(row, columns);
  const own = whenCellsOf(written);
  const isUnderDays = !hasDay(own) && above !== null;
  const whenCells = isUnderDays ? withDaysOf(above, own) : own;
  const when = hasDay(whenCells) ? whenOfRow(whenCells, context) : null;
  const days = when?.ok ? whenCells : null;
  const title = words.line(written('titre'));
  if (title === '') return lost(written('titre') === '' ? noTitle() : privateTitle(), days);
  if (when === null) return lost(noDay(title));
  if (!when.ok)
    return lost({ ...when.fault, message: `${when.fault.message} L’événement ${quoted(title)} n’est pas affiché.` });
  const faults = [...when.warnings];
  if (when.lostHours) {
    const message = `${when.lostHours.message} L’événement ${quoted(title)} est affiché sans ses heures.`;
    faults.push({ ...when.lostHours, message, about: 'dropped' });
  }
  if (cells.length < columns.length) faults.push(tooFewCells(cells.length, columns.length));
  return {
    event: { ...textOf(title, written, words), when: when.when, line, ...(row.struck ? { status: STRUCK } : {}) },
    faults: faults.map(told),
    days,
    isUnderDays,
  };
}

/** A row that is struck through: what it announces does not take place. */
const STRUCK: ItemStatus = { kind: 'cancelled', label: 'annulé' };

const noTitle = (): Sentences => ({
  code: 'csv-no-title',
  message: 'il manque le titre ; elle n’est pas affichée.',
  advice: 'Écrivez un titre dans la colonne « titre ».',
});

const privateTitle = (): Sentences => ({
  code: 'csv-no-title',
  message: 'son titre n’est qu’un numéro ou une adresse, qui n’est jamais montré ; elle n’est pas affichée.',
  advice: 'Écrivez dans la colonne « titre » ce qui a lieu.',
});

const noDay = (title: string): Sentences => ({
  code: 'csv-no-date',
  message: `il manque la date de ${quoted(title)}, qui n’est pas affiché.`,
  advice: 'Écrivez une date dans la colonne « date », par exemple 05/05/2026.',
});

const tooManyCells = (cells: number, columns: number): Sentences => ({
  code: 'csv-ragged',
  message: `elle a ${cells} cases pour ${columns} colonnes ; elle n’est pas affichée.`,
  advice: 'Mettez entre guillemets le texte qui contient le séparateur.',
});

const tooFewCells = (cells: number, columns: number): Sentences => ({
  code: 'csv-ragged',
  message: `elle a ${cells} cases pour ${columns} colonnes ; les dernières sont tenues pour vides.`,
  advice: 'Complétez la ligne si une case manque au milieu.',
  about: 'guessed',
});

/** What a row says apart from its days; what it leaves out is left out. */
function textOf(title: string, written: Written, words: PublicWords): EventText {
  const cell = (column: Column): string => words.line(written(column));
  const optional = {
    department: cell('departement').replace(/^\d$/u, '0$&'),
    venue: cell('lieu'),
    description: cell('description'),
    category: cell('categorie'),
    partners: cell('partenaires'),
    link: webAddress(written('lien')) ?? '',
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== ''));
  return { title, town: cell('ville'), ...given };
}
