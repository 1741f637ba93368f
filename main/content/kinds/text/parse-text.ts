import type { Refused } from '../../fault.ts';
import { type DocumentText, withRelease } from '../../press-release/document-text.ts';
import type { Parse } from '../file-kind.ts';
import { decodeText } from './decode-text.ts';
import { splitFrontMatter } from './front-matter-text.ts';
import { textDocument } from './text-document.ts';

/** The blocks of a `.md` or `.txt` without its front matter, and the events that it announces. */
export const parseText: Parse<DocumentText | Refused> = (source) => {
  const decoded = decodeText(source.bytes);
  if (!decoded.ok) return decoded;
  const { body, bodyLine } = splitFrontMatter(decoded.text);
  return withRelease(textDocument(source.ending === '.md' ? '.md' : '.txt', body, bodyLine), source);
};
