import type { Refused } from '../../faults/fault.ts';
import type { DocumentText } from '../../press-release/document-text.ts';
import { releaseReading } from '../../press-release/read-release.ts';
import { type Reader, refusal } from '../../reading/reading.ts';
import { blocksSlide } from '../text/blocks-slide.ts';

/** `.docx` and `.odt`: a press release, or else a text slide. */
export const readWordProcessor: Reader<DocumentText | Refused> = async (unit, tools) => {
  const [file] = unit.files;
  const document = await tools.parse(file);
  if (!document.ok) return refusal(file.path, document.fault);
  const release = await releaseReading(document, unit, tools);
  if (release !== null) return release;
  const { blocks, links = [], warnings: faults, namedDays, soleDay } = document;
  return blocksSlide({ blocks, links, faults, namedDays, soleDay }, unit, tools);
};
