import type { Block } from './block.ts';
import { decodeText } from './decode-text.ts';
import { docxBlocks } from './docx.ts';
import { type Fault, type Refused, refuse } from './fault.ts';
import { withinLimits } from './limits.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { odtBlocks } from './odt.ts';
import { runsToBlocks } from './pdf-blocks.ts';
import { readPdfText } from './pdf-text.ts';
import { textBlocks } from './text-blocks.ts';

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
      return limited(await docxBlocks(bytes));
    case 'odt':
      return limited(odtBlocks(bytes));
    case 'pdf': {
      const text = await readPdfText(bytes);
      return text.ok ? limited({ ok: true, blocks: runsToBlocks(text.pages) }) : text;
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

/** Beyond this number of paragraphs nothing is shown, and nothing is read. */
const MOST_BLOCKS = 5_000;

function limited(answer: { ok: true; blocks: Block[] } | Refused): ReadDocument | Refused {
  return answer.ok ? { ok: true, blocks: answer.blocks.slice(0, MOST_BLOCKS), warnings: [] } : answer;
}
