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
  let row: string[] | null = null;
  let isStruckRow = true;
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
      isStruckRow = true;
    } else if (token.type === 'tr_close') {
      const block = tableRow(row ?? [], lastLine);
      if (block !== null) blocks.push(isStruckRow ? { ...block, struck: true } : block);
      row = null;
    } else if (token.type === 'inline') {
      const lines = inlineLines(token, line);
      if (row !== null) isStruckRow &&= token.content.trim() === '' || isWithin(token, 's');
      if (row !== null) row.push(lines.map((each) => plainInline(each.text)).join(' '));
      else {
        const own = lineBlocks(lines, column, open.at(-1) ?? 'paragraph', level, isWithin(token, 'strong'));
        blocks.push(...(isWithin(token, 's') ? own.map((block): Block => ({ ...block, struck: true })) : own));
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

/** The text of an inline token, in the lines of its source, without marks; the words of links and pictures stay. */
function inlineLines(token: Token, firstLine: number): TextLine[] {
  const lines = [{ text: '', line: firstLine }];
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') {
      lines.push({ text: '', line: firstLine + lines.length });
      continue;
    }
    const last = lines.at(-1);
    if (last !== undefined) last.text += child.content;
  }
  return lines;
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

/** Whether all words of a token stand in marks of a kind: `strong` for bold, `s` for struck through. */
function isWithin(token: Token, mark: 'strong' | 's'): boolean {
  let depth = 0;
  for (const child of token.children ?? []) {
    if (child.type === `${mark}_open`) depth++;
    else if (child.type === `${mark}_close`) depth--;
    else if (depth === 0 && child.type === 'text' && child.content.replace(/[\s:]/g, '') !== '') return false;
  }
  return (token.children ?? []).some((child) => child.type === `${mark}_open`);
}
