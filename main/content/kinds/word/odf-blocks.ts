import { type Block, type BlockKind, endCell, tableRow } from '../../documents/block.ts';
import { decodeEntities, plainInline } from '../../documents/inline.ts';
import { attributeOf, childrenOf, tagOf, type XmlNode } from './xml-node.ts';

/** Elements of which no text is read. */
const SKIPPED = new Set([
  'office:annotation',
  'office:forms',
  'office:scripts',
  'text:tracked-changes',
  'text:note',
  'text:sequence-decls',
  'text:table-of-content',
  'svg:title',
  'svg:desc',
]);

/** What a style means for a block. */
interface Style {
  readonly parent: string;
  readonly bold: boolean;
}

interface Context {
  readonly blocks: Block[];
  readonly styles: ReadonlyMap<string, Style>;
  readonly kind: BlockKind;
  /** Cells of the table row being read, or null outside tables. */
  readonly cells: string[] | null;
}

/** Blocks of a parsed `content.xml`; `styles` is the parsed `styles.xml`. `line` is the rank of the block. */
export function odfBlocks(content: readonly XmlNode[], styles: readonly XmlNode[]): Block[] {
  const known = new Map<string, Style>();
  collectStyles(styles, known);
  collectStyles(content, known);
  const context: Context = { blocks: [], styles: known, kind: 'paragraph', cells: null };
  walk(find(content, 'office:text'), context);
  return context.blocks;
}

function walk(nodes: readonly XmlNode[], context: Context): void {
  for (const node of nodes) {
    const tag = tagOf(node);
    const children = childrenOf(node, tag);
    if (SKIPPED.has(tag)) continue;
    if (tag === 'text:p' || tag === 'text:h') paragraph(node, tag, children, context);
    else if (tag === 'table:table-row') {
      const cells: string[] = [];
      for (const child of children) {
        const before = cells.length;
        walk([child], { ...context, cells });
        if (/^table:(?:covered-)?table-cell$/.test(tagOf(child))) endCell(cells, before);
      }
      const row = tableRow(cells, context.blocks.length + 1);
      if (row !== null) context.blocks.push(row);
    } else walk(children, tag === 'text:list' ? { ...context, kind: 'list-item' } : context);
  }
}

function paragraph(node: XmlNode, tag: string, children: readonly XmlNode[], context: Context): void {
  const style = attributeOf(node, 'text:style-name');
  const level =
    tag === 'text:h' ? Number(attributeOf(node, 'text:outline-level') || 1) : titleLevel(style, context.styles);
  const pieces: { text: string; bold: boolean }[] = [];
  const frames: XmlNode[] = [];
  gather(children, isBold(style, context.styles), context.styles, pieces, frames);
  // A frame is anchored in a paragraph, but it is not part of its sentence.
  walk(frames, context);
  const bold = pieces.every((piece) => piece.bold || !/[\p{L}\p{N}]/u.test(piece.text));
  const paragraphText = pieces.map((piece) => piece.text).join('');
  const lines = level > 0 || context.cells !== null ? [paragraphText.replaceAll('\n', ' ')] : paragraphText.split('\n');
  for (const line of lines) {
    const text = plainInline(line);
    if (text === '') continue;
    if (context.cells !== null) context.cells.push(text);
    else if (level > 0) add(context, { kind: 'heading', level: Math.min(6, Math.max(1, level)), text });
    else add(context, { kind: context.kind, level: 0, text, ...(bold ? { bold } : {}) });
  }
}

function add(context: Context, block: Omit<Block, 'line'>): void {
  context.blocks.push({ ...block, line: context.blocks.length + 1 });
}

/** The text of a paragraph in order, with `\n` for its line breaks. */
function gather(
  nodes: readonly XmlNode[],
  bold: boolean,
  styles: ReadonlyMap<string, Style>,
  pieces: { text: string; bold: boolean }[],
  frames: XmlNode[],
): void {
  for (const node of nodes) {
    const tag = tagOf(node);
    if (SKIPPED.has(tag)) continue;
    if (tag === '#text') {
      // In ODF, white space of any length is one space; more than one is written as `text:s`.
      pieces.push({
        text: decodeEntities(String(node['#text'] ?? ''))
          .replaceAll('<', '‹')
          .replace(/\s+/g, ' '),
        bold,
      });
    } else if (tag === 'text:s' || tag === 'text:tab') pieces.push({ text: ' ', bold });
    else if (tag === 'text:line-break') pieces.push({ text: '\n', bold });
    else if (tag.startsWith('draw:')) frames.push(node);
    else {
      const name = attributeOf(node, 'text:style-name');
      gather(childrenOf(node, tag), name === '' ? bold : isBold(name, styles) || bold, styles, pieces, frames);
    }
  }
}

function collectStyles(nodes: readonly XmlNode[], known: Map<string, Style>): void {
  for (const node of nodes) {
    const tag = tagOf(node);
    if (tag === 'style:style') {
      const weights = childrenOf(node, tag).map((child) => attributeOf(child, 'fo:font-weight'));
      known.set(attributeOf(node, 'style:name'), {
        parent: attributeOf(node, 'style:parent-style-name'),
        bold: weights.some((weight) => weight === 'bold' || Number(weight) >= 600),
      });
    } else if (!tag.startsWith('text:')) collectStyles(childrenOf(node, tag), known);
  }
}

/** A style and its parents: eight at most, more than any document has, so that a cycle of styles ends. */
function lineage(name: string, styles: ReadonlyMap<string, Style>): string[] {
  const names = [name];
  for (let step = 0; step < 8; step++) names.push(styles.get(names.at(-1) ?? '')?.parent ?? '');
  return names.filter((each) => each !== '');
}

function isBold(name: string, styles: ReadonlyMap<string, Style>): boolean {
  return lineage(name, styles).some((each) => styles.get(each)?.bold === true);
}

/** « Title » and « Heading_20_2 » used on plain paragraphs. */
function titleLevel(name: string, styles: ReadonlyMap<string, Style>): number {
  for (const each of lineage(name, styles)) {
    const heading = /^(?:Heading|Titre)(?:_20_|\s)?(\d)$/i.exec(each);
    if (heading !== null) return Number(heading[1]);
    if (/^(?:Title|Titre)$/i.test(each)) return 1;
    if (/^Subtitle$/i.test(each)) return 2;
  }
  return 0;
}

function find(nodes: readonly XmlNode[], wanted: string): readonly XmlNode[] {
  for (const node of nodes) {
    const tag = tagOf(node);
    if (tag === wanted) return childrenOf(node, tag);
    const inside = find(childrenOf(node, tag), wanted);
    if (inside.length > 0) return inside;
  }
  return [];
}
