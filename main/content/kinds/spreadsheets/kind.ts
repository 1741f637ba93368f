import { OLE } from '../../completeness/ole.ts';
import { ZIP } from '../../completeness/zip.ts';
import { ALWAYS_IN_THREAD, fileKind } from '../file-kind.ts';

/** What its sheets hold: events, a row each, or a table that is shown as one. */
export const spreadsheet = fileKind({
  name: 'spreadsheet',
  endings: ['.xlsx', '.xlsm', '.ods'],
  label: 'Classeur',
  icon: 'days',
  formats: [ZIP, OLE],
  read: async () => (await import('../tables/read-table.ts')).readTable,
  parse: {
    inlineBytes: ALWAYS_IN_THREAD,
    load: async () => (await import('./parse-workbook.ts')).parseWorkbook,
  },
  prepare: null,
});
