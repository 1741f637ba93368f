import { toggle, valOf } from './docx-properties.ts';
import { isOfSigns } from './letters-of-signs.ts';
import { attributeOf, childOf, childrenOf, elementsOf, type XmlElement } from './xml.ts';

/** How text looks, as far as it is said: by a style or by the text itself. */
export interface TextLook {
  readonly bold?: boolean;
  readonly struck?: boolean;
  /** Above or below the line. */
  readonly place?: 'above' | 'below' | undefined;
  readonly hidden?: boolean;
  /** The typeface where it is one of signs in place of letters. */
  readonly signs?: string;
  /** Its letters are white. */
  readonly white?: boolean;
  /** Something else than white paper is behind its letters, or around them. */
  readonly filled?: true;
}

/** Whether a shading (`w:shd`) is something else than white paper (ECMA-376, part 1, 17.3.5). */
export function isShaded(shading: XmlElement | undefined): boolean {
  if (shading === undefined) return false;
  const isPlain = /^(?:clear|nil|)$/u.test(attributeOf(shading, 'w:val'));
  return !isPlain || !/^(?:auto|ffffff|)$/iu.test(attributeOf(shading, 'w:fill'));
}

/** What a style says of a paragraph, with the look of its text. */
export interface ParagraphStyle extends TextLook {
  /** 1 to 6 for a heading. */
  readonly level?: number;
  /** The identifier of the list it belongs to; `NO_LIST` where it is taken out of the list of its style. */
  readonly list?: string;
  /** Its level there, from 0. */
  readonly listLevel?: number;
  /** The style that puts it into the list: where no level is said, it is the one that names this style (17.9.23). */
  readonly listStyle?: string;
  /** A line of a table of contents. */
  readonly isContents?: boolean;
}

/** The style of an identifier, with what it inherits; that of plain paragraphs for an empty one. */
export type Styles = (id: string) => ParagraphStyle;

/** Parents of a style that are followed: more than any document has, so that a cycle of styles ends. */
const MAX_PARENTS = 12;

/** Reads `styles.xml`. */
export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map(
    childrenOf(root ?? undefined, 'w:style').map((style) => [attributeOf(style, 'w:styleId'), style]),
  );
  const known = new Map<string, ParagraphStyle>();
  const resolve = (id: string, depth: number): ParagraphStyle => {
    const style = elements.get(id);
    if (style === undefined) return byName(id);
    const parent = valOf(style, 'w:basedOn');
    const inherited = parent === '' || depth === MAX_PARENTS ? {} : resolve(parent, depth + 1);
    return { ...inherited, ...ownStyle(style) };
  };
  const plain = [...elements.entries()].find(([, style]) => isDefault(style))?.[0] ?? '';
  return (id) => {
    const style = known.get(id) ?? resolve(id || plain, 0);
    known.set(id, style);
    return style;
  };
}

/** The style of paragraphs that name none. */
const isDefault = (style: XmlElement): boolean =>
  attributeOf(style, 'w:type') === 'paragraph' && /^(?:1|true|on)$/u.test(attributeOf(style, 'w:default'));

function ownStyle(style: XmlElement): ParagraphStyle {
  const look = paragraphLook(childOf(style, 'w:pPr'));
  return {
    ...look,
    ...(look.list === undefined ? {} : { listStyle: attributeOf(style, 'w:styleId') }),
    ...byName(valOf(style, 'w:name')),
    ...textLook(childOf(style, 'w:rPr')),
  };
}

/** What the name of a style says: in some files Word writes its own names in French. */
function byName(name: string): ParagraphStyle {
  const level = /^(?:heading|titre)\s?([1-6])$/iu.exec(name)?.[1];
  if (level !== undefined) return { level: Number(level) };
  if (/^(?:title|titre)$/iu.test(name)) return { level: 1 };
  if (/^(?:subtitle|sous-titre)$/iu.test(name)) return { level: 2 };
  return /^(?:toc\s?\d|tm\s?\d)$/iu.test(name) ? { isContents: true } : {};
}

/** The outline level of what is no heading (ECMA-376, part 1, 17.3.1.20). */
const BODY = '9';

/** Takes a paragraph out of the list of its style (17.9.18). */
export const NO_LIST = '0';

/** What the properties of a paragraph say: `w:pPr`. */
export function paragraphLook(properties: XmlElement | undefined): ParagraphStyle {
  const outline = valOf(properties, 'w:outlineLvl');
  const numbering = childOf(properties, 'w:numPr');
  const list = valOf(numbering, 'w:numId');
  const listLevel = valOf(numbering, 'w:ilvl');
  return {
    ...(isShaded(childOf(properties, 'w:shd')) ? { filled: true } : {}),
    ...(/^[0-9]$/u.test(outline) ? { level: outline === BODY ? 0 : Math.min(6, Number(outline) + 1) } : {}),
    ...(list === '' ? {} : { list }),
    ...(listLevel === '' ? {} : { listLevel: Number(listLevel) }),
  };
}

/** What the properties of a text say: `w:rPr`. */
export function textLook(properties: XmlElement | undefined): TextLook {
  const bold = toggle(properties, 'w:b');
  const struck = toggle(properties, 'w:strike') ?? toggle(properties, 'w:dstrike');
  const hidden = toggle(properties, 'w:vanish');
  const align = valOf(properties, 'w:vertAlign');
  const fonts = childOf(properties, 'w:rFonts');
  const face = attributeOf(fonts, 'w:ascii') || attributeOf(fonts, 'w:hAnsi');
  const colour = valOf(properties, 'w:color');
  return {
    ...(bold === undefined ? {} : { bold }),
    ...(struck === undefined ? {} : { struck }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(align === '' ? {} : { place: PLACES[align] }),
    ...(face === '' ? {} : { signs: isOfSigns(face) ? face : '' }),
    ...(colour === '' ? {} : { white: /^ffffff$/iu.test(colour) }),
    ...(isSetOff(properties) ? { filled: true } : {}),
  };
}

/** Outlines, shadows and glows, with which white letters are seen; those of Word 2010 have a name space of their own. */
const EFFECT = /^(?:w:(?:highlight|outline|shadow|emboss|imprint|bdr)|(?!w:).*)$/u;

const isSetOff = (properties: XmlElement | undefined): boolean =>
  isShaded(childOf(properties, 'w:shd')) || elementsOf(properties).some(({ name }) => EFFECT.test(name));

const PLACES: Readonly<Record<string, 'above' | 'below'>> = { superscript: 'above', subscript: 'below' };
