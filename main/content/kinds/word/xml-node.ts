/** A node of an XML document in its order: one tag with its children, or text under `#text`. */
export type XmlNode = Readonly<Record<string, unknown>>;

/** The name of a node: its tag, or `#text`. */
export const tagOf = (node: XmlNode): string => Object.keys(node).find((key) => key !== ':@') ?? '';

export function childrenOf(node: XmlNode, tag: string): readonly XmlNode[] {
  const children = node[tag];
  return Array.isArray(children) ? (children as XmlNode[]) : [];
}

/** The value of an attribute; empty where the node has none of this name. */
export function attributeOf(node: XmlNode, name: string): string {
  const attributes = node[':@'] as Readonly<Record<string, string>> | undefined;
  return attributes?.[name] ?? '';
}
