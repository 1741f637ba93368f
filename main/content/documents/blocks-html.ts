import { frenchTypography } from '../../lib/typography.ts';
import type { Block } from './block.ts';
import { redact } from './redact.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as it may stand in HTML: no markup, no telephone number, no address, French typography. */
export function htmlText(text: string): string {
  return frenchTypography(redact(text)).replace(/[&<>]/gu, (sign) => SIGNS[sign] ?? '');
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
 * The text of an office document as a slide shows it, in the same few elements as Markdown. A heading that is the first
 * block is the title, and is not repeated in `html`.
 */
export function blocksHtml(blocks: readonly Block[]): { readonly title: string | null; readonly html: string } {
  const [first, ...others] = blocks;
  const title = first?.kind === 'heading' ? frenchTypography(redact(first.text)) : null;
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
