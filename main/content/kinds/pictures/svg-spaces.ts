const TEXT = /<text\b([^>]*)>([\s\S]*?)(?=<\/text>)/gi;
/** White space that is written as it stands: librsvg keeps it too. */
const PRESERVED = /xml:space\s*=\s*["']preserve|white-space\s*:\s*(?:pre|break-spaces)/i;
const WHITE_SPACE = /[ \t\r\n]+/g;
const SPACE_MODE = /\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/i;
/** A second space, behind the edge of a part. */
const TWICE = / ((?:<\/?tspan\b[^>]*>)+) /gi;
/** The spaces around the beginning of a part with a place of its own: those of an end and of a start of a line. */
const AT_PLACE = / ?((?:<\/tspan>)*) ?(<tspan\b[^>]*\s(?:x|y|dy)\s*=[^>]*>) ?/gi;
/** A space at the edge of a part, which librsvg leaves out. */
const AT_EDGE = /<tspan\b[^>]*>[ \t\r\n]|[ \t\r\n]<\/tspan>/i;

/** The same drawing with the spaces at the edges of the parts of a text (`tspan`) kept: librsvg would join their words. */
export function keepSpaces(svg: string): string {
  if (!AT_EDGE.test(svg) || PRESERVED.test(/<svg\b[^>]*>/i.exec(svg)?.[0] ?? '')) return svg;
  return svg.replace(TEXT, (all, attributes: string, inside: string) => {
    if (PRESERVED.test(attributes) || !AT_EDGE.test(inside)) return all;
    const words = inside.replace(WHITE_SPACE, ' ').replace(AT_PLACE, '$1$2').replace(TWICE, ' $1');
    return `<text xml:space="preserve"${attributes.replace(SPACE_MODE, '')}>${words.replace(/^ | $/g, '')}`;
  });
}
