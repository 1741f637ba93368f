import { prologLength } from './svg-format.ts';

/**
 * Dots an inch at which librsvg takes millimetres and points as browsers do: 96 CSS pixels an inch. Sharp enlarges a drawing
 * by `density / 72`, and librsvg converts units by the density too, so that at any other one they would be scaled twice.
 */
export const CSS_DENSITY = 96;
const SHARP_SCALE = CSS_DENSITY / 72;

/** CSS pixels of each unit (CSS Values 4, 6.2); `em` and the like with the font size of a document without styles. */
const UNITS: { readonly [unit: string]: number } = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  rem: 16,
  ex: 8,
};
/** The tag of the root, where the prolog has ended. */
export const ROOT = /^<(?:[\w-]+:)?svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/i;
const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';
const STYLED_SIZE = /(^|;)\s*(?:min-|max-)?(?:width|height)\s*:[^;]*/gi;

/**
 * The same drawing (one character a byte) with its root so large that its long side is `longSide` pixels at `CSS_DENSITY`.
 * Null where it says neither a size nor a view box.
 */
export function sizeSvg(svg: string, longSide: number): string | null {
  const start = prologLength(svg);
  const root = ROOT.exec(svg.slice(start))?.[0];
  if (root === undefined) return null;
  const size = sizeOf(root);
  if (size === null) return null;
  const scale = longSide / Math.max(size.width, size.height) / SHARP_SCALE;
  const box = attribute(root, 'viewBox') === null ? ` viewBox="0 0 ${size.width} ${size.height}"` : '';
  const bare = root
    .replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/(\sstyle\s*=\s*)("[^"]*"|'[^']*')/i, (_, name: string, style: string) => {
      return `${name}${style[0]}${style.slice(1, -1).replace(STYLED_SIZE, '$1')}${style[0]}`;
    });
  // A drawing that was copied out of a web page does not say what it is.
  const namespace = /^<svg/i.test(root) && attribute(root, 'xmlns') === null ? ` ${NAMESPACE}` : '';
  const sides = `width="${atLeastOne(size.width * scale)}" height="${atLeastOne(size.height * scale)}"`;
  const sized = bare.replace(/\s*\/?>$/, (end) => `${namespace}${box} ${sides}${end.trim()}`);
  return svg.slice(0, start) + sized + svg.slice(start + root.length);
}

const atLeastOne = (pixels: number): number => Math.max(1, pixels);

/** Width and height of a root element in CSS pixels: as it says, or else of its view box. */
function sizeOf(root: string): { readonly width: number; readonly height: number } | null {
  const box = (attribute(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  const hasBox = box.length === 4 && boxWidth > 0 && boxHeight > 0;
  const width = pixelsOf(attribute(root, 'width'));
  const height = pixelsOf(attribute(root, 'height'));
  if (width !== null && height !== null) return { width, height };
  if (!hasBox) return null;
  if (width !== null) return { width, height: (width * boxHeight) / boxWidth };
  return height === null ? { width: boxWidth, height: boxHeight } : { width: (height * boxWidth) / boxHeight, height };
}

/** CSS pixels of a length; null where there is none, and for a percentage, of which nobody says of what. */
function pixelsOf(length: string | null): number | null {
  const [, value = '', unit = ''] = /^\s*\+?([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '') ?? [];
  const pixels = Number(value) * (UNITS[unit.toLowerCase()] ?? 0);
  return pixels > 0 ? pixels : null;
}

/** The value of an attribute of a tag; null where it has none. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
  return found ? (found[1] ?? found[2] ?? '') : null;
}
