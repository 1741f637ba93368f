import type { TextItem } from '../../../programme/item.ts';
import { blocksHtml } from '../../documents/blocks-html.ts';
import { textTooLong } from '../../documents/limits.ts';
import { problemOf, type Refused } from '../../fault.ts';
import type { DocumentText } from '../../press-release/document-text.ts';
import { releaseReading } from '../../press-release/read-release.ts';
import { nothing, type Reader, refusal } from '../../reading.ts';
import { baseOf } from '../base.ts';
import { textSlide } from '../text/text-slide.ts';

/** `.docx` and `.odt`: a press release, or else a text slide. */
export const readWordProcessor: Reader<DocumentText | Refused> = async (unit, tools) => {
  const [file] = unit.files;
  const document = await tools.parse(file);
  if (!document.ok) return refusal(file.path, document.fault);
  const release = await releaseReading(document, unit, tools);
  if (release !== null) return release;
  const { title, html, cut } = blocksHtml(document.blocks);
  const base = baseOf(unit, tools, title ?? 'Information');
  if (base.refused) return { ...nothing, problems: base.problems };
  const item: TextItem = {
    ...base.fields,
    ...(title === null ? {} : { title, titled: true }),
    kind: 'text',
    html,
    links: document.links ?? [],
  };
  const isTold = document.warnings.some(({ code }) => code === textTooLong().code);
  const told = cut && !isTold ? [...document.warnings, textTooLong()] : document.warnings;
  const undated = item.when === null && document.namedDays !== null ? [document.namedDays] : [];
  const warnings = [...told, ...undated].map((fault) => problemOf(file.path, 'warning', fault));
  return textSlide(item, title !== null, [...base.problems, ...warnings]);
};
