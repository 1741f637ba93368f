import { documentOf } from '../../documents/document.ts';
import { type LooseBlock, ranked } from '../../documents/paragraph.ts';
import { type Fault, quoted, type Refused, refuse } from '../../faults/fault.ts';
import { inSchoolYear, schoolYearTold } from '../../school-year.ts';
import type { Parse, ParseSource } from '../file-kind.ts';
import { eventList } from '../tables/event-list.ts';
import { isListOfAbsences } from '../tables/find-heading.ts';
import { type ParsedTable, withNotice } from '../tables/parse-table.ts';
import { shownPlain } from '../tables/plain-table.ts';
import { MAX_FAULTS } from '../tables/read-events.ts';
import { namesOf, readTables } from '../tables/read-tables.ts';
import type { TableEvent } from '../tables/row-event.ts';
import { foundStranger } from '../word/found-stranger.ts';
import { readOds } from './read-ods.ts';
import { readXlsx } from './read-xlsx.ts';
import { listRows, sheetBlocks } from './sheet-tables.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { emptyWorkbook, sheetsLeft } from './workbook-faults.ts';

/** The events of the sheets of a workbook, or else their tables. */
export const parseWorkbook: Parse<ParsedTable | Refused> = async (source) => {
  const book = await openWorkbook(source);
  if (!book.ok) return book;
  const sheets = book.sheets.filter(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ lines }) => lines.length > 0)),
  );
  if (sheets.length === 0) return refuse(book.faults[0] ?? emptyWorkbook());
  const { events, faults, others } = eventsOf(sheets, source);
  if (events.length > 0 || faults.length > 0) {
    const left = others.length > 0 ? [sheetsLeft(others.map(({ name }) => name))] : [];
    return {
      ok: true,
      events,
      blocks: [],
      notice: null,
      namedDays: null,
      soleDay: null,
      faults: [...left, ...book.faults, ...faults].slice(0, MAX_FAULTS),
    };
  }
  const { blocks, warnings } = documentOf(ranked(blocksOf(others)));
  return withNotice({ events: [], blocks, faults: [...book.faults, ...warnings, shownPlain()] }, source);
};

async function openWorkbook({ bytes, ending, format }: ParseSource): Promise<Workbook | Refused> {
  // A workbook with macros has the same parts as one without.
  const plain = ending === '.xlsm' ? '.xlsx' : ending;
  const stranger = await foundStranger({ bytes, format, ending: plain });
  if (stranger !== null) return refuse(stranger);
  return ending === '.ods' ? readOds(bytes) : readXlsx(bytes);
}

interface SheetEvents {
  readonly events: readonly TableEvent[];
  readonly faults: readonly Fault[];
  /** The sheets that are no lists of events. */
  readonly others: readonly Sheet[];
}

function eventsOf(sheets: readonly Sheet[], context: ParseSource): SheetEvents {
  const events: TableEvent[] = [];
  const faults: Fault[] = [];
  const others: Sheet[] = [];
  for (const sheet of sheets) {
    const rows = listRows(sheet);
    const titles = [sheet.name, ...namesOf(context.path ?? context.fileName)];
    const list = eventList(rows, context.reference, titles);
    const names = [context.path ?? context.fileName ?? '', sheet.name];
    if (list === null || isListOfAbsences(list.head, rows, names)) {
      others.push(sheet);
      continue;
    }
    const above = list.above.flatMap(({ cells }) => cells);
    const own = inSchoolYear(context, [context.fileName ?? '', sheet.name, ...above]);
    const read = readTables(list.rows, list.head, own, [...above, ...titles]);
    const told = schoolYearTold(
      rows.flatMap(({ cells }) => cells),
      own,
    );
    events.push(...read.events);
    faults.push(
      ...[...told, ...list.faults, ...read.faults].map((fault) => (sheets.length > 1 ? inSheet(fault, sheet) : fault)),
    );
  }
  return { events, faults, others };
}

const inSheet = (fault: Fault, { name }: Sheet): Fault => ({
  ...fault,
  message: `Feuille ${quoted(name)} – ${fault.message}`,
});

/** The blocks of sheets, under their names where there are several. */
function blocksOf(sheets: readonly Sheet[]): LooseBlock[] {
  return sheets.flatMap((sheet): LooseBlock[] => [
    ...(sheets.length > 1 ? [{ kind: 'heading' as const, level: 2, text: sheet.name }] : []),
    ...sheetBlocks(sheet),
  ]);
}
