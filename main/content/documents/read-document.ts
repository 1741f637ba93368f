import { Bytes } from '../completeness/bytes.ts';
import { REAL_EXTENSION, sniff } from '../completeness/sniff.ts';
import { runsToBlocks } from '../kinds/pdf/pdf-blocks.ts';
import { readPdfText } from '../kinds/pdf/pdf-text.ts';
import { decodeText } from '../kinds/text/decode-text.ts';
import { markdownBlocks } from '../kinds/text/markdown-blocks.ts';
import { textBlocks } from '../kinds/text/text-blocks.ts';
import { archiveEnding } from '../kinds/word/archive.ts';
import { docxBlocks } from '../kinds/word/docx.ts';
import { odtBlocks } from '../kinds/word/odt.ts';
import { faults } from '../preparation/fault.ts';
import type { Block, DocumentBlocks } from './block.ts';
import { type Fault, fault, type Refused, refuse } from './fault.ts';
import { textTooLong, withinLimits } from './limits.ts';

/** A document as blocks, and what of it was left out. */
export interface ReadDocument {
  readonly ok: true;
  readonly blocks: readonly Block[];
  readonly warnings: readonly Fault[];
}

/** Reads the bytes of a `.md .txt .docx .odt .pdf`; `extension` without its dot, in small letters. */
export async function readDocument(extension: string, bytes: Uint8Array): Promise<ReadDocument | Refused> {
  switch (extension) {
    case 'md':
    case 'txt': {
      const decoded = decodeText(bytes);
      return decoded.ok ? textDocument(extension, decoded.text) : decoded;
    }
    case 'docx':
    case 'odt': {
      const stranger = await strangerFault(`.${extension}`, bytes);
      if (stranger) return { ok: false, fault: stranger };
      return wordProcessor(extension === 'docx' ? await docxBlocks(bytes) : odtBlocks(bytes));
    }
    case 'pdf': {
      const text = await readPdfText(bytes);
      return text.ok ? limited(runsToBlocks(text.pages)) : text;
    }
    default:
      return refuse(
        'document-kind',
        `Les fichiers « .${extension} » ne sont pas lus comme des textes.`,
        'Exportez ce document en PDF.',
      );
  }
}

/** The blocks of a text whose front matter is gone; `firstLine` is where it begins in its file. */
export function textDocument(extension: 'md' | 'txt', source: string, firstLine = 1): ReadDocument {
  const { text, warnings } = withinLimits(source);
  const blocks =
    extension === 'md' && !hasGiantParagraph(text) ? markdownBlocks(text, firstLine) : textBlocks(text, firstLine);
  return { ok: true, blocks, warnings };
}

/** Emphasis and links within one paragraph cost time that grows with its square: nobody writes one this long. */
const LONGEST_PARAGRAPH = 20_000;

function hasGiantParagraph(text: string): boolean {
  return text.split(/\n[ \t]*\n/).some((paragraph) => paragraph.length > LONGEST_PARAGRAPH);
}

/** A photo or a PDF under the name of a document is no damaged document. What is cut or in zeros may become one. */
async function strangerFault(ending: string, bytes: Uint8Array): Promise<Fault | null> {
  if (bytes.length === 0) return null;
  const container = await sniff(Bytes.of(bytes));
  if (container === 'zip') {
    const real = archiveEnding(bytes);
    return real === null || real === ending ? null : faults.wrongExtension(ending, real);
  }
  const real = REAL_EXTENSION[container];
  if (real !== undefined) return faults.wrongExtension(ending, real);
  return container === 'text' ? faults.notMedia(ending) : null;
}

/** Beyond this number of paragraphs nothing is shown, and nothing is read. */
const MOST_BLOCKS = 5_000;

function limited(blocks: readonly Block[]): ReadDocument {
  const warnings = blocks.length > MOST_BLOCKS ? [textTooLong()] : [];
  return { ok: true, blocks: blocks.slice(0, MOST_BLOCKS), warnings };
}

/** Only the text of a document is shown: what has none says so, and what loses its pictures too. */
function wordProcessor(answer: DocumentBlocks | Refused): ReadDocument | Refused {
  if (!answer.ok) return answer;
  const { blocks, pictures } = answer;
  if (blocks.length === 0 && pictures)
    return refuse('document-pictures-only', 'Ce document n’a que des images, et pas de texte.', AS_PDF);
  if (blocks.length === 0) {
    const advice = 'Écrivez ce que l’écran doit dire, enregistrez-le, puis déposez-le de nouveau.';
    return refuse('document-empty', 'Ce document est vide.', advice);
  }
  const read = limited(blocks);
  if (!pictures) return read;
  const lost = fault('document-pictures', 'Seul le texte de ce document est montré, sans ses images.', AS_PDF);
  return { ...read, warnings: [...read.warnings, lost] };
}

const AS_PDF = 'Pour le montrer tel quel, exportez-le en PDF (« Fichier », « Exporter », « PDF ») et déposez le PDF.';
