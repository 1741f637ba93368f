import { SOME_TEXT } from '../../completeness/format.ts';
import { ZIP } from '../../completeness/zip.ts';
import type { DocumentBlocks } from '../../documents/block.ts';
import { documentOf, type ReadDocument } from '../../documents/document.ts';
import { type Fault, type Refused, refuse } from '../../fault.ts';
import { faults, strangerFault } from '../../file-faults.ts';
import { type DocumentText, withRelease } from '../../press-release/document-text.ts';
import type { Parse, ParseSource } from '../file-kind.ts';
import { archiveEnding } from './archive.ts';
import { docxBlocks } from './docx.ts';
import { odtBlocks } from './odt.ts';
import { emptyDocument, picturesLost, picturesOnly } from './word-faults.ts';

/** The blocks of a `.docx` or `.odt`, and the events that it announces. */
export const parseWordProcessor: Parse<DocumentText | Refused> = async (source) =>
  withRelease(await wordProcessorDocument(source), source);

/** The blocks of a `.docx` or `.odt`: only its text is shown, so the warnings say where it loses its pictures. */
export async function wordProcessorDocument(
  source: Pick<ParseSource, 'bytes' | 'ending' | 'format'>,
): Promise<ReadDocument | Refused> {
  const stranger = foundStranger(source);
  if (stranger) return refuse(stranger);
  const answer = source.ending === '.docx' ? await docxBlocks(source.bytes) : odtBlocks(source.bytes);
  return answer.ok ? documentOfText(answer) : answer;
}

function documentOfText({ blocks, pictures }: DocumentBlocks): ReadDocument | Refused {
  if (blocks.length === 0) return refuse(pictures ? picturesOnly() : emptyDocument());
  const read = documentOf(blocks);
  return pictures ? { ...read, warnings: [...read.warnings, picturesLost()] } : read;
}

/**
 * The fault of a photo, a PDF … under the name of a document; null for a document, and for what may be the unfinished copy
 * of one.
 */
function foundStranger({ bytes, ending, format }: Pick<ParseSource, 'bytes' | 'ending' | 'format'>): Fault | null {
  if (bytes.length === 0) return null;
  if (format === ZIP) {
    const real = archiveEnding(bytes);
    return real === null || real === ending ? null : strangerFault(ending, real);
  }
  if (format.ending !== null) return strangerFault(ending, format.ending);
  return format === SOME_TEXT ? faults.notMedia(ending) : null;
}
