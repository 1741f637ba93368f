import type { SlideOf } from '../../../main/contract.ts';
import { fitWords, isWhole, largestThatFits, lineCount, setSize } from '../../text/fit.ts';
import { textBlock } from '../../text/rich.ts';

/** Sizes of the numeral of the day, in stage units; below the least, the date goes on one row. */
interface Numeral {
  readonly min: number;
  readonly max: number;
}

/** The numeral takes the room that the place leaves it. */
const BESIDE = { day: { min: 250, max: 440 }, range: { min: 150, max: 300 } };
/** In portrait the panel is above, and leaves the text more. */
const ABOVE = { day: { min: 230, max: 320 }, range: { min: 150, max: 240 } };
/** Months are in full where the numerals keep at least this. */
const FULL_MONTH = 190;
const TOWN = { min: 104, max: 136, lines: 3 };

/** Sizes to which a code on the panel gives way. */
const CODES = [330, 280, 240];

/** The numeral of a panel above gives way to this before the text goes on to a second page. */
export const NUMERAL_ABOVE_LEAST = 170;

/**
 * Sets the panel of an event, tighter and tighter. What does not fit at its floor is taken off it.
 * @returns blocks for the text: of what has been taken off.
 */
export function fitPanel(root: ParentNode, slide: SlideOf<'event'>, portrait: boolean): HTMLElement[] {
  const panel = root.querySelector<HTMLElement>('.panel');
  const inner = root.querySelector<HTMLElement>('.panel-inner');
  const town = root.querySelector<HTMLElement>('.town');
  if (!panel || !inner || !town) return [];
  fitTown(root, town);
  const sizes = portrait ? ABOVE : BESIDE;
  const fitDate = (): boolean => {
    const range = inner.querySelector<HTMLElement>('.range');
    return range ? fitRange(panel, inner, range, sizes.range) : fitNumeral(panel, inner, sizes.day);
  };
  if (fitDate()) return [];
  fitWords(town, '--town', TOWN.min, TOWN.min, 9);
  panel.classList.add('tight');
  for (const size of CODES) if (!isWhole(inner)) setSize(panel, '--qr-most', size);
  const blocks = takenOff(root, inner, town, slide);
  if (!town.hidden) return blocks;
  // Without the name, the date has its room again.
  root.querySelector('article')?.classList.remove('wide-panel');
  panel.classList.remove('tight');
  if (!fitDate()) panel.classList.add('tight');
  return blocks;
}

/** A long name is narrowed, then given a wider panel. */
function fitTown(root: ParentNode, town: HTMLElement): void {
  const fits = (): boolean => fitWords(town, '--town', TOWN.min, TOWN.max, TOWN.lines) !== null;
  if (fits()) return;
  town.classList.add('condensed');
  if (fits()) return;
  root.querySelector('article')?.classList.add('wide-panel');
  fits();
}

function fitNumeral(panel: HTMLElement, inner: HTMLElement, { min, max }: Numeral): boolean {
  const size = largestThatFits(min, max, (candidate) => {
    setSize(panel, '--numeral', candidate);
    return isWhole(inner);
  });
  if (size !== null) setSize(panel, '--numeral', size);
  return size !== null;
}

function fitRange(panel: HTMLElement, inner: HTMLElement, range: HTMLElement, { min, max }: Numeral): boolean {
  if (fitNumeral(panel, inner, { min: FULL_MONTH, max })) return true;
  range.classList.add('short');
  return fitNumeral(panel, inner, { min, max });
}

function takenOff(root: ParentNode, inner: HTMLElement, town: HTMLElement, slide: SlideOf<'event'>): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  const venue = root.querySelector<HTMLElement>('.venue');
  if (!isWhole(inner) && venue) {
    blocks.push(textBlock('p', slide.venue ?? '', 'lead'));
    venue.hidden = true;
  }
  if (isWhole(inner)) return blocks;
  town.hidden = true;
  return [textBlock('h2', slide.town, 'lead-town'), ...blocks];
}

/** Lines of a category on its mark. */
const PILL_LINES = 2;

/** A category that is a sentence is text. */
export function fitPill(root: ParentNode, category: string | undefined): HTMLElement[] {
  const pill = root.querySelector<HTMLElement>('.pill');
  if (!pill || !category || lineCount(pill) <= PILL_LINES) return [];
  pill.hidden = true;
  return [textBlock('p', category, 'lead')];
}
