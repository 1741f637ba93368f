import { Bytes } from '../../completeness/bytes.ts';
import { SOME_TEXT } from '../../completeness/format.ts';
import { OLE } from '../../completeness/ole.ts';
import { oleContent } from '../../completeness/ole-directory.ts';
import { ZIP } from '../../completeness/zip.ts';
import type { Fault } from '../../faults/fault.ts';
import { faults, strangerFault } from '../../faults/file-faults.ts';
import type { ParseSource } from '../file-kind.ts';
import { archiveEnding } from './archive.ts';
import { lockedDocument, lockedOrOldDocument } from './word-faults.ts';

/**
 * The fault of a photo, a PDF, a document under a password … under the name of a document; null for a document, and for what
 * may be the unfinished copy of one.
 */
export async function foundStranger({
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
    // Macros are never unpacked: with them, the text is the same.
    return real === null || real === ending || (real === '.docx' && ending === '.docm')
      ? null
      : strangerFault(ending, real);
  }
  if (format.ending !== null) return strangerFault(ending, format.ending);
  return format === SOME_TEXT ? faults.notMedia(ending) : null;
}
