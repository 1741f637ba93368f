import { countWords } from '../../main/reading-time.ts';
import { type Cut, type CutRank, partition } from './partition.ts';
import { repeatHeadingRow } from './tables.ts';

/** Blocks that hold text, not other blocks. */
const LEAVES = 'p, li, h1, h2, h3, h4, h5, h6, pre, tr, hr, dt, dd';
/** Only words longer than this are ever cut within, when nothing else is left. */
const LONG_WORD = 18;

interface Place extends Cut {
  readonly node: Node;
  readonly offset: number;
}

/**
 * Splits blocks of text into pages. `fits(page, n)` is asked of a copy of what would be page `n`; a page holds at most
 * `words` words where it can be cut at a sentence. Inline markup, lists and tables are kept on both sides of a cut, with
 * the heading row of a table; a heading ends a page only where the alternative is to cut a sentence.
 */
export function paginate(
  source: DocumentFragment,
  fits: (page: DocumentFragment, n: number) => boolean,
  words = Number.POSITIVE_INFINITY,
): DocumentFragment[] {
  const places = placesOf(source);
  if (places.length < 2) return [source.cloneNode(true) as DocumentFragment];
  const piece = (from: number, to: number): DocumentFragment => copyBetween(source, places[from], places[to]);
  const ends = partition(
    places,
    (from, to, page) => fits(piece(from, to), page),
    (from, to) => wordsOf(piece(from, to)) <= words,
  );
  return ends.slice(1).map((to, index) => piece(ends[index] ?? 0, to));
}

/** Words of a piece of text; those of two blocks, or of two cells, are never one. */
export function wordsOf(piece: ParentNode): number {
  const leaves = [...piece.querySelectorAll(`${LEAVES}, td, th`)].filter(
    (leaf) => !leaf.querySelector(`${LEAVES}, td, th`),
  );
  return leaves.reduce((total, leaf) => total + countWords(leaf.textContent ?? ''), 0);
}

/** Every place where the text may be cut, in order, with its start and its end. */
function placesOf(source: DocumentFragment): Place[] {
  const places: Place[] = [{ node: source, offset: 0, rank: 'block', before: 0 }];
  let before = 0;
  let afterHeading = false;
  const leaves = [...source.querySelectorAll(LEAVES)].filter((leaf) => !leaf.querySelector(LEAVES));
  for (const leaf of leaves) {
    const text = leaf.textContent ?? '';
    const inHead = leaf.closest('thead') !== null;
    if (before > 0 && !inRowHead(leaf)) {
      const top = outermostFirst(leaf, source);
      const rank = afterHeading ? 'heading' : 'block';
      places.push({ node: top.parentNode ?? source, offset: indexOf(top), rank, before });
    }
    afterHeading = /^H\d$/u.test(leaf.tagName);
    // A row, or a heading, is cut within only when it is higher than a page.
    const whole = leaf.tagName === 'TR' || afterHeading ? 'title' : null;
    for (const { offset, rank } of inHead ? [] : cutsWithin(text)) {
      places.push(placeAt(leaf, { offset, rank: rank === 'grapheme' ? rank : (whole ?? rank) }, before));
    }
    before += text.length + 1;
  }
  places.push({ node: source, offset: source.childNodes.length, rank: 'block', before });
  return places;
}

/** The first row under a heading row: no page begins between the two. */
function inRowHead(leaf: Element): boolean {
  const table = leaf.closest('table');
  return table?.tHead !== null && table?.tBodies[0]?.rows[0] === leaf;
}

/** The first li of a list takes its list along; so the cut stands before the list. */
function outermostFirst(leaf: Element, source: DocumentFragment): Node {
  let node: Node = leaf;
  while (node.parentNode && node.parentNode !== source && !hasTextBefore(node)) node = node.parentNode;
  return node;
}

function hasTextBefore(node: Node): boolean {
  for (let one = node.previousSibling; one; one = one.previousSibling) if (one.textContent?.trim()) return true;
  return false;
}

function indexOf(node: Node): number {
  return node.parentNode ? [...node.parentNode.childNodes].indexOf(node as ChildNode) : 0;
}

/** Offsets in a text where it may be cut, in order. */
export function cutsWithin(text: string): { readonly offset: number; readonly rank: CutRank }[] {
  const cuts = new Map<number, CutRank>();
  for (const { segment, index } of new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text)) {
    if (index > 0 && segment.trim() !== '' && wordLength(text, index) > LONG_WORD) cuts.set(index, 'grapheme');
  }
  for (const match of text.matchAll(/[ \n\t]+/gu)) cuts.set(match.index + match[0].length, 'word');
  // A long name of many parts is cut at its hyphens.
  for (const { index } of text.matchAll(/(?<=\p{L}-)(?=\p{L})/gu)) {
    if (wordLength(text, index, /\s/u) > LONG_WORD) cuts.set(index, 'word');
  }
  for (const { index } of new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(text)) {
    if (cuts.get(index) === 'word') cuts.set(index, 'sentence');
  }
  cuts.delete(0);
  cuts.delete(text.length);
  return [...cuts].map(([offset, rank]) => ({ offset, rank })).sort((a, b) => a.offset - b.offset);
}

/** Length of the word that holds an offset, between spaces or hyphens; looks no further than `LONG_WORD` on each side. */
function wordLength(text: string, offset: number, end = /[\s-]/u): number {
  const isEnd = (at: number): boolean => at < 0 || at >= text.length || end.test(text.charAt(at));
  let [left, right] = [offset, offset];
  while (offset - left < LONG_WORD && !isEnd(left - 1)) left--;
  while (right - offset < LONG_WORD && !isEnd(right)) right++;
  return right - left;
}

function placeAt(leaf: Element, cut: { readonly offset: number; readonly rank: CutRank }, before: number): Place {
  const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
  let left = cut.offset;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left < node.length) return { node, offset: left, rank: cut.rank, before: before + cut.offset };
    left -= node.length;
  }
  return { node: leaf, offset: leaf.childNodes.length, rank: cut.rank, before: before + cut.offset };
}

/** A range within one block copies its text alone: this puts the blocks around it back. */
function inItsBlocks(content: DocumentFragment, ancestor: Node, source: DocumentFragment): DocumentFragment {
  let copy = content;
  for (let node: Node | null = ancestor; node && node !== source; node = node.parentNode) {
    if (!(node instanceof Element)) continue;
    const block = node.cloneNode(false);
    block.appendChild(copy);
    copy = document.createDocumentFragment();
    copy.append(block);
  }
  return copy;
}

function copyBetween(source: DocumentFragment, from: Place | undefined, to: Place | undefined): DocumentFragment {
  const range = document.createRange();
  if (!from || !to) return document.createDocumentFragment();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  const copy = inItsBlocks(range.cloneContents(), range.commonAncestorContainer, source);
  // What goes on from the page before is no new item of its list.
  if (!/^(block|heading)$/u.test(from.rank)) copy.querySelector('li')?.classList.add('continued');
  repeatHeadingRow(copy, from.node);
  for (const element of copy.querySelectorAll('p, li, h1, h2, h3')) if (!element.textContent?.trim()) element.remove();
  return copy;
}
