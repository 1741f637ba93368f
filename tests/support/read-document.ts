import { Bytes } from '../../main/content/completeness/bytes.ts';
import type { Block } from '../../main/content/documents/block.ts';
import { documentOf, type ReadDocument } from '../../main/content/documents/document.ts';
import { linesOf } from '../../main/content/documents/table.ts';
import type { Refused } from '../../main/content/faults/fault.ts';
import { runsToBlocks } from '../../main/content/kinds/pdf/pdf-blocks.ts';
import { readPdfText } from '../../main/content/kinds/pdf/pdf-text.ts';
import { recognise } from '../../main/content/kinds/recognise.ts';
import { decodeText } from '../../main/content/kinds/text/decode-text.ts';
import { textDocument as textDocumentOf } from '../../main/content/kinds/text/text-document.ts';
import { wordProcessorDocument } from '../../main/content/kinds/word/parse-word-processor.ts';

/** A document as the reader of press releases is given it: each row of its tables is a block. */
interface ReadLines extends ReadDocument {
  readonly blocks: readonly Block[];
}

/** The blocks of a text without its front matter. */
export const textDocument = (extension: 'md' | 'txt', source: string): ReadLines =>
  textDocumentOf(`.${extension}`, source);

/** The blocks of a document: `md`, `txt`, `docx`, `odt` or `pdf`. */
export async function readDocument(extension: string, bytes: Uint8Array): Promise<ReadLines | Refused> {
  const document = await readWhole(extension, bytes);
  return document.ok ? { ...document, blocks: linesOf(document.blocks) } : document;
}

/** The same with its tables as they are. */
export async function readWhole(extension: string, bytes: Uint8Array): Promise<ReadDocument | Refused> {
  if (extension === 'md' || extension === 'txt') {
    const decoded = decodeText(bytes);
    return decoded.ok ? textDocumentOf(`.${extension}`, decoded.text) : decoded;
  }
  if (extension === 'pdf') {
    const text = await readPdfText(bytes);
    return text.ok ? documentOf(runsToBlocks(text.pages)) : text;
  }
  if (extension !== 'docx' && extension !== 'odt') throw new TypeError(`no document: ${extension}`);
  return wordProcessorDocument({ bytes, ending: `.${extension}`, format: await recognise(Bytes.of(bytes)) });
}
