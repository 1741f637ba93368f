import { isOfSigns } from './letters-of-signs.ts';
import { attributeOf, childOf, childrenOf, elementsOf, type XmlElement } from './xml.ts';

/** What a style of OpenDocument says, with what it inherits. */
interface OdfStyle {
  readonly bold: boolean;
  readonly struck: boolean;
  readonly hidden: boolean;
  /** Above or below the line. */
  readonly place: 'above' | 'below' | undefined;
  /** The typeface where it is one of signs in place of letters; empty for one of letters. */
  readonly signs: string | undefined;
  /** Its letters are white; undefined where nothing is said of their colour. */
  readonly white: boolean | undefined;
  /** Something else than white paper is behind what has this style. */
  readonly filled: boolean;
  /** 1 to 6 where a paragraph of this style is a title or a heading; else 0. */
  readonly level: number;
  /** Headings of this style have no number. */
  readonly isUnnumbered: boolean;
}

/** The style of a name; one that says nothing where there is none of this name. */
export type OdfStyles = (name: string) => OdfStyle;

interface OwnStyle {
  readonly parent: string;
  readonly bold: boolean | undefined;
  readonly struck: boolean | undefined;
  readonly hidden: boolean | undefined;
  readonly place: 'above' | 'below' | 'on' | undefined;
  readonly signs: string | undefined;
  readonly white: boolean | undefined;
  readonly filled: true | undefined;
  readonly isUnnumbered: boolean | undefined;
}

/** Parents of a style that are followed: more than any document has, so that a cycle of styles ends. */
const MAX_PARENTS = 12;

/** The styles of `styles.xml` and of `content.xml`; those of the latter win. */
export function readOdfStyles(roots: readonly (XmlElement | null)[]): OdfStyles {
  const own = new Map<string, OwnStyle>();
  for (const root of roots) collect(root, own);
  const known = new Map<string, OdfStyle>();
  return (name) => {
    const style = known.get(name) ?? resolve(name, own);
    known.set(name, style);
    return style;
  };
}

function collect(root: XmlElement | null, own: Map<string, OwnStyle>): void {
  for (const group of elementsOf(root ?? undefined)) {
    if (!/^office:(?:automatic-)?styles$/u.test(group.name)) continue;
    for (const style of childrenOf(group, 'style:style')) {
      const properties = childrenOf(style, 'style:text-properties');
      const said = (name: string): string =>
        properties.map((each) => attributeOf(each, name)).find((value) => value !== '') ?? '';
      const weight = said('fo:font-weight');
      const display = said('text:display');
      const line = said('style:text-line-through-style');
      const colour = said('fo:color');
      own.set(attributeOf(style, 'style:name'), {
        parent: attributeOf(style, 'style:parent-style-name'),
        bold: weight === '' ? undefined : weight === 'bold' || Number(weight) >= 600,
        struck: line === '' ? undefined : line !== 'none',
        hidden: display === '' ? undefined : display === 'none',
        place: placeOf(said('style:text-position')),
        signs: signsOf(said('style:font-name') || said('fo:font-family')),
        white: colour === '' ? undefined : /^#ffffff$/iu.test(colour),
        filled: isFilled(style) || undefined,
        // The name of no list takes a paragraph out of the one of its style (OpenDocument 1.2, part 1, 19.496).
        isUnnumbered: style.attributes['style:list-style-name'] === undefined ? undefined : listName(style) === '',
      });
    }
  }
}

function resolve(name: string, own: ReadonlyMap<string, OwnStyle>): OdfStyle {
  const names = [name];
  while (names.length < MAX_PARENTS) names.push(own.get(names.at(-1) ?? '')?.parent ?? '');
  const lineage = names.filter((each) => each !== '');
  const first = <Value>(pick: (style: OwnStyle | undefined) => Value | undefined): Value | undefined =>
    lineage.map((each) => pick(own.get(each))).find((value) => value !== undefined);
  const place = first((style) => style?.place);
  return {
    bold: first((style) => style?.bold) ?? false,
    struck: first((style) => style?.struck) ?? false,
    hidden: first((style) => style?.hidden) ?? false,
    place: place === 'on' ? undefined : place,
    signs: first((style) => style?.signs),
    white: first((style) => style?.white),
    filled: first((style) => style?.filled) ?? false,
    isUnnumbered: first((style) => style?.isUnnumbered) ?? false,
    level: lineage.map(levelOf).find((level) => level > 0) ?? 0,
  };
}

const listName = (style: XmlElement): string => attributeOf(style, 'style:list-style-name');

/** « super 58% », « sub », « 33% 58% », « -33% 58% »: a share of the height of the font, up or down, and the size of the letters. */
function placeOf(position: string): OwnStyle['place'] {
  const [move = ''] = position.trim().split(/\s+/u);
  if (move === '') return undefined;
  if (move === 'super' || Number.parseFloat(move) > 0) return 'above';
  return move === 'sub' || Number.parseFloat(move) < 0 ? 'below' : 'on';
}

/** Whether a style lays something else than white under what has it, or a shadow or an outline around its letters. */
function isFilled(style: XmlElement): boolean {
  return elementsOf(style).some((properties) => {
    const effects = ['fo:text-shadow', 'style:text-outline'].map((name) => attributeOf(properties, name));
    const hasPicture = childOf(properties, 'style:background-image') !== undefined;
    // What has a condition may have another ground where it holds.
    return (
      properties.name === 'style:map' ||
      hasPicture ||
      hasColour(properties) ||
      effects.some((effect) => !/^(?:none|false|)$/u.test(effect))
    );
  });
}

/** Whether the properties of a style, or of a page, colour the ground otherwise than white. */
export function hasColour(properties: XmlElement): boolean {
  const isPlain = /^(?:transparent|#ffffff|)$/iu.test(attributeOf(properties, 'fo:background-color'));
  return !isPlain || !/^(?:none|)$/u.test(attributeOf(properties, 'draw:fill'));
}

/** Empty for a typeface of letters; undefined where nothing is said of the typeface. */
function signsOf(face: string): string | undefined {
  const name = face.replace(/^['"]|['"]$/gu, '');
  return name === '' ? undefined : isOfSigns(name) ? name : '';
}

/** « Title » and « Heading_20_2 », used on plain paragraphs. */
function levelOf(name: string): number {
  const heading = /^(?:heading|titre)(?:_20_|\s)?([1-6])$/iu.exec(name)?.[1];
  if (heading !== undefined) return Number(heading);
  if (/^(?:title|titre)$/iu.test(name)) return 1;
  return /^(?:subtitle|sous-titre)$/iu.test(name) ? 2 : 0;
}
