import { type Block, type BlockKind, endCell, tableRow } from './block.ts';
import { decodeEntities, plainInline } from './inline.ts';

/** A block that is being read: its text, and how much of it is bold. */
interface OpenBlock {
  kind: BlockKind;
  level: number;
  text: string;
  plain: boolean;
}

/**
 * Blocks of the HTML that mammoth writes: well-formed, with few tags, and attributes that do not matter. A line break in a
 * paragraph begins a new block; `line` is the rank of the block.
 */
export function htmlBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  let open: OpenBlock | null = null;
  let cells: string[] | null = null;
  let cellsBefore = 0;
  let bold = 0;
  let items = 0;
  const flush = (): void => {
    const text = open === null ? '' : plainInline(open.text);
    if (open !== null && text !== '') {
      if (cells !== null) cells.push(text);
      else {
        const { kind, level, plain } = open;
        blocks.push({ kind, level, text, line: blocks.length + 1, ...(plain ? {} : { bold: true }) });
      }
    }
    open = null;
  };
  const begin = (kind: BlockKind, level = 0): OpenBlock => ({ kind, level, text: '', plain: false });
  const isHeading = (): boolean => open !== null && open.level > 0;
  const append = (text: string): void => {
    open ??= begin(items > 0 ? 'list-item' : 'paragraph');
    open.text += text;
    if (bold === 0 && /[\p{L}\p{N}]/u.test(text)) open.plain = true;
  };
  for (const [, tag, text] of html.matchAll(/<(\/?[a-z][a-z0-9]*)(?:\s[^>]*)?>|([^<]+)/g)) {
    if (text !== undefined) {
      append(decodeEntities(text).replaceAll('<', '‹'));
    } else if (tag === 'strong') bold++;
    else if (tag === '/strong') bold--;
    else if (tag === 'li') {
      flush();
      items++;
    } else if (tag === '/li') {
      flush();
      items--;
    } else if (tag === 'br') {
      if (isHeading()) append(' ');
      else flush();
    } else if (tag === 'tr') {
      flush();
      cells = [];
    } else if (tag === '/tr') {
      flush();
      const row = tableRow(cells ?? [], blocks.length + 1);
      cells = null;
      if (row !== null) blocks.push(row);
    } else if (/^\/t[dh]$/.test(tag ?? '')) {
      flush();
      if (cells !== null) endCell(cells, cellsBefore);
    } else if (/^\/?(?:p|h[1-6]|td|th|ul|ol)$/.test(tag ?? '')) {
      flush();
      if (tag === 'td' || tag === 'th') cellsBefore = cells?.length ?? 0;
      const level = /^h([1-6])$/.exec(tag ?? '')?.[1];
      if (level !== undefined) open = begin('heading', Number(level));
    }
  }
  flush();
  return blocks;
}
