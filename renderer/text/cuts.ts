import type { CutRank } from './partition.ts';

/** Only words longer than this are ever cut inside, when nothing else is possible. */
const MAX_UNCUT_WORD = 18;

/** A place in a text where it may be cut: the offset of the first character after it. */
export interface TextCut {
  readonly offset: number;
  readonly rank: CutRank;
}

/** Where a text may be cut, in order; not at its ends. */
export function cutsWithin(text: string): TextCut[] {
  const cuts = new Map<number, CutRank>();
  for (const { segment, index } of new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text)) {
    if (index > 0 && segment.trim() !== '' && wordLength(text, index) > MAX_UNCUT_WORD) cuts.set(index, 'grapheme');
  }
  for (const match of text.matchAll(/[ \n\t]+/gu)) cuts.set(match.index + match[0].length, 'word');
  // A long name of many parts (« Saint-Rémy-en-Bouzemont-… ») is cut at its hyphens.
  for (const { index } of text.matchAll(/(?<=\p{L}-)(?=\p{L})/gu)) {
    if (wordLength(text, index, /\s/u) > MAX_UNCUT_WORD) cuts.set(index, 'word');
  }
  for (const { index } of new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(text)) {
    if (cuts.get(index) === 'word') cuts.set(index, 'sentence');
  }
  cuts.delete(0);
  cuts.delete(text.length);
  return [...cuts].map(([offset, rank]) => ({ offset, rank })).sort((a, b) => a.offset - b.offset);
}

/** Length of the word around an offset, between spaces or hyphens; looks no further than `MAX_UNCUT_WORD` on each side. */
function wordLength(text: string, offset: number, end = /[\s-]/u): number {
  const isEnd = (at: number): boolean => at < 0 || at >= text.length || end.test(text.charAt(at));
  let [left, right] = [offset, offset];
  while (offset - left < MAX_UNCUT_WORD && !isEnd(left - 1)) left--;
  while (right - offset < MAX_UNCUT_WORD && !isEnd(right)) right++;
  return right - left;
}

/** The place in the document of an offset in the text of an element; null where the text is shorter. */
export function textPosition(
  element: Element,
  offset: number,
): { readonly node: Text; readonly offset: number } | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left < node.length) return { node, offset: left };
    left -= node.length;
  }
  return null;
}
