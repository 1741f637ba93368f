import type { Fault } from '../../faults/fault.ts';
import { svgFontsReplaced } from './picture-faults.ts';

/** A font that a drawing carries, or fetches; none holds a brace. */
const FACE = /@font-face\s*\{[^{}]*\}/gi;
/** A style sheet of one of the sites that serve nothing but fonts. */
const HOST = String.raw`//(?:fonts\.(?:googleapis|gstatic|bunny|cdnfonts)|use\.typekit|use\.fontawesome|fast\.fonts)\.(?:com|net)/`;
const IMPORT = new RegExp(
  String.raw`@import\s+(?:url\(\s*["']?(?:https?:)?${HOST}[^"')]*["']?\s*\)|"(?:https?:)?${HOST}[^"]*"|'(?:https?:)?${HOST}[^']*')[^;{}<]*;?`,
  'gi',
);
/** The address of a font in SVG 1.1. */
const ADDRESS = /<font-face-uri\b[^>]*(?:\/>|>[\s\S]*?<\/font-face-uri>)/gi;
const WORDS = /<(?:[\w-]+:)?(?:text|foreignObject)\b/i;

/**
 * The same drawing without the fonts that it carries or fetches: librsvg knows only those of the machine, and nothing is ever
 * fetched. Browsers do not fetch them for a picture either. Warns where words are written in another font for it.
 */
export function withoutFonts(svg: string): { readonly svg: string; readonly warnings: Fault[] } {
  let isReplaced = false;
  const take = (found: string): string => {
    isReplaced ||= /url\(|@import|href/i.test(found);
    return '';
  };
  const bare = svg.replace(FACE, take).replace(IMPORT, take).replace(ADDRESS, take);
  return { svg: bare, warnings: isReplaced && WORDS.test(bare) ? [svgFontsReplaced()] : [] };
}
