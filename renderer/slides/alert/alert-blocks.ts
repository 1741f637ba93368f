import { countWords } from '../../../main/reading-time.ts';
import { cutsWithin } from '../../text/flow.ts';
import { htmlBlocks, textBlock } from '../../text/rich.ts';

/** An order of so many words is read at once, in the largest letters. */
const TITLE_WORDS = 20;

/**
 * What an alert says, as nodes. Its title is the heading that it begins with; where it has none, the order itself is:
 * the first paragraph, or its first sentence. `name`, that of the file, is the last resort. The heading of the first rank
 * is the word « Alerte » above them.
 */
export function alertBlocks(html: string, name: string): DocumentFragment {
  const blocks = htmlBlocks(html);
  const first = blocks.firstElementChild;
  if (!first) blocks.append(textBlock('h2', name, 'title'));
  else if (/^H\d$/u.test(first.tagName)) first.replaceWith(renamed(first, 'h2', 'title'));
  else if (first.tagName === 'P') raise(first);
  for (const heading of blocks.querySelectorAll('h1')) heading.replaceWith(renamed(heading, 'h2'));
  return blocks;
}

/** Makes a title of a paragraph, or of its first sentence; of nothing where that is long. */
function raise(paragraph: Element): void {
  if (countWords(paragraph.textContent ?? '') <= TITLE_WORDS) {
    paragraph.replaceWith(renamed(paragraph, 'h2', 'title'));
    return;
  }
  const sentence = firstSentence(paragraph);
  if (!sentence || countWords(sentence.toString()) > TITLE_WORDS) return;
  const title = document.createElement('h2');
  title.className = 'title';
  title.dir = 'auto';
  title.append(sentence.extractContents());
  paragraph.before(title);
}

function firstSentence(paragraph: Element): Range | null {
  let left = cutsWithin(paragraph.textContent ?? '').find(({ rank }) => rank === 'sentence')?.offset;
  if (left === undefined) return null;
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left <= node.length) {
      const range = document.createRange();
      range.setStart(paragraph, 0);
      range.setEnd(node, left);
      return range;
    }
    left -= node.length;
  }
  return null;
}

function renamed(element: Element, tag: string, className = ''): HTMLElement {
  const other = document.createElement(tag);
  if (className) other.className = className;
  other.dir = 'auto';
  other.append(...element.childNodes);
  return other;
}
