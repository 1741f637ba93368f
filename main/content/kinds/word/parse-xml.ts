import { XMLParser } from 'fast-xml-parser';
import { decodeEntities } from '../../documents/inline.ts';
import type { XmlElement, XmlNode } from './xml.ts';

/**
 * The namespaces whose prefixes the readers know. Programs may write any other prefix for them, and Office has two addresses
 * for its own: those of ECMA-376 first edition (« transitional ») and those of ISO 29500 (« strict »).
 */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ...office('w', 'wordprocessingml/2006/main', 'wordprocessingml/main'),
  ...office('r', 'officeDocument/2006/relationships', 'officeDocument/relationships'),
  ...office('m', 'officeDocument/2006/math', 'officeDocument/math'),
  ...office('a', 'drawingml/2006/main', 'drawingml/main'),
  ...office('wp', 'drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'),
  ...office('pic', 'drawingml/2006/picture', 'drawingml/picture'),
  ...office('c', 'drawingml/2006/chart', 'drawingml/chart'),
  ...office('dgm', 'drawingml/2006/diagram', 'drawingml/diagram'),
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/drawing/2014/chartex', 'cx'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ...['office', 'text', 'style', 'table', 'form', 'manifest'].map(openDocument),
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
]);

function office(prefix: string, transitional: string, strict: string): [string, string][] {
  return [
    [`http://schemas.openxmlformats.org/${transitional}`, prefix],
    [`http://purl.oclc.org/ooxml/${strict}`, prefix],
  ];
}

function openDocument(prefix: string): [string, string] {
  return [`urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0`, prefix];
}

/** A deeper nesting than that of any document: the readers go down by calling themselves. */
const MAX_NESTING = 400;

/** A node as fast-xml-parser gives it: one tag with its children, or text under `#text`; attributes under `:@`. */
type RawNode = Readonly<Record<string, unknown>>;

/** The prefixes in force at an element, as written, and the prefix that the readers know for each. */
type Scope = ReadonlyMap<string, string>;

/** The root of an XML document. Throws for XML that is broken or nested too deeply. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: MAX_NESTING,
  });
  const nodes = parser.parse(decodeXml(bytes)) as RawNode[];
  const root = nodes.map((node) => asNode(node, new Map())).find((node) => typeof node !== 'string');
  if (root === undefined) throw new SyntaxError('no root element');
  return root;
}

/** UTF-8, or UTF-16 with its byte order mark, which Office allows. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function asNode(raw: RawNode, outer: Scope): XmlNode {
  const tag = Object.keys(raw).find((key) => key !== ':@') ?? '#text';
  if (tag === '#text') return decodeEntities(String(raw['#text'] ?? ''));
  const written = (raw[':@'] ?? {}) as Readonly<Record<string, string>>;
  const scope = scopeWithin(outer, written);
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(written)) {
    if (!name.startsWith('xmlns')) attributes[known(name, scope)] = value.includes('&') ? decodeEntities(value) : value;
  }
  const children = Array.isArray(raw[tag]) ? (raw[tag] as RawNode[]) : [];
  return {
    name: known(tag.includes(':') ? tag : `:${tag}`, scope),
    attributes,
    children: children.map((child) => asNode(child, scope)),
  };
}

function scopeWithin(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  const declared = Object.entries(attributes).filter(([name]) => name.startsWith('xmlns'));
  if (declared.length === 0) return outer;
  const scope = new Map(outer);
  for (const [name, address] of declared) {
    const prefix = name.slice('xmlns:'.length);
    scope.set(prefix, NAMESPACES.get(address) ?? prefix);
  }
  return scope;
}

/** A name with the prefix that the readers know. */
function known(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  if (colon < 0) return name;
  const prefix = scope.get(name.slice(0, colon)) ?? name.slice(0, colon);
  const local = name.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}
