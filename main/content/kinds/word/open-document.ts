import { type Refused, refuse } from '../../faults/fault.ts';
import { openArchive } from './archive.ts';
import { damagedDocument, lockedDocument } from './word-faults.ts';

const PARTS = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml']);

/** The parts of an OpenDocument file that carry text, as XML. */
export interface OpenDocumentParts {
  readonly ok: true;
  readonly content: Uint8Array;
  readonly styles: Uint8Array | undefined;
  readonly manifest: Uint8Array | undefined;
}

/** Opens a .odt or .ods within the limits of an archive. One that is locked, damaged or an entity bomb is refused. */
export function openOpenDocument(bytes: Uint8Array): OpenDocumentParts | Refused {
  const archive = openArchive(bytes, (name) => PARTS.has(name));
  if (!archive.ok) return archive;
  const { 'content.xml': content, 'styles.xml': styles, 'META-INF/manifest.xml': manifest } = archive.parts;
  const decoder = new TextDecoder();
  if (manifest && decoder.decode(manifest).includes('encryption-data')) return refuse(lockedDocument());
  // OpenOffice.org 2 names a document type. Only one that declares something of its own may be an entity bomb.
  const isBomb = Object.values(archive.parts).some((part) => /<!ENTITY|<!DOCTYPE[^>]*\[/i.test(decoder.decode(part)));
  return content === undefined || isBomb ? refuse(damagedDocument()) : { ok: true, content, styles, manifest };
}
