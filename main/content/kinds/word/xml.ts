/** An element of an XML document. Its name and the names of its attributes have the prefixes of `NAMESPACES`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** An element, or text. */
export type XmlNode = XmlElement | string;

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The elements among the children of another. */
export const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  element?.children.filter(isElement) ?? [];

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.name === name);
}

/** All child elements of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

/** The value of an attribute; empty where the element has none of this name. */
export const attributeOf = (element: XmlElement | undefined, name: string): string => element?.attributes[name] ?? '';

/** Every element of a name below another, in the order of the document; not those within one that was found. */
export function descendantsOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    names.includes(child.name) ? [child] : descendantsOf(child, ...names),
  );
}

/** All text below an element. */
export function textBelow(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? textBelow(child) : child)).join('');
}
