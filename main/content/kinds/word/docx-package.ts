import { posix } from 'node:path';
import { type Refused, refuse } from '../../faults/fault.ts';
import { sourceOfRelations } from '../office/linked-pictures.ts';
import { type OpenedArchive, openArchive } from './archive.ts';
import { parseXml } from './parse-xml.ts';
import { damagedDocument } from './word-faults.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml.ts';

/** A relation of a part of an Office document to another part, or to something outside the document. */
interface Relation {
  /** The last word of its type: `styles`, `footnotes`, `diagramData`. */
  readonly type: string;
  /** Name of the other part in the archive; null for what is outside. */
  readonly part: string | null;
  /** Where it leads outside the document; null for a part. */
  readonly outside: string | null;
}

/** The parts of an Office document, and how they belong together (ECMA-376, part 2). */
export interface DocxPackage {
  /** The part with the text of the document. */
  readonly main: string;
  /** The root of a part; null where there is none of this name. Throws where its XML is broken. */
  root(part: string | null): XmlElement | null;
  /** The relations of a part, by their identifiers. */
  relations(part: string): ReadonlyMap<string, Relation>;
  /** The part that a relation of the main part leads to, by the type of the relation; null where there is none. */
  related(type: string): string | null;
}

/** Where the text stands if no relation says so. */
const USUAL_MAIN = 'word/document.xml';

/** Names of parts are the same in capitals and in small letters (ECMA-376, part 2, 6.2.2.3). */
const nameKey = (part: string): string => part.toLowerCase();

/** Whether a part says how another one belongs to the rest. */
const isRelations = (name: string): boolean => /(?:^|\/)_rels\/[^/]*\.rels$/iu.test(name);

/** The package of parts that were unpacked. Throws where the XML of its relations is broken. */
export function openPackage(parts: Readonly<Record<string, Uint8Array>>): DocxPackage {
  const unpacked = new Map(Object.entries(parts).map(([name, bytes]) => [nameKey(name), bytes]));
  const known = new Map<string, XmlElement>();
  const root = (part: string | null): XmlElement | null => {
    const bytes = part === null ? undefined : unpacked.get(nameKey(part));
    if (part === null || bytes === undefined) return null;
    const parsed = known.get(part) ?? parseXml(bytes);
    known.set(part, parsed);
    return parsed;
  };
  const relations = (part: string): ReadonlyMap<string, Relation> => {
    const { dir, base } = posix.parse(part);
    const rels = root(posix.join(dir, '_rels', `${base}.rels`));
    return new Map(
      childrenOf(rels ?? undefined, 'Relationship').map((each) => [attributeOf(each, 'Id'), relationOf(each, dir)]),
    );
  };
  const main = [...relations('').values()].find(({ type }) => type === 'officeDocument')?.part ?? USUAL_MAIN;
  const ofMain = [...relations(main).values()];
  return { main, root, relations, related: (type) => ofMain.find((each) => each.type === type)?.part ?? null };
}

/**
 * The parts that relations of some types lead to, whatever their names, and the usual main part: as keys of names. `relations`: the
 * parts with all relations.
 */
function relatedParts(
  relations: Readonly<Record<string, Uint8Array>>,
  types: ReadonlySet<string>,
): ReadonlySet<string> {
  const opened = openPackage(relations);
  const related = Object.keys(relations).flatMap((name) => {
    const source = sourceOfRelations(name);
    return [...opened.relations(source === '.' ? '' : source).values()];
  });
  const wanted = related.flatMap(({ type, part }) => (types.has(type) && part !== null ? [nameKey(part)] : []));
  return new Set([USUAL_MAIN, ...wanted]);
}

/** The parts that relations of some types lead to, whatever their names, and all relations. Throws where these are broken. */
export function openParts(bytes: Uint8Array, types: ReadonlySet<string>): OpenedArchive | Refused {
  const relations = openPlain(bytes, isRelations);
  if (!relations.ok) return relations;
  const wanted = relatedParts(relations.parts, types);
  return openPlain(bytes, (name) => isRelations(name) || wanted.has(nameKey(name)));
}

/** These parts, where none declares entities: nothing else may be parsed. */
function openPlain(bytes: Uint8Array, wanted: (name: string) => boolean): OpenedArchive | Refused {
  const archive = openArchive(bytes, wanted);
  return archive.ok && declaresEntities(archive.parts) ? refuse(damagedDocument()) : archive;
}

/** Office never writes a DOCTYPE; a document that has one is an entity bomb. */
function declaresEntities(parts: Readonly<Record<string, Uint8Array>>): boolean {
  return Object.values(parts).some((part) => /<!(?:DOCTYPE|ENTITY)/i.test(new TextDecoder().decode(part)));
}

function relationOf(element: XmlElement, folder: string): Relation {
  const target = attributeOf(element, 'Target');
  const isOutside = attributeOf(element, 'TargetMode').toLowerCase() === 'external';
  const path = target.startsWith('/') ? target : posix.join('/', folder, target);
  return {
    type: posix.basename(attributeOf(element, 'Type')),
    part: isOutside ? null : posix.normalize(path).slice(1),
    outside: isOutside ? target : null,
  };
}
