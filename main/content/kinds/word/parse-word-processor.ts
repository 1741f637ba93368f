import { Bytes } from '../../completeness/bytes.ts';
import { SOME_TEXT } from '../../completeness/format.ts';
import { OLE } from '../../completeness/ole.ts';
import { oleContent } from '../../completeness/ole-directory.ts';
import { ZIP } from '../../completeness/zip.ts';
import { documentOf, type ReadDocument } from '../../documents/document.ts';
import { ranked } from '../../documents/paragraph.ts';
import { withTabTables } from '../../documents/tab-tables.ts';
import { type Fault, type Refused, refuse } from '../../fault.ts';
import { faults, strangerFault } from '../../file-faults.ts';
import { type DocumentText, withRelease } from '../../press-release/document-text.ts';
import type { Parse, ParseSource } from '../file-kind.ts';
import { archiveEnding } from './archive.ts';
import { readDocx } from './docx.ts';
import { readOdt } from './odt.ts';
import { warningsOf } from './told.ts';
import {
  emptyDocument,
  insertedLost,
  lockedDocument,
  lockedOrOldDocument,
  nothingShown,
  picturesOnly,
} from './word-faults.ts';
import type { WrittenDocument } from './written-document.ts';

/** The blocks of a `.docx` or `.odt`, and the events that it announces. */
export const parseWordProcessor: Parse<DocumentText | Refused> = async (source) =>
  withRelease(await wordProcessorDocument(source), source);

/** The blocks of a `.docx` or `.odt`: only its text is shown, so the warnings say what of it is not. */
export async function wordProcessorDocument(
  source: Pick<ParseSource, 'bytes' | 'ending' | 'format'>,
): Promise<ReadDocument | Refused> {
  const stranger = await foundStranger(source);
  if (stranger) return refuse(stranger);
  const answer = source.ending === '.docx' ? readDocx(source.bytes) : readOdt(source.bytes);
  return answer.ok ? documentOfText(answer) : answer;
}

function documentOfText({ blocks: written, told }: WrittenDocument): ReadDocument | Refused {
  const { blocks, guesses } = withTabTables(written);
  for (const guess of guesses) told.others.add(guess);
  const warnings = warningsOf(told);
  if (blocks.length > 0) return documentOf(ranked(blocks), warnings);
  if (told.unshown.size > 0) return refuse(picturesOnly(told.unshown));
  if (told.others.has('inserted')) return refuse(insertedLost());
  return refuse(warnings.length > 0 || told.others.has('hidden') ? nothingShown() : emptyDocument());
}

/**
 * The fault of a photo, a PDF, a document under a password … under the name of a document; null for a document, and for what
 * may be the unfinished copy of one.
 */
async function foundStranger({
  bytes,
  ending,
  format,
}: Pick<ParseSource, 'bytes' | 'ending' | 'format'>): Promise<Fault | null> {
  if (bytes.length === 0) return null;
  if (format === OLE) {
    const old = await oleContent(Bytes.of(bytes));
    if (old.isLocked) return lockedDocument();
    return old.ending === null ? lockedOrOldDocument() : strangerFault(ending, old.ending);
  }
  if (format === ZIP) {
    const real = archiveEnding(bytes);
    return real === null || real === ending ? null : strangerFault(ending, real);
  }
  if (format.ending !== null) return strangerFault(ending, format.ending);
  return format === SOME_TEXT ? faults.notMedia(ending) : null;
}
