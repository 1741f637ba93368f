import { countWords } from '../../../main/reading-time.ts';
import { cutsWithin, textPosition } from '../../text/cuts.ts';
import { htmlBlocks, textBlock } from '../../text/rich.ts';

/** An order of at most so many words is set in the largest letters, as a title. */
const MAX_TITLE_WORDS = 20;

/**
 * The message of an alert, as nodes. Its title is the heading it begins with; without one, its first paragraph, or the
 * first sentence of it, is the title, since that is the order to follow. `name`, that of the file, is used only for an alert
 * without text. All headings are of the second rank: the first is the word « Alerte » above them.
 */
export function alertBlocks(html: string, name: string): DocumentFragment {
  const blocks = htmlBlocks(html);
  const first = blocks.firstElementChild;
  if (!first) blocks.append(textBlock('h2', name, 'title'));
  else if (/^H\d$/u.test(first.tagName)) first.replaceWith(renamed(first, 'h2', 'title'));
  else if (first.tagName === 'P') makeTitle(first);
  for (const heading of blocks.querySelectorAll('h1')) heading.replaceWith(renamed(heading, 'h2'));
  return blocks;
}

/** Makes a title of a short paragraph, or of the first sentence of a longer one; does nothing where that is long too. */
function makeTitle(paragraph: Element): void {
  if (countWords(paragraph.textContent ?? '') <= MAX_TITLE_WORDS) {
    paragraph.replaceWith(renamed(paragraph, 'h2', 'title'));
    return;
  }
  const sentence = firstSentence(paragraph);
  if (!sentence || countWords(sentence.toString()) > MAX_TITLE_WORDS) return;
  const title = document.createElement('h2');
  title.className = 'title';
  title.dir = 'auto';
  title.append(sentence.extractContents());
  paragraph.before(title);
}

/** null where the paragraph is one sentence. */
function firstSentence(paragraph: Element): Range | null {
  const end = cutsWithin(paragraph.textContent ?? '').find(({ rank }) => rank === 'sentence')?.offset;
  const lastCharacter = end === undefined ? null : textPosition(paragraph, end - 1);
  if (!lastCharacter) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(lastCharacter.node, lastCharacter.offset + 1);
  return range;
}

function renamed(element: Element, tag: string, className = ''): HTMLElement {
  const other = document.createElement(tag);
  if (className) other.className = className;
  other.dir = 'auto';
  other.append(...element.childNodes);
  return other;
}
