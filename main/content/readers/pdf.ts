import type { Reader } from '../reading.ts';
import { readPicture } from './picture.ts';
import { releaseReading } from './release.ts';

/** `.pdf`: the events of a press release, or else a picture a page. */
export const readPdf: Reader = async (unit, tools) => {
  const [file] = unit.files;
  const document = await tools.text('readDocumentText', file);
  // A document whose text cannot be had (a scan, a fault) may still have pages; the workshop answers for those.
  const release = document.ok ? releaseReading(document, unit, tools) : null;
  return release ?? readPicture(unit, tools);
};
