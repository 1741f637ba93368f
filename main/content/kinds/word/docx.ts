import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { DocumentBlocks } from '../../documents/block.ts';
import type { Refused } from '../../documents/fault.ts';
import { damagedDocument, openArchive } from './archive.ts';
import { htmlBlocks } from './html-blocks.ts';

/** Only what carries text: never `vbaProject.bin`, media, embedded objects, headers or footers. */
const TEXT_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document\d*|styles|numbering|settings|footnotes|endnotes|comments)\.xml|word\/_rels\/document\d*\.xml\.rels)$/;

/** French Word names its styles in French in some files; mammoth knows the English names. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titre'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='Titre ${level}'] => h${level}:fresh`),
];

/**
 * Blocks of a .docx. Its text parts are packed anew before mammoth sees them, so macros, pictures and remote references
 * are not there to be followed.
 */
export async function docxBlocks(bytes: Uint8Array): Promise<DocumentBlocks | Refused> {
  const archive = openArchive(bytes, (name) => TEXT_PARTS.test(name));
  if (!archive.ok) return archive;
  const hasText = Object.keys(archive.parts).some((name) => /^word\/document\d*\.xml$/.test(name));
  if (!hasText || declaresEntities(archive.parts)) return damagedDocument();
  try {
    const buffer = Buffer.from(zipSync({ ...archive.parts }, { level: 0 }));
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: STYLE_MAP, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage: noPicture },
    );
    return { ok: true, blocks: htmlBlocks(value), pictures: showsPictures(archive.parts) };
  } catch {
    // mammoth throws for XML that is not Word's; staff are told the same whatever the reason.
    return damagedDocument();
  }
}

const noPicture = mammoth.images.imgElement(async () => ({ src: '' }));

/** Pictures of today, of Word 2003, charts and embedded tables; not the lines and boxes that are drawn around text. */
function showsPictures(parts: Readonly<Record<string, Uint8Array>>): boolean {
  return Object.entries(parts).some(
    ([name, part]) =>
      /^word\/document\d*\.xml$/.test(name) &&
      /<(?:pic:pic|v:imagedata|c:chart|o:OLEObject)\b/.test(new TextDecoder().decode(part)),
  );
}

/** Office writes no DOCTYPE; one that does prepares an entity bomb. */
function declaresEntities(parts: Readonly<Record<string, Uint8Array>>): boolean {
  return Object.values(parts).some((part) => /<!(?:DOCTYPE|ENTITY)/i.test(new TextDecoder().decode(part)));
}
