import { OLE } from '../../completeness/ole.ts';
import { ZIP } from '../../completeness/zip.ts';
import { MAX_PAGE_MS } from '../../preparation/limits.ts';
import { fileKind, type PrepareWork } from '../file-kind.ts';

/** LibreOffice makes a PDF of the file, and its pages are shown. */
const asPages: PrepareWork = {
  how: 'converted',
  load: async () => (await import('../pdf/prepare-pdf.ts')).preparePdf,
  keepsMemory: () => true,
  maxStepMs: MAX_PAGE_MS,
};

export const deck = fileKind({
  name: 'deck',
  endings: ['.pptx', '.ppt', '.odp'],
  label: 'Diaporama',
  icon: 'page',
  formats: [ZIP, OLE],
  read: async () => (await import('../pictures/read-picture.ts')).readPicture,
  parse: null,
  prepare: asPages,
});

/** Word and Excel before 2007. */
export const oldDocument = fileKind({
  name: 'old document',
  endings: ['.doc', '.xls'],
  label: 'Document',
  icon: 'page',
  formats: [OLE, ZIP],
  read: async () => (await import('../pictures/read-picture.ts')).readPicture,
  parse: null,
  prepare: asPages,
});
