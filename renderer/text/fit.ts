/**
 * The largest whole number between `min` and `max` for which `fits` holds; null if none. Where `fits` holds for a number,
 * it must hold for all smaller ones. `fits` may set a size: it is called last with the number that is found.
 */
export function largestThatFits(min: number, max: number, fits: (size: number) => boolean): number | null {
  if (fits(max)) return max;
  if (!fits(min)) return null;
  let low = min;
  let high = max;
  let last = min;
  while (high - low > 1) {
    last = (low + high) >> 1;
    if (fits(last)) low = last;
    else high = last;
  }
  if (last !== low) fits(low);
  return low;
}

/**
 * Whether all that an element contains is inside it; one pixel is left to rounding. Heights are those of the boxes of its
 * children: `scrollHeight` would count the ascent and descent of the font, which stick out of a line of small height.
 */
export function contentFits(element: HTMLElement): boolean {
  if (element.scrollWidth > element.clientWidth + 1) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return [...element.children].every((child) => {
    const box = child.getBoundingClientRect();
    return box.height === 0 || (box.bottom <= bottom + 1 && box.top >= top - 1);
  });
}

/** Sets a length of the stage's unit on an element, for `calc(var(--NAME) * var(--u))` in its styles. */
export function setSize(element: HTMLElement, name: string, size: number): void {
  element.style.setProperty(name, String(size));
}

/**
 * The largest size at which an element of one or a few words has at most `lines` lines without cutting a word; null if
 * even `min` cuts one. The size is set as the custom property `name`, in stage units.
 */
export function fitWords(element: HTMLElement, name: string, min: number, max: number, lines: number): number | null {
  const size = largestThatFits(min, max, (candidate) => {
    setSize(element, name, candidate);
    return wordsFit(element) && lineCount(element) <= lines;
  });
  setSize(element, name, size ?? min);
  return size;
}

/** Lines of text in an element, by its line height. */
export function lineCount(element: HTMLElement): number {
  const style = getComputedStyle(element);
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
  const lineHeight = Number.parseFloat(style.lineHeight);
  return Math.round((element.offsetHeight - padding) / lineHeight);
}

/** Whether the widest word fits on a line. Fractions of a pixel count: the browser cuts a word that is 0.1 px too wide. */
export function wordsFit(element: HTMLElement): boolean {
  const width = element.getBoundingClientRect().width;
  return atMinimumWidth(element, () => element.getBoundingClientRect().width) <= width + 0.02;
}

/** Width of the widest word, in CSS pixels. */
export function widestWord(element: HTMLElement): number {
  return atMinimumWidth(element, () => element.scrollWidth);
}

/** Measures an element while it is as narrow as its widest word. */
function atMinimumWidth(element: HTMLElement, measure: () => number): number {
  const { style } = element;
  style.setProperty('width', 'min-content');
  style.setProperty('overflow-wrap', 'normal');
  style.setProperty('hyphens', 'manual');
  const width = measure();
  style.removeProperty('width');
  style.removeProperty('overflow-wrap');
  style.removeProperty('hyphens');
  return width;
}

/**
 * Fills a page of a list: its entries become larger as long as they fit and `lineTotal()` does not grow, so that no text needs
 * a further line; then what room is left goes between them. Sets `--entry` and `--space`, in stage units.
 */
export function fillList(
  host: HTMLElement,
  list: HTMLElement,
  entry: { readonly min: number; readonly max: number },
  maxSpace: number,
  lineTotal: () => number,
): void {
  const lines = lineTotal();
  const size = largestThatFits(entry.min, entry.max, (candidate) => {
    setSize(host, '--entry', candidate);
    return contentFits(list) && lineTotal() <= lines;
  });
  setSize(host, '--entry', size ?? entry.min);
  const space = largestThatFits(0, maxSpace, (candidate) => {
    setSize(host, '--space', candidate);
    return contentFits(list);
  });
  setSize(host, '--space', space ?? 0);
}
