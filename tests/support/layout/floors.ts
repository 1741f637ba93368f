import type { SlideView } from './slide-view.ts';

/** The smallest size of all text, 1/1080 of the short side of the wall: it is read from six metres. */
const MIN_SIZE = 46;
/** Smallest sizes of some elements: the tag of the slide, then what in it. */
const FLOORS: readonly (readonly [slide: string, elements: string, floor: number])[] = [
  ['preau-event', '.flow h1, .town, .numeral, .lead-town, .weekday, .month, .word', 104],
  ['preau-event', '.running', 60],
  ['preau-text', '.running', 60],
  ['preau-exhibition', '.opening h1', 104],
  ['preau-alert', 'h1, .title', 104],
  ['preau-agenda', '.town, .title', 56],
  ['preau-tree', 'blockquote', 90],
];
/** Longer messages of a tree may be set smaller, then in several views; characters. */
const MAX_SHORT_MESSAGE = 140;

/** The smallest size that the text of an element may have, 1/1080 of the short side of the wall. */
export function floorOf(element: Element, { host }: SlideView): number {
  if (element.closest('sup') || isLongMessage(element)) return MIN_SIZE;
  const floor = FLOORS.find(([slide, elements]) => host.localName === slide && element.closest(elements));
  return floor?.[2] ?? MIN_SIZE;
}

/** A message of a tree that is long, or a part of one: its quotation marks are not both there. */
function isLongMessage(element: Element): boolean {
  const text = element.textContent?.trim() ?? '';
  return element.localName === 'blockquote' && !(text.length <= MAX_SHORT_MESSAGE && /^«.*»$/u.test(text));
}
