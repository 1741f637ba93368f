import MarkdownIt, { type Token } from 'markdown-it';
import { once } from '../../../lib/once.ts';
import { type Block, type BlockKind, tableRow } from '../../documents/block.ts';
import { plainInline } from '../../documents/inline.ts';
import { type TextLine, unwrapLines, wrapColumn } from './unwrap.ts';

/** No `linkify`: addresses stay text here. `html: false`: tags are text, cleaned by `plainInline`. */
const parser = once(() => new MarkdownIt({ html: false }));

/** Blocks of a Markdown text. A paragraph whose lines are broken on purpose gives a block for each line. */
export function markdownBlocks(text: string, firstLine = 1): Block[] {
  const column = wrapColumn(text.split('\n'));
  const blocks: Block[] = [];
  const open: BlockKind[] = [];
  let level = 0;
  let row: InlineLine[] | null = null;
  let lastLine = firstLine;
  for (const token of parser().parse(text, {})) {
    const line = firstLine + (token.map?.[0] ?? 0);
    const container = CONTAINERS[token.type];
    if (container !== undefined) {
      if (token.nesting === 1) open.push(container);
      else open.pop();
      level = container === 'heading' && token.nesting === 1 ? Number(token.tag.slice(1)) : 0;
    } else if (token.type === 'tr_open') {
      row = [];
    } else if (token.type === 'tr_close') {
      blocks.push(...rowBlocks(row ?? [], lastLine));
      row = null;
    } else if (token.type === 'inline') {
      const lines = inlineLines(token, line);
      if (row !== null) row.push(...lines);
      else {
        const own = lineBlocks(lines, column, open.at(-1) ?? 'paragraph', level, isBold(token));
        blocks.push(...own.map((block) => withStrikes(block, lines)));
      }
    } else if (token.type === 'code_block' || token.type === 'fence') {
      const lines = token.content.split('\n').map((each, at) => ({ text: each, line: line + at }));
      blocks.push(...lineBlocks(lines, column, 'paragraph', 0, false));
    }
    if (token.map) lastLine = line;
  }
  return blocks;
}

const CONTAINERS: Readonly<Record<string, BlockKind>> = {
  heading_open: 'heading',
  heading_close: 'heading',
  list_item_open: 'list-item',
  list_item_close: 'list-item',
  blockquote_open: 'quote',
  blockquote_close: 'quote',
};

/** A line, and whether all or some of its words are struck through. */
interface InlineLine extends TextLine {
  readonly struck: 'all' | 'some' | 'none';
}

/** The same as it is written. */
interface WrittenLine {
  all: string;
  /** Without the words that are struck through. */
  kept: string;
  readonly line: number;
}

const HAS_WORDS = /[\p{L}\p{N}]/u;

/** The text of an inline token, in the lines of its source, without marks; the words of links and pictures stay. */
function inlineLines(token: Token, firstLine: number): InlineLine[] {
  const lines: WrittenLine[] = [{ all: '', kept: '', line: firstLine }];
  let depth = 0;
  for (const child of token.children ?? []) {
    if (child.type === 's_open') depth++;
    if (child.type === 's_close') depth--;
    if (child.type === 'softbreak' || child.type === 'hardbreak') {
      lines.push({ all: '', kept: '', line: firstLine + lines.length });
      continue;
    }
    const last = lines.at(-1);
    if (last === undefined) continue;
    last.all += child.content;
    if (depth === 0) last.kept += child.content;
  }
  return lines.map(withoutStruck);
}

/** « ~~14h~~ 15h » is « 15h »; « ~~sortie~~ annulée » says that the sortie is cancelled, and keeps its words. */
function withoutStruck({ all, kept, line }: WrittenLine): InlineLine {
  if (all === kept) return { text: all, line, struck: 'none' };
  if (!HAS_WORDS.test(kept)) return { text: all, line, struck: 'all' };
  const isStatus = /^[^\p{L}\p{N}]*(?:annul|supprim|report|d[ée]plac|d[ée]cal)/iu.test(kept);
  return isStatus ? { text: all, line, struck: 'none' } : { text: kept, line, struck: 'some' };
}

/** A row of a table, each of whose cells is one line. */
function rowBlocks(cells: readonly InlineLine[], line: number): Block[] {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const struck = filled.length > 0 && filled.every((cell) => cell.struck === 'all');
  const kept = cells.map((cell) => (cell.struck === 'all' && !struck ? '' : plainInline(cell.text)));
  const block = tableRow(kept, line);
  if (block === null) return [];
  const isPart = !struck && filled.some((cell) => cell.struck !== 'none');
  return [{ ...block, ...(struck ? { struck } : {}), ...(isPart ? { partlyStruck: true } : {}) }];
}

function withStrikes(block: Block, lines: readonly InlineLine[]): Block {
  const from = lines.findIndex(({ line }) => line === block.line);
  const [first] = lines.slice(Math.max(0, from));
  const isWhole = first?.struck === 'all' && plainInline(first.text) === block.text;
  if (isWhole) return { ...block, struck: true };
  return lines.some(({ struck }) => struck === 'some') ? { ...block, partlyStruck: true } : block;
}

function lineBlocks(
  lines: readonly TextLine[],
  column: number | null,
  kind: BlockKind,
  level: number,
  bold: boolean,
): Block[] {
  const filled = lines.map(({ text, line }) => ({ text: text.trim(), line })).filter(({ text }) => text !== '');
  // A heading is one block, even if it is broken into lines.
  const joined =
    kind === 'heading'
      ? [{ text: filled.map(({ text }) => text).join(' '), line: filled[0]?.line ?? 1 }]
      : unwrapLines(filled, column);
  return joined
    .map(({ text, line }, at) => ({
      // After a break on purpose, the rest of a list item is a paragraph of its own.
      kind: at > 0 && kind === 'list-item' ? ('paragraph' as const) : kind,
      level,
      text: plainInline(text),
      line,
      ...(bold ? { bold } : {}),
    }))
    .filter(({ text }) => text !== '');
}

/** Whether all words of a token are bold. */
function isBold(token: Token): boolean {
  let depth = 0;
  for (const child of token.children ?? []) {
    if (child.type === 'strong_open') depth++;
    else if (child.type === 'strong_close') depth--;
    else if (depth === 0 && child.type === 'text' && child.content.replace(/[\s:]/g, '') !== '') return false;
  }
  return (token.children ?? []).some((child) => child.type === 'strong_open');
}
