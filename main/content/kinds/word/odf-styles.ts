import { attributeOf, childrenOf, elementsOf, type XmlElement } from './xml.ts';

/** What a style of OpenDocument says, with what it inherits. */
interface OdfStyle {
  readonly bold: boolean;
  readonly struck: boolean;
  readonly hidden: boolean;
  /** 1 to 6 where a paragraph of this style is a title or a heading; else 0. */
  readonly level: number;
}

/** The style of a name; one that says nothing where there is none of this name. */
export type OdfStyles = (name: string) => OdfStyle;

interface OwnStyle {
  readonly parent: string;
  readonly bold: boolean | undefined;
  readonly struck: boolean | undefined;
  readonly hidden: boolean | undefined;
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
      own.set(attributeOf(style, 'style:name'), {
        parent: attributeOf(style, 'style:parent-style-name'),
        bold: weight === '' ? undefined : weight === 'bold' || Number(weight) >= 600,
        struck: line === '' ? undefined : line !== 'none',
        hidden: display === '' ? undefined : display === 'none',
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
  return {
    bold: first((style) => style?.bold) ?? false,
    struck: first((style) => style?.struck) ?? false,
    hidden: first((style) => style?.hidden) ?? false,
    level: lineage.map(levelOf).find((level) => level > 0) ?? 0,
  };
}

/** « Title » and « Heading_20_2 », used on plain paragraphs. */
function levelOf(name: string): number {
  const heading = /^(?:heading|titre)(?:_20_|\s)?([1-6])$/iu.exec(name)?.[1];
  if (heading !== undefined) return Number(heading);
  if (/^(?:title|titre)$/iu.test(name)) return 1;
  return /^(?:subtitle|sous-titre)$/iu.test(name) ? 2 : 0;
}
