import { OLE } from '../../completeness/ole.ts';
import { ZIP } from '../../completeness/zip.ts';
import { ALWAYS_IN_THREAD, fileKind } from '../file-kind.ts';

/** A press release, or else a text slide. */
export const wordProcessor = fileKind({
  name: 'word processor',
  endings: ['.docx', '.docm', '.odt'],
  label: 'Document',
  icon: 'page',
  formats: [ZIP, OLE],
  read: async () => (await import('./read-word-processor.ts')).readWordProcessor,
  parse: {
    inlineBytes: ALWAYS_IN_THREAD,
    load: async () => (await import('./parse-word-processor.ts')).parseWordProcessor,
  },
  prepare: null,
});
