import { XMLParser } from 'fast-xml-parser';
import type { DocumentBlocks } from '../../documents/block.ts';
import { type Refused, refuse } from '../../fault.ts';
import { openArchive } from './archive.ts';
import { odfBlocks } from './odf-blocks.ts';
import { damagedDocument, lockedDocument } from './word-faults.ts';
import type { XmlNode } from './xml-node.ts';

const PARTS = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml']);

/** Blocks of an OpenDocument text. Pictures, macros, notes, comments and deleted passages are not read. */
export function odtBlocks(bytes: Uint8Array): DocumentBlocks | Refused {
  const archive = openArchive(bytes, (name) => PARTS.has(name));
  if (!archive.ok) return archive;
  const texts = Object.fromEntries(
    Object.entries(archive.parts).map(([name, part]) => [name, new TextDecoder().decode(part)]),
  );
  if (texts['META-INF/manifest.xml']?.includes('encryption-data')) return refuse(lockedDocument());
  const content = texts['content.xml'];
  // LibreOffice never declares entities; a document that does is an entity bomb.
  if (
    !content?.includes('<office:text') ||
    Object.values(texts).some((text) => /<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 65536)))
  ) {
    return refuse(damagedDocument());
  }
  try {
    const styles = texts['styles.xml'];
    const blocks = odfBlocks(parseXml(content), styles === undefined ? [] : parseXml(styles));
    return { ok: true, blocks, pictures: /<draw:(?:image|object|object-ole|plugin)\b/.test(content) };
  } catch {
    // The parser throws for XML that is broken or nested too deeply; staff are told the same for both.
    return refuse(damagedDocument());
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
