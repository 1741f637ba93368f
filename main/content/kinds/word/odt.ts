import { XMLParser } from 'fast-xml-parser';
import type { DocumentBlocks } from '../../documents/block.ts';
import { type Refused, refuse } from '../../documents/fault.ts';
import { damagedDocument, openArchive } from './archive.ts';
import { odfBlocks } from './odf-blocks.ts';

/** A node of an XML document in its order: one tag with its children, or text under `#text`. */
export type XmlNode = Readonly<Record<string, unknown>>;

const PARTS = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml']);

/** Blocks of an OpenDocument text. Pictures, macros, notes, comments and deleted passages are not read. */
export function odtBlocks(bytes: Uint8Array): DocumentBlocks | Refused {
  const archive = openArchive(bytes, (name) => PARTS.has(name));
  if (!archive.ok) return archive;
  const texts = Object.fromEntries(
    Object.entries(archive.parts).map(([name, part]) => [name, new TextDecoder().decode(part)]),
  );
  if (texts['META-INF/manifest.xml']?.includes('encryption-data')) {
    return refuse(
      'document-locked',
      'Ce document est protégé par un mot de passe.',
      'Enregistrez-le sans mot de passe, ou exportez-le en PDF.',
    );
  }
  const content = texts['content.xml'];
  // LibreOffice writes no entities of its own; a document that declares some prepares an entity bomb.
  if (
    !content?.includes('<office:text') ||
    Object.values(texts).some((text) => /<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 65536)))
  ) {
    return damagedDocument();
  }
  try {
    const styles = texts['styles.xml'];
    const blocks = odfBlocks(parseXml(content), styles === undefined ? [] : parseXml(styles));
    return { ok: true, blocks, pictures: /<draw:(?:image|object|object-ole|plugin)\b/.test(content) };
  } catch {
    // The parser throws for XML that is broken or nested without end; staff are told the same.
    return damagedDocument();
  }
}

function parseXml(text: string): XmlNode[] {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    maxNestedTags: 120,
  }).parse(text) as XmlNode[];
}
