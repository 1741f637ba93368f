import type { EventText } from '../../../programme/item.ts';
import type { DateContext } from '../../../when/french/types.ts';
import type { WhenRule } from '../../../when/when.ts';
import { type Fault, fault, quoted } from '../../documents/fault.ts';
import type { PublicWords } from '../../documents/public-text.ts';
import { webAddress } from '../text/markdown.ts';
import type { Column } from './columns.ts';
import { hasDay, whenOfRow } from './row-when.ts';
import type { Row } from './rows.ts';

/** One line of a table that is an event. */
export interface TableEvent extends EventText {
  readonly when: WhenRule;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** What a row gives; a row without an event has at least one fault. */
export interface RowReading {
  readonly event: TableEvent | null;
  readonly faults: readonly Fault[];
}

/** A cell in which nothing is written, or only a sign that says so. */
const EMPTY = /^[-–—/.]?$/u;

/** What stands under a column, on one line; under two of one name, one after the other. */
function reader({ cells }: Row, columns: readonly (Column | null)[]): (column: Column) => string {
  return (column) =>
    columns
      .flatMap((each, at) => (each === column ? [(cells[at] ?? '').replace(/\s+/gu, ' ').trim()] : []))
      .filter((text) => !EMPTY.test(text))
      .join(' ');
}

/** The event of a row. Each fault names its line. */
export function readEvent(
  row: Row,
  columns: readonly (Column | null)[],
  context: DateContext,
  words: PublicWords,
): RowReading {
  const { cells, line } = row;
  const told = (code: string, message: string, advice: string): Fault =>
    fault(code, `Ligne ${line} : ${message}`, advice, line);
  const lost = (code: string, message: string, advice: string): RowReading => ({
    event: null,
    faults: [told(code, message, advice)],
  });
  if (cells.slice(columns.length).some((cell) => cell !== '')) {
    return lost(
      'csv-ragged',
      `elle a ${cells.length} cases pour ${columns.length} colonnes ; elle n’est pas affichée.`,
      'Mettez entre guillemets le texte qui contient le séparateur.',
    );
  }
  const written = reader(row, columns);
  const title = words.line(written('titre'));
  if (title === '') {
    return written('titre') === ''
      ? lost(
          'csv-no-title',
          'il manque le titre ; elle n’est pas affichée.',
          'Écrivez un titre dans la colonne « titre ».',
        )
      : lost(
          'csv-no-title',
          'son titre n’est qu’un numéro ou une adresse, qui n’est jamais montré ; elle n’est pas affichée.',
          'Écrivez dans la colonne « titre » ce qui a lieu.',
        );
  }
  const whenCells = {
    date: written('date'),
    hour: written('heure'),
    start: written('début'),
    endDate: written('date de fin'),
    endHour: written('heure de fin'),
    end: written('fin'),
  };
  if (!hasDay(whenCells)) {
    return lost(
      'csv-no-date',
      `il manque la date de ${quoted(title)}, qui n’est pas affiché.`,
      'Écrivez une date dans la colonne « date », par exemple 05/05/2026.',
    );
  }
  const when = whenOfRow(whenCells, context);
  if (!when.ok) {
    const { code, message, advice } = when.fault;
    return lost(code, `${message} L’événement ${quoted(title)} n’est pas affiché.`, advice);
  }
  const faults = when.warnings.map(({ code, message, advice }) => told(code, message, advice));
  if (when.lostHours) {
    const { code, message, advice } = when.lostHours;
    faults.push(told(code, `${message} L’événement ${quoted(title)} est affiché sans ses heures.`, advice));
  }
  if (cells.length < columns.length) {
    faults.push(
      told(
        'csv-ragged',
        `elle a ${cells.length} cases pour ${columns.length} colonnes ; les dernières sont tenues pour vides.`,
        'Complétez la ligne si une case manque au milieu.',
      ),
    );
  }
  return { event: { ...textOf(title, written, words), when: when.when, line }, faults };
}

/** What a row says apart from its days; what it leaves out is left out. */
function textOf(title: string, written: (column: Column) => string, words: PublicWords): EventText {
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
