import { fileKind, SHORT_TEXT } from '../file-kind.ts';
import { PLAIN_TEXT } from '../text/plain-text-format.ts';

/** An event a row, under a line of headings. */
export const table = fileKind({
  name: 'table',
  endings: ['.csv'],
  label: 'Agenda',
  icon: 'days',
  formats: [PLAIN_TEXT],
  read: async () => (await import('./read-table.ts')).readTable,
  parse: { inlineBytes: SHORT_TEXT, load: async () => (await import('./parse-table.ts')).parseTable },
  prepare: null,
});
