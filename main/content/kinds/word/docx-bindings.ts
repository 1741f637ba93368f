import type { OpenedArchive } from './archive.ts';
import { openPackage, openParts } from './docx-package.ts';
import { attributeOf, childOf, childrenOf, elementsOf, textBelow, type XmlElement } from './xml.ts';

/** What the data that a control is bound to say; null where it is bound to none, or shows them otherwise than as they stand. */
export type Bindings = (properties: XmlElement | undefined) => string | null;

/** The relations to the data of a document, and to what says which they are (ECMA-376, part 1, 22.5). */
const DATA_RELATIONS = new Set([
  'officeDocument',
  'customXml',
  'customXmlProps',
  'core-properties',
  'extended-properties',
]);

/** The identifiers of the data that every document has: its title, its author …; and its company, its manager … */
const OF_CORE = '{6C3C8BC8-F283-45AE-878A-BAB7291924A1}';
const OF_APPLICATION = '{6668398D-A668-4E3E-A5EB-62B293D839F1}';

/** Controls that show something else than the words of their data: a day in its format, a choice, a picture. */
const NOT_PLAIN =
  /^(?:w:(?:date|comboBox|dropDownList|picture|docPartObj|docPartList|group|richText)|w14:checkbox|w15:repeatingSection(?:Item)?)$/u;

/**
 * The data of a document, by which programs fill a letter without writing in its text: Word shows them when it opens it. `texts`: the
 * parts with text, of which most are bound to nothing.
 */
export function readBindings(bytes: Uint8Array, texts: OpenedArchive): Bindings {
  const decoder = new TextDecoder();
  const isBound = Object.values(texts.parts).some((part) => decoder.decode(part).includes(':dataBinding'));
  const data = isBound ? dataOf(bytes) : new Map<string, XmlElement>();
  return (properties) => {
    const binding = childOf(properties, 'w:dataBinding');
    if (binding === undefined || elementsOf(properties).some(({ name }) => NOT_PLAIN.test(name))) return null;
    const root = data.get(attributeOf(binding, 'w:storeItemID').toUpperCase());
    return root === undefined ? null : valueAt(root, attributeOf(binding, 'w:xpath'));
  };
}

function dataOf(bytes: Uint8Array): ReadonlyMap<string, XmlElement> {
  const roots = new Map<string, XmlElement>();
  try {
    const archive = openParts(bytes, DATA_RELATIONS);
    if (!archive.ok) return roots;
    const opened = openPackage(archive.parts);
    const add = (id: string, part: string | null): void => {
      const root = opened.root(part);
      if (root !== null) roots.set(id.toUpperCase(), root);
    };
    for (const { type, part } of opened.relations('').values()) {
      if (type === 'core-properties') add(OF_CORE, part);
      if (type === 'extended-properties') add(OF_APPLICATION, part);
    }
    for (const { type, part } of opened.relations(opened.main).values()) {
      if (type !== 'customXml' || part === null) continue;
      const props = [...opened.relations(part).values()].find((each) => each.type === 'customXmlProps')?.part ?? null;
      add(identifierOf(opened.root(props)), part);
    }
  } catch {
    // Data that are broken are no reason not to show the text, which has the words that Word last found in them.
  }
  return roots;
}

/** Programs write `ds:itemID`, with any prefix. */
const identifierOf = (props: XmlElement | null): string =>
  Object.entries(props?.attributes ?? {}).find(([name]) => localName(name) === 'itemID')?.[1] ?? '';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `/ns0:letter[1]/ns0:to[1]`: the paths that Word itself writes; null for any other, and for one that leads nowhere. */
function valueAt(root: XmlElement, path: string): string | null {
  let found: readonly XmlElement[] = [root];
  let last: XmlElement | undefined;
  for (const step of path.split('/').slice(1)) {
    const [, name, number = '1'] = /^(?:[\w.-]+:)?([\w.-]+)(?:\[(\d+)\])?$/u.exec(step) ?? [];
    if (name === undefined) return null;
    last = found.filter((element) => localName(element.name) === name)[Number(number) - 1];
    found = elementsOf(last);
  }
  return last === undefined ? null : textBelow(last);
}

/** The content of a control with other words in place of its own, which look as those did; null where it holds more than text. */
export function withWords(content: XmlElement | undefined, words: string): readonly XmlElement[] | null {
  const [first, ...others] = elementsOf(content);
  if (first?.name === 'w:tc' && others.length === 0) {
    const [properties, inside] = [
      childrenOf(first, 'w:tcPr'),
      elementsOf(first).filter(({ name }) => name !== 'w:tcPr'),
    ];
    const bound = withWords({ ...first, children: inside }, words);
    return bound && [{ ...first, children: [...properties, ...bound] }];
  }
  if (first === undefined || ![first, ...others].every(({ name }) => name === 'w:r' || name === 'w:p')) return null;
  const isParagraph = first.name === 'w:p';
  const run = isParagraph ? childOf(first, 'w:r') : first;
  const written: XmlElement = { name: 'w:t', attributes: {}, children: [words] };
  const look = childOf(run, 'w:rPr');
  const inRun = { name: 'w:r', attributes: {}, children: [...(look === undefined ? [] : [look]), written] };
  if (!isParagraph) return [inRun];
  const properties = childOf(first, 'w:pPr');
  return [{ ...first, children: [...(properties === undefined ? [] : [properties]), inRun] }];
}
