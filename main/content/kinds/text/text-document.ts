import type { Block } from '../../documents/block.ts';
import type { ReadDocument } from '../../documents/document.ts';
import { withinLimits } from '../../documents/limits.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { textBlocks } from './text-blocks.ts';

/** A text: the rows of its tables are blocks like others. */
interface ReadText extends ReadDocument {
  readonly blocks: readonly Block[];
}

/** The blocks of a text without its front matter; `firstLine` is where it begins in its file. */
export function textDocument(ending: '.md' | '.txt', source: string, firstLine = 1): ReadText {
  const { text, warnings } = withinLimits(source);
  const isMarkdown = ending === '.md' && !hasGiantParagraph(text);
  return { ok: true, blocks: isMarkdown ? markdownBlocks(text, firstLine) : textBlocks(text, firstLine), warnings };
}

/** Reading the marks of a paragraph takes time that grows with the square of its length; nobody writes one this long. */
const MAX_PARAGRAPH = 20_000;

function hasGiantParagraph(text: string): boolean {
  return text.split(/\n[ \t]*\n/).some((paragraph) => paragraph.length > MAX_PARAGRAPH);
}
