import type { Block } from '../../documents/block.ts';
import { plainInline } from '../../documents/inline.ts';
import { type TextLine, unwrapLines, wrapColumn } from './unwrap.ts';

const BULLET = /^\s*(?:[-*+•‣▪◦·–—]|\d{1,2}[.)])\s+(?=\S)/u;

/**
 * Blocks of plain text: one for each line, or for each paragraph where an editor wrapped the lines. Bullets make list
 * items; marks of Markdown are removed, since staff paste texts from anywhere.
 */
export function textBlocks(text: string, firstLine = 1): Block[] {
  const lines = text.split('\n');
  const column = wrapColumn(lines);
  const blocks: Block[] = [];
  let group: TextLine[] = [];
  const flush = (): void => {
    for (const { text: joined, line } of unwrapLines(group, column)) blocks.push(...lineBlock(joined, line));
    group = [];
  };
  lines.forEach((text, at) => {
    const opens = text.trim() === '' || BULLET.test(text) || /^#{1,6}\s/.test(text);
    if (opens) flush();
    if (text.trim() !== '') group.push({ text: text.trim(), line: firstLine + at });
  });
  flush();
  return blocks;
}

function lineBlock(raw: string, line: number): Block[] {
  if (/^([-*_=]\s*){3,}$/.test(raw)) return [];
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(raw);
  const bullet = heading === null && BULLET.test(raw);
  const text = plainInline(heading?.[2] ?? (bullet ? raw.replace(BULLET, '') : raw));
  if (text === '') return [];
  if (heading !== null) return [{ kind: 'heading', level: heading[1]?.length ?? 1, text, line }];
  const bold = /^\*\*[^*]+\*\*\s*:?$/.test(raw.replace(BULLET, '').trim());
  return [{ kind: bullet ? 'list-item' : 'paragraph', level: 0, text, line, ...(bold ? { bold } : {}) }];
}
