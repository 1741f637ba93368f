import { countWords } from '../../main/reading-time.ts';
import { cutsWithin, textPosition } from './cuts.ts';
import { type Cut, type CutRank, partition } from './partition.ts';
import { continueTable } from './tables.ts';

/** Blocks that hold text and no other blocks. */
const LEAVES = 'p, li, h1, h2, h3, h4, h5, h6, pre, tr, hr, dt, dd';
const CELLS = 'td, th';

/** A place in the document where the text may be cut. */
interface Place extends Cut {
  readonly node: Node;
  readonly offset: number;
}

/**
 * Splits blocks of text into pages. `fits(page, n)` is asked of a copy of what would be page `n`, from 0; a page holds at
 * most `maxWords` words where it can be cut at a sentence. Inline markup, lists and tables are kept on both sides of a cut,
 * a table with its heading row. A heading ends a page only where otherwise a sentence would be cut.
 */
export function paginate(
  source: DocumentFragment,
  fits: (page: DocumentFragment, n: number) => boolean,
  maxWords = Number.POSITIVE_INFINITY,
): DocumentFragment[] {
  const places = placesOf(source);
  if (places.length < 2) return [source.cloneNode(true) as DocumentFragment];
  const piece = (from: number, to: number): DocumentFragment => copyBetween(source, places[from], places[to]);
  const ends = partition(
    places,
    (from, to, page) => fits(piece(from, to), page),
    (from, to) => wordsOf(piece(from, to)) <= maxWords,
  );
  return ends.slice(1).map((to, index) => piece(ends[index] ?? 0, to));
}

/**
 * The same under a heading: `headingOf(n)` gives the heading of page `n`, null for none. `fits` is asked of all the nodes
 * of a page; the pages come with their headings.
 */
export function paginateHeaded(
  source: DocumentFragment,
  headingOf: (n: number) => Node | null,
  fits: (nodes: Node[]) => boolean,
): DocumentFragment[] {
  const headed = (page: Node, n: number): Node[] => {
    const heading = headingOf(n);
    return heading ? [heading, page] : [page];
  };
  return paginate(source, (page, n) => fits(headed(page, n))).map((page, n) => {
    const complete = document.createDocumentFragment();
    complete.append(...headed(page, n));
    return complete;
  });
}

/** Words of a piece of text. Each block and each cell is counted apart: their last and first words are never joined. */
export function wordsOf(piece: ParentNode): number {
  const leaves = [...piece.querySelectorAll(`${LEAVES}, ${CELLS}`)].filter(
    (leaf) => !leaf.querySelector(`${LEAVES}, ${CELLS}`),
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
    if (before > 0 && !isFirstBodyRow(leaf)) {
      const block = outermostStartingWith(leaf, source);
      const rank = afterHeading ? 'heading' : 'block';
      places.push({ node: block.parentNode ?? source, offset: indexOf(block), rank, before });
    }
    afterHeading = /^H\d$/u.test(leaf.tagName);
    places.push(...placesWithin(leaf, before));
    before += (leaf.textContent ?? '').length + 1;
  }
  places.push({ node: source, offset: source.childNodes.length, rank: 'block', before });
  return places;
}

/** Places within one block. A row or a heading is cut only when it is higher than a page, a heading row never. */
function placesWithin(leaf: Element, before: number): Place[] {
  if (leaf.closest('thead')) return [];
  const isLastResort = /^(?:TR|H\d)$/u.test(leaf.tagName);
  return cutsWithin(leaf.textContent ?? '').map(({ offset, rank }) => {
    const place = textPosition(leaf, offset) ?? { node: leaf, offset: leaf.childNodes.length };
    const ownRank: CutRank = isLastResort && rank !== 'grapheme' ? 'title' : rank;
    return { ...place, rank: ownRank, before: before + offset };
  });
}

/** The first row under a heading row: no page begins between the two. */
function isFirstBodyRow(leaf: Element): boolean {
  const table = leaf.closest('table');
  return table?.tHead !== null && table?.tBodies[0]?.rows[0] === leaf;
}

/** The outermost block whose text begins with this one: a cut before the first item of a list is a cut before the list. */
function outermostStartingWith(leaf: Element, source: DocumentFragment): Node {
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

function copyBetween(source: DocumentFragment, from: Place | undefined, to: Place | undefined): DocumentFragment {
  const range = document.createRange();
  if (!from || !to) return document.createDocumentFragment();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  const copy = inItsBlocks(range.cloneContents(), range.commonAncestorContainer, source);
  // An item that goes on from the page before has no mark of its own.
  if (!/^(block|heading)$/u.test(from.rank)) copy.querySelector('li')?.classList.add('continued');
  continueTable(copy, from);
  for (const element of copy.querySelectorAll('p, li, h1, h2, h3')) if (!element.textContent?.trim()) element.remove();
  return copy;
}

/** A range within one block copies only its text: this adds the blocks around the text again. */
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
