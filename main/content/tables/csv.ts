import { CsvError, parse } from 'csv-parse/sync';
import type { Temporal } from 'temporal-polyfill';
import { parseWhen } from '../../calendar/french/parse-when.ts';
import type { EventText } from '../../calendar/item.ts';
import type { WhenRule } from '../../calendar/when.ts';
import { decodeText } from '../documents/decode-text.ts';
import { type Fault, fault, quoted } from '../documents/fault.ts';
import { webAddress } from '../documents/markdown.ts';
import { publicLine } from '../documents/public-text.ts';
import { COLUMNS, type Column, readHeading } from './columns.ts';

/** One line of a table that is an event. */
export interface TableEvent extends EventText {
  readonly when: WhenRule;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** The events of a table in its order, and a fault for each line that gives none or not as written. */
export interface TableReading {
  readonly events: readonly TableEvent[];
  readonly faults: readonly Fault[];
}

/** Lines that are read: more events than a school has in ten years. */
const MOST_LINES = 5_000;
/** Faults that are told; beyond them the table as a whole is to be looked at. */
const MOST_FAULTS = 50;

interface Row {
  readonly cells: readonly string[];
  /** Line on which it ends. */
  readonly line: number;
}

/**
 * Reads `date;heure;ville;titre;lieu;description` in any order, with `;`, `,` or tabs, quoted or not, in UTF-8, UTF-16 or
 * Windows-1252. What is understood is kept; each other line has a fault that names it.
 */
export function readCsv(bytes: Uint8Array, context: { zone: string; reference: Temporal.PlainDate }): TableReading {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { events: [], faults: [decoded.fault] };
  const { rows, faults } = readRows(decoded.text);
  const heading = readHeading(rows[0]?.cells ?? []);
  faults.push(...heading.faults.map((each) => ({ ...each, line: rows[0]?.line ?? 1 })));
  if (!heading.columns.includes('titre') || !heading.columns.includes('date')) {
    const advice = `Écrivez en première ligne : ${COLUMNS.slice(0, 6).join(';')}.`;
    return {
      events: [],
      faults: [
        fault(
          'csv-heading',
          'La première ligne du tableau ne nomme pas ses colonnes : il faut au moins « date » et « titre ».',
          advice,
          1,
        ),
      ],
    };
  }
  const events: TableEvent[] = [];
  for (const row of rows.slice(1)) {
    const read = readEvent(row, heading.columns, context);
    if (read.event !== null) events.push(read.event);
    faults.push(...read.faults);
  }
  return { events, faults: faults.slice(0, MOST_FAULTS) };
}

function readRows(text: string): { rows: Row[]; faults: Fault[] } {
  const rows: Row[] = [];
  const faults: Fault[] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      to: MOST_LINES + 1,
      max_record_size: 100_000,
      on_record: (record: string[], { lines }) => {
        if (record.some((cell) => cell !== '')) rows.push({ cells: record, line: lines });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // What was read before the error is kept.
    const line = typeof error.lines === 'number' ? error.lines : (rows.at(-1)?.line ?? 0) + 1;
    faults.push(
      fault(
        'csv-broken',
        `Le tableau ne peut pas être lu au-delà de la ligne ${rows.at(-1)?.line ?? 1} : un guillemet n’est sans doute pas fermé.`,
        'Fermez le guillemet, ou retirez-le.',
        line,
      ),
    );
  }
  if (rows.length > MOST_LINES)
    faults.push(
      fault(
        'csv-too-long',
        `Seules les ${MOST_LINES} premières lignes du tableau sont lues.`,
        'Découpez le tableau en plusieurs fichiers.',
      ),
    );
  return { rows, faults };
}

/** The separator that stands most often in the first line outside quotes; French spreadsheets write `;`. */
function delimiterOf(text: string): string {
  const first = (/^.*\S.*$/m.exec(text.slice(0, 20_000))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string): number => first.split(separator).length - 1;
  return [';', ',', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function readEvent(
  row: Row,
  columns: readonly (Column | null)[],
  context: { zone: string; reference: Temporal.PlainDate },
): { event: TableEvent | null; faults: Fault[] } {
  const { cells, line } = row;
  const lost = (code: string, message: string, advice: string): { event: null; faults: Fault[] } => ({
    event: null,
    faults: [fault(code, `Ligne ${line} : ${message}`, advice, line)],
  });
  if (cells.slice(columns.length).some((cell) => cell !== '')) {
    return lost(
      'csv-ragged',
      `elle a ${cells.length} cases pour ${columns.length} colonnes ; elle n’est pas affichée.`,
      'Mettez entre guillemets le texte qui contient le séparateur.',
    );
  }
  const written = (column: Column): string => (cells[columns.indexOf(column)] ?? '').replace(/\s+/g, ' ').trim();
  const cell = (column: Column): string => publicLine(written(column));
  const title = cell('titre');
  if (title === '')
    return lost(
      'csv-no-title',
      'il manque le titre ; elle n’est pas affichée.',
      'Écrivez un titre dans la colonne « titre ».',
    );
  if (written('date') === '')
    return lost(
      'csv-no-date',
      `il manque la date de ${quoted(title)}, qui n’est pas affiché.`,
      'Écrivez une date dans la colonne « date », par exemple 05/05/2026.',
    );
  const when = parseWhen([written('date'), written('heure')].filter((text) => text !== '').join(', '), context);
  if (!when.ok)
    return lost(
      when.fault.code,
      `${when.fault.message} L’événement ${quoted(title)} n’est pas affiché.`,
      when.fault.advice,
    );
  const faults = when.warnings.map((warning) =>
    fault(warning.code, `Ligne ${line} : ${warning.message}`, warning.advice, line),
  );
  if (cells.length < columns.length) {
    faults.push(
      fault(
        'csv-ragged',
        `Ligne ${line} : elle a ${cells.length} cases pour ${columns.length} colonnes ; les dernières sont tenues pour vides.`,
        'Complétez la ligne si une case manque au milieu.',
        line,
      ),
    );
  }
  const link = webAddress(cells[columns.indexOf('lien')]?.trim() ?? '');
  const optional = {
    department: cell('departement').replace(/^\d$/, '0$&'),
    venue: cell('lieu'),
    description: cell('description'),
    category: cell('categorie'),
    partners: cell('partenaires'),
    link: link ?? '',
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== ''));
  return { event: { title, town: cell('ville'), ...given, when: when.when, line }, faults };
}
