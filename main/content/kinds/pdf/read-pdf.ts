import { linesOf } from '../../documents/table.ts';
import type { Refused } from '../../faults/fault.ts';
import type { DocumentText } from '../../press-release/document-text.ts';
import { releaseReading } from '../../press-release/read-release.ts';
import { contactsOnPages } from '../../privacy/contacts-on-pages.ts';
import { reachesPerson } from '../../privacy/public-lines.ts';
import { type Reader, refusal } from '../../reading/reading.ts';
import { readPicture, withNamedDays } from '../pictures/read-picture.ts';
import { pdfTooHeavy } from './pdf-faults.ts';

/** `.pdf`: the events of a press release, or else a picture a page. */
export const readPdf: Reader<DocumentText | Refused> = async (unit, tools) => {
  const [file] = unit.files;
  const document = await tools.parse(file);
  // A document that was never read to its end may be a press release, whose pages carry its press contact: they are never
  // shown as pictures, not even after the last try. Its problem says what to do.
  if (!document.ok && 'unread' in document) return refusal(file.path, document.fault);
  if (!document.ok && document.fault.code === pdfTooHeavy().code) return refusal(file.path, document.fault);
  // A document without text that can be read (a scan, a damaged one) may still have pages: the media preparer tries.
  const release = document.ok ? await releaseReading(document, unit, tools) : null;
  if (release !== null) return release;
  const pages = await readPicture(unit, tools);
  if (!document.ok) return pages;
  const told = withNamedDays(pages, document.namedDays, unit);
  return reachesPerson(linesOf(document.blocks)) ? contactsOnPages(told, unit, tools) : told;
};
