import { documentOf } from '../../documents/document.ts';
import type { Refused } from '../../faults/fault.ts';
import { type DocumentText, withoutRelease, withRelease } from '../../press-release/document-text.ts';
import type { Parse } from '../file-kind.ts';
import { hasLooseTable } from './loose-table.ts';
import { runsToBlocks } from './pdf-blocks.ts';
import { readPdfText } from './pdf-text.ts';

/**
 * The blocks of a PDF, and the events that it announces. A scan has no text, and gives no blocks. A programme in columns that
 * cannot be told apart announces nothing: its pages are shown.
 */
export const parsePdf: Parse<DocumentText | Refused> = async (source) => {
  const text = await readPdfText(source.bytes);
  if (!text.ok) return text;
  const document = documentOf(runsToBlocks(text.pages));
  return hasLooseTable(text.pages) ? withoutRelease(document, source) : withRelease(document, source);
};
