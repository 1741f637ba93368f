import sharp from 'sharp';
import type { Fault } from '../../faults/fault.ts';
import { joinWords, type PictureWords, pictureWords } from '../../preparation/picture-words.ts';
import { svgEntities, svgNothing, svgRareLetters, svgRemote, svgScript, svgTooLarge } from './picture-faults.ts';
import { withBackground } from './svg-background.ts';
import { inFrench } from './svg-conditions.ts';
import { resolveCss } from './svg-css.ts';
import { expandEntities } from './svg-entities.ts';
import { withoutFonts } from './svg-fonts.ts';
import { redrawHtml } from './svg-html.ts';
import { withInnerDrawings } from './svg-inner.ts';
import { lostOf, lostTexts } from './svg-lost.ts';
import { withKnownPictures } from './svg-pictures.ts';
import { plainRules } from './svg-rules.ts';
import { CSS_DENSITY, sizeSvg } from './svg-size.ts';
import { svgSource } from './svg-source.ts';
import { keepSpaces } from './svg-spaces.ts';
import { rareLetters, wordsOf } from './svg-words.ts';
import { MAX_SVG_BYTES } from './svgz-format.ts';

/** librsvg takes 3 kB for an element: a drawing of more would take over 600 MB. */
const MAX_ELEMENTS = 200_000;

/** A drawing within a drawing within a drawing … */
const MAX_INNER_DEPTH = 3;

const REFERENCE = /\s(?:[\w-]+:)?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/giu;
/** A link, a program, and remarks of another language than SVG: whatever they name, nothing of it is drawn. */
const UNDRAWN =
  /^<(?:(?:\w+:)?(?:a|script)\s|(?!svg:|xi:)[\w-]+:(?!(?:image|use|feImage|tref|include|img|source|object|embed|iframe|video|audio|link)\s))/i;
/** A program in the drawing, or what would start one when it is touched. */
const SCRIPT = /<(?:\w+:)?script[\s>/]|<[^<>]*\son[a-z]+\s*=/i;
const CSS_URL = /url\(\s*["']?([^"')]*)/giu;

/**
 * The fault of a drawing, before anything decodes it: entities (which may expand without end), and references to what is
 * outside the file. Null for a harmless one. Scripts and links are harmless: a drawing becomes pixels, and nothing runs in it.
 */
function judgeSvg(text: string): Fault | null {
  if (/<!ENTITY/i.test(text)) return svgEntities();
  if (/<\?xml-stylesheet|@import|<(\w+:)?include\b/i.test(text)) return svgRemote();
  for (const found of text.matchAll(REFERENCE)) {
    const element = text.slice(text.lastIndexOf('<', found.index), found.index + 1);
    if (!UNDRAWN.test(element) && isOutside(found[1] ?? found[2] ?? '')) return svgRemote();
  }
  for (const [, target = ''] of text.matchAll(CSS_URL)) if (isOutside(target)) return svgRemote();
  return null;
}

function hasTooManyElements(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    // An end tag, a comment and a declaration are no elements.
    if (/[/!?]/.test(text[at + 1] ?? '')) continue;
    count += 1;
    if (count > MAX_ELEMENTS) return true;
  }
  return false;
}

/** Inside are fragments of the drawing and bitmaps within it; what is left of drawings within it may hold any reference. */
function isOutside(target: string): boolean {
  // Some programs write `url(#a)` where the name of a fragment alone belongs.
  const trimmed = target
    .trim()
    .replace(/&#?\w+;/g, '?')
    .replace(/^url\(\s*(?=#)/i, '');
  return trimmed !== '' && !trimmed.startsWith('#') && !/^data:(?!image\/svg|text\/)/i.test(trimmed);
}

/** A drawing as librsvg draws it, at the density for it. */
interface DrawableSvg {
  readonly pixels: Uint8Array;
  readonly density: number;
  readonly warnings: readonly Fault[];
  /** What it says; null where it has no text. */
  readonly words: PictureWords | null;
  /** Why nothing is to be seen of one that loses its words, or is made of what is not drawn; absent where nothing is lost. */
  readonly whenEmpty?: Fault;
}

/**
 * Judges a drawing, and mends what librsvg draws otherwise than browsers: sizes with units, variables of CSS, text that is
 * HTML. The fault of a drawing that is refused.
 */
export async function drawableSvg(file: Uint8Array, longSide: number, depth = 0): Promise<DrawableSvg | Fault> {
  if (file.length > MAX_SVG_BYTES) return svgTooLarge();
  const fonts = withoutFonts(inFrench(expandEntities(svgSource(file))));
  const rules = plainRules(fonts.svg);
  if (hasTooManyElements(rules.svg)) return svgTooLarge();
  const inner = await withInnerDrawings(rules.svg, (bytes, side) =>
    depth < MAX_INNER_DEPTH ? drawableSvg(bytes, side, depth + 1) : Promise.resolve(svgTooLarge()),
  );
  if ('code' in inner) return inner;
  const plain = inner.svg;
  const refused = judgeSvg(plain);
  if (refused) return refused;
  const pictured = await withKnownPictures(plain);
  if ('code' in pictured) return pictured;
  const coloured = resolveCss(pictured.svg, MAX_SVG_BYTES);
  const texts = redrawHtml(coloured.svg);
  const spaced = keepSpaces(texts.svg);
  const sized = sizeSvg(spaced, longSide);
  const drawn = sized ?? sizeSvg(await withFoundBox(spaced), longSide) ?? spaced;
  const scripts = SCRIPT.test(plain) ? [svgScript()] : [];
  const told = [fonts, pictured, coloured, texts, inner].flatMap(({ warnings }) => warnings);
  const lines = wordsOf(texts.svg);
  const rare = rareLetters(lines);
  const boxes = rare === null ? [] : [svgRareLetters(rare)];
  const lost = [...texts.lost, ...lostTexts(plain)];
  const warnings = [...scripts, ...told, ...boxes, ...lost, ...lostOf(plain, sized === null || rules.isGuessed)];
  return {
    pixels: Buffer.from(withBackground(drawn), 'latin1'),
    density: CSS_DENSITY,
    warnings,
    ...(warnings.length === 0 ? {} : { whenEmpty: lost[0] ?? svgNothing() }),
    words: lines.length === 0 ? inner.words : joinWords(inner.words, pictureWords(lines)),
  };
}

/** A drawing that says neither its size nor its view box, with the box of what librsvg finds drawn in it. */
async function withFoundBox(svg: string): Promise<string> {
  const { width, height } = await sharp(Buffer.from(svg, 'latin1'), { limitInputPixels: false }).metadata();
  return svg.replace(/<svg\b/i, (root) => `${root} viewBox="0 0 ${width} ${height}"`);
}
