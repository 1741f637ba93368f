import { capitalised } from '../../lib/capitalised.ts';
import { frenchTypography } from '../../lib/typography.ts';
import type { Block } from './block.ts';
import { encodeEntities } from './inline.ts';
import { cellText, type DocumentBlock, type Table, type TableCell } from './table.ts';

/** Text as it may stand in HTML: no markup, French typography. */
export function htmlText(text: string): string {
  return encodeEntities(frenchTypography(text));
}

/** The number of a heading is a part of what is shown; that of an item is written by its list. */
const shownText = ({ kind, label, text }: Block): string =>
  kind === 'heading' && label !== undefined ? `${label} ${text}` : text;

const TAGS = { heading: 'h2', paragraph: 'p', 'list-item': 'li', quote: 'blockquote', 'table-row': 'p' } as const;

function blockHtml(block: DocumentBlock): string {
  return block.kind === 'table'
    ? tableHtml(block)
    : `<${TAGS[block.kind]}>${htmlText(shownText(block))}</${TAGS[block.kind]}>`;
}

function tableHtml({ rows, heads }: Table): string {
  const html = rows.map(
    (row, at) => `<tr>${row.map((cell) => cellHtml(cell, at < heads ? 'th' : 'td')).join('')}</tr>`,
  );
  const head = heads > 0 ? `<thead>${html.slice(0, heads).join('')}</thead>` : '';
  return `<table>${head}<tbody>${html.slice(heads).join('')}</tbody></table>`;
}

/** A number that is broken into two lines is found before the lines are parted. */
function cellHtml({ lines, columns, rows }: TableCell, tag: 'td' | 'th'): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  const text = htmlText(lines.join('\n')).replaceAll('\n', '<br>\n');
  return `<${tag}${spans}>${text}</${tag}>`;
}

/** Characters of a text slide: some twelve minutes of reading, longer than anybody stands in front of a screen. */
const MAX_SHOWN = 16_000;

interface ShownBlocks {
  readonly title: string | null;
  readonly html: string;
  /** True where the text was longer than a wall can show, and its end was left out. */
  readonly cut: boolean;
}

/** « Objet : réunion des parents », below the letterhead. */
const SUBJECT = /^objet\s*:\s*(?=\p{L})/iu;
/** A letter names its subject in one of so many first blocks. */
const LETTERHEAD = 12;

/** The block that says what a text is about, and its words as a title; null where none does. */
function titleBlock(
  blocks: readonly DocumentBlock[],
): { readonly block: DocumentBlock; readonly title: string } | null {
  const [first] = blocks;
  if (first?.kind === 'heading') return { block: first, title: shownText(first) };
  for (const block of blocks.slice(0, LETTERHEAD)) {
    if (block.kind === 'paragraph' && SUBJECT.test(block.text))
      return { block, title: capitalised(block.text.replace(SUBJECT, '')) };
  }
  return null;
}

/**
 * The text of an office document as a slide shows it, in the same few elements as Markdown. A heading that is the first
 * block, or the subject of a letter, is the title, and is not repeated in `html`.
 */
export function blocksHtml(blocks: readonly DocumentBlock[]): ShownBlocks {
  const found = titleBlock(blocks);
  const title = found === null ? null : frenchTypography(found.title);
  const { body, cut } = firstBlocks(found === null ? blocks : blocks.filter((block) => block !== found.block));
  const html = body.map((block, index) => {
    if (block.kind !== 'list-item') return blockHtml(block);
    const tag = block.number === undefined ? 'ul' : 'ol';
    const opens = goesOn(body[index - 1], block) ? '' : tag === 'ul' ? '<ul>' : orderedList(block);
    return `${opens}${blockHtml(block)}${goesOn(block, body[index + 1]) ? '' : `</${tag}>`}`;
  });
  return { title: title === '' ? null : title, html: html.join('\n'), cut };
}

const orderedList = ({ number, letters }: Pick<Block, 'number' | 'letters'>): string =>
  `<ol${letters === undefined ? '' : ` type="${letters}"`} start="${number}">`;

/** Whether two blocks are items of one list: both without a number, or numbered one after the other in the same way. */
function goesOn(one: DocumentBlock | undefined, next: DocumentBlock | undefined): boolean {
  if (one?.kind !== 'list-item' || next?.kind !== 'list-item') return false;
  if (one.letters !== next.letters) return false;
  return one.number === undefined ? next.number === undefined : next.number === one.number + 1;
}

/** As many blocks, and rows of tables, as a slide shows; at least one. */
function firstBlocks(blocks: readonly DocumentBlock[]): {
  readonly body: readonly DocumentBlock[];
  readonly cut: boolean;
} {
  const body: DocumentBlock[] = [];
  let left = MAX_SHOWN;
  for (const block of blocks) {
    if (block.kind === 'table') {
      const lengths = block.rows.map((row) => row.reduce((sum, cell) => sum + cellText(cell).length, 0));
      let kept = 0;
      for (; kept < lengths.length && left > 0; kept += 1) left -= lengths[kept] ?? 0;
      if (kept > 0) body.push({ ...block, rows: block.rows.slice(0, kept) });
      if (kept < block.rows.length) return { body, cut: true };
    } else if (left > 0) {
      body.push(block);
      left -= block.text.length;
    } else return { body, cut: true };
  }
  return { body, cut: false };
}
