import { fileKind } from '../file-kind.ts';
import { PLAIN_TEXT } from '../text/plain-text-format.ts';

/** Some hundred rows: reading one takes half a millisecond, since each has dates, hours and texts. */
const SHORT_TABLE = 4 * 1024;

/** An event a row, under a line of headings. */
export const table = fileKind({
  name: 'table',
  endings: ['.csv', '.tsv'],
  label: 'Agenda',
  icon: 'days',
  formats: [PLAIN_TEXT],
  read: async () => (await import('./read-table.ts')).readTable,
  parse: { inlineBytes: SHORT_TABLE, load: async () => (await import('./parse-table.ts')).parseTable },
  prepare: null,
});
