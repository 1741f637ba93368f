import { MAX_PAGE_MS } from '../../preparation/limits.ts';
import { ALWAYS_IN_THREAD, fileKind } from '../file-kind.ts';
import { PDF } from './pdf-format.ts';

/** A press release, or else a picture a page. */
export const pdf = fileKind({
  name: 'pdf',
  endings: ['.pdf'],
  label: 'Document PDF',
  icon: 'page',
  formats: [PDF],
  read: async () => (await import('./read-pdf.ts')).readPdf,
  parse: { inlineBytes: ALWAYS_IN_THREAD, load: async () => (await import('./parse-pdf.ts')).parsePdf },
  prepare: {
    how: 'decoded',
    load: async () => (await import('./prepare-pdf.ts')).preparePdf,
    keepsMemory: () => true,
    maxStepMs: MAX_PAGE_MS,
  },
});
