import { decodeEntities, plainInline } from './inline.ts';

/** A text is HTML where it has a tag that calendar programs write; « a < b » is not one. */
const MARKUP =
  /<\/?(?:p|br|div|span|a|b|i|u|s|em|strong|font|ul|ol|li|h[1-6]|hr|table|tbody|tr|t[dh]|blockquote|html|body|html-blob|style|script|head)(?:\s[^<>]*|\/)?>/iu;
const BREAKS = /<(?:p|br|div|li|h[1-6]|tr|hr)[\s/>]/iu;
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>/giu;
/** Tags that begin and end a line. All others but those of tables are removed. */
const LINE = /^(?:p|br|hr|li|ul|ol|h[1-6]|div|section|article|blockquote|dt|dd|pre)$/u;
const IN_TABLE = /^(?:tr|td|th)$/u;

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
  const shown = without(
    without(text.replace(/<!doctype\b[^<>]*>/iu, ''), /<!--/u, /-->/u),
    /<(?:style|script|head)\b/iu,
    /<\/(?:style|script|head)\s*>/iu,
  );
  // Where there are only inline tags, the ends of lines are real ones.
  const broken = BREAKS.test(shown) ? shown : shown.replace(/\r?\n/gu, '<br>');
  const known = broken
    .replace(TAG, (_tag, slash: string, name: string) => {
      const tag = name.toLowerCase();
      if (LINE.test(tag)) return '<br>';
      return IN_TABLE.test(tag) ? `<${slash}${tag}>` : '';
    })
    .replace(/<(?!\/?[a-z]+>)/gu, '&lt;');
  return linesOf(known)
    .filter((line) => line.trim() !== '')
    .map((line) => plainInline(decodeEntities(line).replaceAll('<', '‹')))
    .filter((line) => line !== '')
    .join('\n\n');
}

/** The text between line breaks. A row of a table is one line, its cells parted by bars. */
function linesOf(html: string): string[] {
  const lines = [''];
  let inRow = false;
  for (const [, tag, text] of html.matchAll(/<(\/?[a-z]+)>|([^<]+)/gu)) {
    const last = lines.at(-1) ?? '';
    if (text !== undefined) lines[lines.length - 1] = last + text;
    else if (tag === 'tr' || tag === '/tr' || (tag === 'br' && !inRow)) lines.push('');
    else if (tag === 'br') lines[lines.length - 1] = `${last} `;
    else if (tag === 'td' || tag === 'th') lines[lines.length - 1] = last.trim() === '' ? '' : `${last.trimEnd()} | `;
    if (tag === 'tr' || tag === '/tr') inRow = tag === 'tr';
  }
  return lines;
}
