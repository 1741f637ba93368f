import type { TextItem } from '../../../programme/item.ts';
import { blocksHtml } from '../../documents/blocks-html.ts';
import { releaseReading } from '../../press-release/read-release.ts';
import { nothing, type Reader, refusal } from '../../reading.ts';
import { baseOf, problemOf } from '../base.ts';
import { textSlide } from '../text/text-slide.ts';

/** `.docx` and `.odt`: a press release, or else a text slide. */
export const readWordProcessor: Reader = async (unit, tools) => {
  const [file] = unit.files;
  const document = await tools.text('readDocumentText', file);
  if (!document.ok) return refusal(problemOf(file.path, 'refused', document.fault), 'retry' in document);
  const release = await releaseReading(document, unit, tools);
  if (release !== null) return release;
  const { title, html } = blocksHtml(document.blocks);
  const base = baseOf(unit, tools, title ?? 'Information');
  if (base.refused) return { ...nothing, problems: base.problems };
  const item: TextItem = {
    ...base.fields,
    ...(title === null ? {} : { title, titled: true }),
    kind: 'text',
    html,
    links: [],
  };
  const warnings = document.warnings.map((fault) => problemOf(file.path, 'warning', fault));
  return textSlide(item, title !== null, [...base.problems, ...warnings]);
};
