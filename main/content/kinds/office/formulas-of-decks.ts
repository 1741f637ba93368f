import { encodeEntities } from '../../documents/inline.ts';
import { mathText } from '../word/docx-math.ts';
import { parseXml } from '../word/parse-xml.ts';

const FORMULA = /<a14:m\b[^>]*>([\s\S]*?)<\/a14:m>/g;
const LOOK = /<a:rPr\b[^>]*?(?:\/>|>[\s\S]*?<\/a:rPr>)/;
const FACE = /<a:(?:latin|ea|cs|sym)\b[^>]*\/>/g;
/** The name spaces that the slide around a formula declares. */
const NAMES =
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** Whether a slide has a formula. */
export const hasFormula = (slide: string): boolean => slide.includes('<a14:m');

/**
 * A slide with its formulas as text on one line, « x² = (a+b)/2 »: LibreOffice leaves out those that stand beside words, and
 * stretches the others to the size of their box.
 */
export const withPlainFormulas = (slide: string): string =>
  hasFormula(slide)
    ? slide.replace(FORMULA, (formula, inside: string) => {
        const look = LOOK.exec(inside)?.[0].replace(FACE, '') ?? '';
        const text = textOf(inside);
        return text === null ? formula : `<a:r>${look}<a:t>${encodeEntities(text)}</a:t></a:r>`;
      })
    : slide;

function textOf(formula: string): string | null {
  try {
    return mathText(parseXml(Buffer.from(`<m:formula ${NAMES}>${formula}</m:formula>`)));
  } catch {
    // A slide that is broken is given to LibreOffice as it stands.
    return null;
  }
}
