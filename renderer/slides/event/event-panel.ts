import type { SlideOf } from '../../../main/contract.ts';
import { contentFits, fitWords, largestThatFits, lineCount, setSize } from '../../text/fit.ts';
import { textBlock } from '../../text/rich.ts';

/** Sizes of the numeral of the day, stage units; where not even `min` fits, the date goes on one row. */
interface Numeral {
  readonly min: number;
  readonly max: number;
}

/** In landscape, the panel is beside the text. */
const BESIDE = { day: { min: 190, max: 440 }, range: { min: 150, max: 300 } };
/** In portrait, the panel is above the text, and leaves it more room. */
const ABOVE = { day: { min: 230, max: 320 }, range: { min: 150, max: 240 } };
/** Months are written in full only where the numerals can be at least this large. */
const MIN_WITH_FULL_MONTH = 190;
const TOWN = { min: 104, max: 136, lines: 3 };
/** Sizes to which a QR code on the panel is reduced, one after the other. */
const CODE_SIZES = [330, 280, 240];

/** In portrait, the numeral is reduced to this before the text continues on a second page. */
export const MIN_NUMERAL_ABOVE = 170;

/** The elements of the panel of an event. */
interface Panel {
  readonly article: HTMLElement;
  readonly panel: HTMLElement;
  /** Holds all the rest: what must fit. */
  readonly inner: HTMLElement;
  readonly town: HTMLElement;
  readonly venue: HTMLElement | null;
}

function panelOf(root: ParentNode): Panel | null {
  const article = root.querySelector<HTMLElement>('article');
  const panel = root.querySelector<HTMLElement>('.panel');
  const inner = root.querySelector<HTMLElement>('.panel-inner');
  const town = root.querySelector<HTMLElement>('.town');
  if (!article || !panel || !inner || !town) return null;
  return { article, panel, inner, town, venue: root.querySelector<HTMLElement>('.venue') };
}

/**
 * Makes the panel of an event fit, tighter and tighter. What does not fit at its smallest size is removed from it.
 * @returns blocks for the text, with what was removed.
 */
export function fitPanel(root: ParentNode, slide: SlideOf<'event'>, portrait: boolean): HTMLElement[] {
  const parts = panelOf(root);
  if (!parts) return [];
  const { article, panel, inner, town } = parts;
  const sizes = portrait ? ABOVE : BESIDE;
  fitTown(parts);
  if (fitDate(parts, sizes)) return [];
  fitWords(town, '--town', TOWN.min, TOWN.min, 9);
  panel.classList.add('tight');
  for (const size of CODE_SIZES) if (!contentFits(inner)) setSize(panel, '--qr-max', size);
  const removed = removeFrom(parts, slide);
  if (!town.hidden) return removed;
  // Without the town, there is room for the date as it was.
  article.classList.remove('wide-panel');
  panel.classList.remove('tight');
  if (!fitDate(parts, sizes)) panel.classList.add('tight');
  return removed;
}

/** A long name is set in narrower letters; if that is not enough, the panel is made wider. */
function fitTown({ article, town }: Panel): void {
  const fits = (): boolean => fitWords(town, '--town', TOWN.min, TOWN.max, TOWN.lines) !== null;
  if (fits()) return;
  town.classList.add('condensed');
  if (fits()) return;
  article.classList.add('wide-panel');
  fits();
}

/** Sets the numerals as large as the rest of the panel allows; false where they do not fit. */
function fitDate(parts: Panel, sizes: { readonly day: Numeral; readonly range: Numeral }): boolean {
  const range = parts.inner.querySelector<HTMLElement>('.range');
  if (!range) return fitNumeral(parts, sizes.day);
  if (fitNumeral(parts, { min: MIN_WITH_FULL_MONTH, max: sizes.range.max })) return true;
  range.classList.add('short');
  return fitNumeral(parts, sizes.range);
}

function fitNumeral({ panel, inner }: Panel, { min, max }: Numeral): boolean {
  const size = largestThatFits(min, max, (candidate) => {
    setSize(panel, '--numeral', candidate);
    return contentFits(inner);
  });
  if (size !== null) setSize(panel, '--numeral', size);
  return size !== null;
}

/** Removes the venue, then the town, where there is no room for them; gives them as blocks for the text. */
function removeFrom({ inner, town, venue }: Panel, slide: SlideOf<'event'>): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  if (!contentFits(inner) && venue) {
    blocks.push(textBlock('p', slide.venue ?? '', 'lead'));
    venue.hidden = true;
  }
  if (contentFits(inner)) return blocks;
  town.hidden = true;
  return [textBlock('h2', slide.town, 'lead-town'), ...blocks];
}

/** A category on more lines is too long for its coloured mark. */
const MAX_PILL_LINES = 2;

/** Removes a category that is as long as a sentence from its mark; gives it as a block for the text. */
export function fitPill(root: ParentNode, category: string | undefined): HTMLElement[] {
  const pill = root.querySelector<HTMLElement>('.pill');
  if (!pill || !category || lineCount(pill) <= MAX_PILL_LINES) return [];
  pill.hidden = true;
  return [textBlock('p', category, 'lead')];
}
