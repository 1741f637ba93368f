import { html, type TemplateResult } from 'lit';
import { bindLastWord, ordinalRuns, typeset, typesetPiece } from './typography.ts';

/** A plain text for a template: typeset, with the letters of ordinals raised. */
export function rich(text: string): (string | TemplateResult)[] {
  return ordinalRuns(typeset(text)).map((run) => (run.raised ? html`<sup>${run.text}</sup>` : run.text));
}

/** A plain text as paragraphs; an empty line starts a new one. */
export function paragraphs(text: string, className = ''): HTMLElement[] {
  const blocks = text.split(/\n\s*\n/u).map((block) => block.replace(/\s*\n\s*/gu, ' ').trim());
  return blocks.filter((block) => block !== '').map((block) => textBlock('p', block, className));
}

/** An element with one typeset text in it. */
export function textBlock(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.dir = 'auto';
  element.append(...nodesOf(typeset(text)));
  return element;
}

function nodesOf(text: string): (string | HTMLElement)[] {
  return ordinalRuns(text).map((run) => {
    if (!run.raised) return run.text;
    const raised = document.createElement('sup');
    raised.textContent = run.text;
    return raised;
  });
}

/**
 * HTML of the service (from Markdown, no raw HTML) as nodes for the wall: typeset, without links to follow, and without
 * inline styles, which the content security policy of the page forbids: the alignment of a column becomes an attribute.
 */
export function htmlBlocks(source: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = source.replace(/ style="text-align:\s*(left|center|right)"/gu, ' data-align="$1"');
  const { content } = template;
  for (const element of content.querySelectorAll('[style]')) element.removeAttribute('style');
  for (const link of content.querySelectorAll('a')) link.removeAttribute('href');
  for (const image of content.querySelectorAll('img:not([src^="/media/"])')) image.remove();
  // Each item has its own number, so that a list that goes on on another page counts on.
  for (const list of content.querySelectorAll('ol')) {
    for (const [index, item] of [...list.children].entries()) item.setAttribute('value', String(list.start + index));
  }
  typesetTexts(content);
  for (const block of content.querySelectorAll('p, li, h1, h2, h3, h4, blockquote, td, th')) {
    block.setAttribute('dir', 'auto');
  }
  return content;
}

/** Typesets every text of some nodes, except code. */
function typesetTexts(content: DocumentFragment): void {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('code, pre')) continue;
    const isLastOfBlock =
      text.nextSibling === null && text.parentElement?.matches('p, li, h1, h2, h3, h4, blockquote, td');
    const piece = typesetPiece(text.data.replace(/\s*\n\s*/gu, ' '));
    text.replaceWith(...nodesOf(isLastOfBlock ? bindLastWord(piece) : piece));
  }
}
