import { htmlBlocks } from './html-blocks.ts';
import { decodeEntities } from './inline.ts';

/** A text is HTML where it has a tag that calendar programs write; « a < b » is not one. */
const MARKUP =
  /<\/?(?:p|br|div|span|a|b|i|u|s|em|strong|font|ul|ol|li|h[1-6]|hr|table|tbody|tr|t[dh]|blockquote|html|body|html-blob|style|script|head)(?:\s[^<>]*|\/)?>/iu;
const BREAKS = /<(?:p|br|div|li|h[1-6]|tr|hr)[\s/>]/iu;
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>/giu;
/** Tags that `htmlBlocks` knows. Some others stand for one of them; the rest is removed. */
const KNOWN = new Set(['p', 'br', 'li', 'ul', 'ol', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong']);
const STANDS_FOR: ReadonlyMap<string, string> = new Map([
  ...['div', 'section', 'article', 'blockquote', 'dt', 'dd', 'pre'].map((tag) => [tag, 'p'] as const),
  ['b', 'strong'],
  ['hr', 'br'],
]);

/** A text without what stands between two marks. It is read only once, even if many marks are never closed. */
function without(text: string, open: RegExp, close: RegExp): string {
  const [first = '', ...others] = text.split(open);
  const afterClose = (part: string): string => {
    const end = close.exec(part);
    return end === null ? '' : part.slice(end.index + end[0].length);
  };
  return [first, ...others.map(afterClose)].join(' ');
}

/**
 * Plain text of a description that another program wrote: Google, Outlook and Apple put HTML in it. Its paragraphs, list
 * items and lines are separated by a blank line. A text without markup keeps its lines; its entities are decoded.
 */
export function plainOfHtml(text: string): string {
  if (!MARKUP.test(text)) return decodeEntities(text);
  const shown = without(without(text, /<!--/u, /-->/u), /<(?:style|script|head)\b/iu, /<\/(?:style|script|head)\s*>/iu);
  // Where there are only inline tags, the ends of lines are real ones.
  const broken = BREAKS.test(shown) ? shown : shown.replace(/\r?\n/gu, '<br>');
  const known = broken
    .replace(TAG, (_tag, slash: string, name: string) => {
      const tag = STANDS_FOR.get(name.toLowerCase()) ?? name.toLowerCase();
      return KNOWN.has(tag) ? `<${tag === 'br' ? '' : slash}${tag}>` : '';
    })
    .replace(/<(?!\/?[a-z][a-z0-9]*>)/gu, '&lt;');
  return htmlBlocks(known)
    .map((block) => block.text)
    .join('\n\n');
}
