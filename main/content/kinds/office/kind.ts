import { OLE } from '../../completeness/ole.ts';
import { ZIP } from '../../completeness/zip.ts';
import { MAX_PAGE_MS } from '../../preparation/limits.ts';
import { fileKind, type PrepareWork } from '../file-kind.ts';
import { RTF } from './rtf-format.ts';

/** LibreOffice makes a PDF of the file, and its pages are shown. */
const asPages: PrepareWork = {
  how: 'converted',
  load: async () => (await import('../pdf/prepare-pdf.ts')).preparePdf,
  keepsMemory: () => true,
  maxStepMs: MAX_PAGE_MS,
};

export const deck = fileKind({
  name: 'deck',
  endings: ['.pptx', '.ppt', '.odp', '.ppsx', '.pps', '.pptm', '.ppsm'],
  label: 'Diaporama',
  icon: 'page',
  formats: [ZIP, OLE],
  read: async () => (await import('../pictures/read-picture.ts')).readPicture,
  parse: null,
  prepare: asPages,
});

/** Word and Excel before 2007, and the texts that other programs write under the name of Word. */
export const oldDocument = fileKind({
  name: 'old document',
  endings: ['.doc', '.xls', '.rtf'],
  label: 'Document',
  icon: 'page',
  formats: [OLE, ZIP, RTF],
  read: async () => (await import('../pictures/read-picture.ts')).readPicture,
  parse: null,
  prepare: asPages,
});
