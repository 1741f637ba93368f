import { Bytes } from '../../main/content/completeness/bytes.ts';
import { documentOf, type ReadDocument } from '../../main/content/documents/document.ts';
import type { Refused } from '../../main/content/fault.ts';
import { runsToBlocks } from '../../main/content/kinds/pdf/pdf-blocks.ts';
import { readPdfText } from '../../main/content/kinds/pdf/pdf-text.ts';
import { recognise } from '../../main/content/kinds/recognise.ts';
import { decodeText } from '../../main/content/kinds/text/decode-text.ts';
import { textDocument as textDocumentOf } from '../../main/content/kinds/text/text-document.ts';
import { wordProcessorDocument } from '../../main/content/kinds/word/parse-word-processor.ts';

/** The blocks of a text without its front matter. */
export const textDocument = (extension: 'md' | 'txt', source: string): ReadDocument =>
  textDocumentOf(`.${extension}`, source);

/** The blocks of a document: `md`, `txt`, `docx`, `odt` or `pdf`. */
export async function readDocument(extension: string, bytes: Uint8Array): Promise<ReadDocument | Refused> {
  if (extension === 'md' || extension === 'txt') {
    const decoded = decodeText(bytes);
    return decoded.ok ? textDocument(extension, decoded.text) : decoded;
  }
  if (extension === 'pdf') {
    const text = await readPdfText(bytes);
    return text.ok ? documentOf(runsToBlocks(text.pages)) : text;
  }
  if (extension !== 'docx' && extension !== 'odt') throw new TypeError(`no document: ${extension}`);
  return wordProcessorDocument({ bytes, ending: `.${extension}`, format: await recognise(Bytes.of(bytes)) });
}
