import { frenchTypography } from '../../lib/typography.ts';
import type { Block } from './block.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as it may stand in HTML: no markup, French typography. */
export function htmlText(text: string): string {
  return frenchTypography(text).replace(/[&<>]/gu, (sign) => SIGNS[sign] ?? '');
}

const TAGS = { heading: 'h2', paragraph: 'p', 'list-item': 'li', quote: 'blockquote', 'table-row': 'tr' } as const;
const AROUND: Partial<Record<Block['kind'], string>> = { 'list-item': 'ul', 'table-row': 'table' };

function blockHtml({ kind, text }: Block): string {
  const inner =
    kind === 'table-row'
      ? text
          .split(' | ')
          .map((cell) => `<td>${htmlText(cell)}</td>`)
          .join('')
      : htmlText(text);
  return `<${TAGS[kind]}>${inner}</${TAGS[kind]}>`;
}

/**
 * The text of an office document as a slide shows it: the same few elements that Markdown gives. Its first block, where
 * that is a heading, is the title and stands apart.
 */
export function blocksHtml(blocks: readonly Block[]): { readonly title: string | null; readonly html: string } {
  const [first, ...others] = blocks;
  const title = first?.kind === 'heading' ? frenchTypography(first.text) : null;
  const body = title === null ? blocks : others;
  const html = body.map((block, index) => {
    const around = AROUND[block.kind];
    if (around === undefined) return blockHtml(block);
    const opens = body[index - 1]?.kind === block.kind ? '' : `<${around}>`;
    const closes = body[index + 1]?.kind === block.kind ? '' : `</${around}>`;
    return `${opens}${blockHtml(block)}${closes}`;
  });
  return { title: title === '' ? null : title, html: html.join('\n') };
}
