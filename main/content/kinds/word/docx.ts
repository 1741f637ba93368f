import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { DocumentBlocks } from '../../documents/block.ts';
import { htmlBlocks } from '../../documents/html-blocks.ts';
import { type Refused, refuse } from '../../fault.ts';
import { openArchive } from './archive.ts';
import { damagedDocument } from './word-faults.ts';

/** The parts with the text of a document: not macros (`vbaProject.bin`), media, embedded objects, headers or footers. */
const TEXT_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document\d*|styles|numbering|settings|footnotes|endnotes|comments)\.xml|word\/_rels\/document\d*\.xml\.rels)$/;

/** In some files Word names its styles in French; mammoth knows only the English names. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titre'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='Titre ${level}'] => h${level}:fresh`),
];

/**
 * Blocks of a .docx. mammoth is given a new archive of its text parts alone, so there are no macros, pictures and remote
 * references that it could follow.
 */
export async function docxBlocks(bytes: Uint8Array): Promise<DocumentBlocks | Refused> {
  const archive = openArchive(bytes, (name) => TEXT_PARTS.test(name));
  if (!archive.ok) return archive;
  const hasText = Object.keys(archive.parts).some((name) => /^word\/document\d*\.xml$/.test(name));
  if (!hasText || declaresEntities(archive.parts)) return refuse(damagedDocument());
  try {
    const buffer = Buffer.from(zipSync({ ...archive.parts }, { level: 0 }));
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: STYLE_MAP, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage: noPicture },
    );
    return { ok: true, blocks: htmlBlocks(value), pictures: showsPictures(archive.parts) };
  } catch {
    // mammoth throws for XML that is not that of Word; staff are told the same whatever the reason.
    return refuse(damagedDocument());
  }
}

const noPicture = mammoth.images.imgElement(async () => ({ src: '' }));

/** Pictures as Word writes them now and as Word 2003 did, charts and embedded tables; not the lines and boxes around text. */
function showsPictures(parts: Readonly<Record<string, Uint8Array>>): boolean {
  return Object.entries(parts).some(
    ([name, part]) =>
      /^word\/document\d*\.xml$/.test(name) &&
      /<(?:pic:pic|v:imagedata|c:chart|o:OLEObject)\b/.test(new TextDecoder().decode(part)),
  );
}

/** Office never writes a DOCTYPE; a document that has one is an entity bomb. */
function declaresEntities(parts: Readonly<Record<string, Uint8Array>>): boolean {
  return Object.values(parts).some((part) => /<!(?:DOCTYPE|ENTITY)/i.test(new TextDecoder().decode(part)));
}
