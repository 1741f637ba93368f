import { releaseReading } from '../../press-release/read-release.ts';
import { contactsOnPages } from '../../privacy/contacts-on-pages.ts';
import { type Reader, refusal } from '../../reading.ts';
import { problemOf } from '../base.ts';
import { readPicture } from '../pictures/read-picture.ts';

/** `.pdf`: the events of a press release, or else a picture a page. */
export const readPdf: Reader = async (unit, tools) => {
  const [file] = unit.files;
  const document = await tools.text('readDocumentText', file);
  // Text that was never had may be that of a press release, whose pages carry its press contact: they are not shown as
  // pictures, not even once hope is given up. Its problem says what to do.
  if (!document.ok && 'unread' in document) {
    return refusal(problemOf(file.path, 'refused', document.fault), 'retry' in document);
  }
  // A document whose text cannot be had (a scan, a fault) may still have pages; the media preparer answers for those.
  const release = document.ok ? await releaseReading(document, unit, tools) : null;
  if (release !== null) return release;
  const pages = await readPicture(unit, tools);
  return document.ok ? contactsOnPages(pages, document.blocks, unit, tools) : pages;
};
