import type { Refused } from '../../faults/fault.ts';
import { type DocumentText, withRelease } from '../../press-release/document-text.ts';
import type { Parse } from '../file-kind.ts';
import { decodeText } from './decode-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { splitFrontMatter } from './front-matter-text.ts';
import { textDocument } from './text-document.ts';

/** The blocks of a `.md` or `.txt` without its front matter, and the events that it announces. */
export const parseText: Parse<DocumentText | Refused> = (source) => {
  const decoded = decodeText(source.bytes);
  if (!decoded.ok) return decoded;
  const { data, body, bodyLine } = splitFrontMatter(decoded.text);
  const keepsContacts = source.keepsContacts || readFrontMatter(data).value.keepsContacts === true;
  const document = textDocument(source.ending === '.md' ? '.md' : '.txt', body, bodyLine);
  return withRelease(document, { ...source, keepsContacts });
};
