import type { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE, type Completeness, DOUBTFUL_ZEROS, TRUNCATED } from '../../completeness/completeness.ts';
import type { Format, Head } from '../../completeness/format.ts';
import { plainTextCompleteness } from '../text/plain-text-format.ts';
import { isWide, narrowed } from './svg-source.ts';

/** What may stand before the root of an XML document: its declaration, instructions, comments, a document type. */
const PROLOG = /(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\s[^[>]*(?:\[[\s\S]*?\]\s*)?>)*/iy;
const SVG_ROOT = /^<(?:[\w-]+:)?svg[\s/>]/i;
/** The beginnings of a drawing, where its root has not come yet. */
const XML_START = /^(?:<\?xml\s|<!DOCTYPE\s+svg\b)/i;

/**
 * Whether the root element is that of a drawing. An XML file without any root yet is taken for the unfinished copy of a
 * drawing, since drawings are the only XML that is shown.
 */
function isSvg({ text, longBytes }: Head): boolean {
  const markup = (from: string): string =>
    (isWide(text) ? narrowed(from) : from.replace(/^\xef\xbb\xbf/, '')).trimStart();
  const start = markup(text);
  if (!start.startsWith('<')) return false;
  const xml = markup(longBytes.toString('latin1'));
  const root = xml.slice(prologLength(xml));
  const isRootMissing = !/^<[\w:]/.test(root) || !/[\s/>]/.test(root);
  return SVG_ROOT.test(root) || (isRootMissing && XML_START.test(start));
}

/** How many characters stand before the root of an XML document. */
export function prologLength(xml: string): number {
  PROLOG.lastIndex = 0;
  return PROLOG.exec(xml)?.[0].length ?? 0;
}

/** A drawing is complete when its root is closed; comments may follow. */
async function svgCompleteness(bytes: Bytes): Promise<Completeness> {
  const last = (await bytes.at(Math.max(0, bytes.size - 4096), 4096)).toString('latin1');
  const isInTwo = isWide((await bytes.at(0, 2)).toString('latin1'));
  const text = isInTwo ? COMPLETE : await plainTextCompleteness(bytes);
  if (!text.complete) return CLOSED_BEFORE_ZEROS.test(last) ? DOUBTFUL_ZEROS : text;
  const tail = (isInTwo ? narrowed(last) : last).trimEnd();
  if (/<\/([\w-]+:)?svg\s*>(\s*(?:<!--[\s\S]*?-->|<\?[\s\S]*?\?>))*$/i.test(tail)) return COMPLETE;
  return bytes.size <= 4096 && /<svg\b[^<]*\/>$/i.test(tail) ? COMPLETE : TRUNCATED;
}

/** Some programs write the zeros with which their strings end. */
const CLOSED_BEFORE_ZEROS = /<\/(?:[\w-]+:)?svg\s*>\s*\0+\s*$/i;

export const SVG: Format = { ending: '.svg', sign: isSvg, completeness: svgCompleteness };
