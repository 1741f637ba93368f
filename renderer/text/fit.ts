/** The largest whole number between `min` and `max` for which `fits` holds (it must be monotonous); null if none. */
export function largestThatFits(min: number, max: number, fits: (size: number) => boolean): number | null {
  if (fits(max)) return max;
  if (!fits(min)) return null;
  let low = min;
  let high = max;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Whether all that an element holds is inside it; one pixel is left to rounding. Heights are those of the boxes of its
 * children: `scrollHeight` counts the font's own ascent and descent, which a tight line height lets out of the last line.
 */
export function isWhole(element: HTMLElement): boolean {
  if (element.scrollWidth > element.clientWidth + 1) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return [...element.children].every((child) => {
    const box = child.getBoundingClientRect();
    return box.height === 0 || (box.bottom <= bottom + 1 && box.top >= top - 1);
  });
}

/** Sets a length of the stage's unit on an element: `--NAME: calc(size * var(--u))` in its styles. */
export function setSize(element: HTMLElement, name: string, size: number): void {
  element.style.setProperty(name, String(size));
}

/**
 * The largest size at which an element of one or a few words stands on at most `lines` lines without cutting a word;
 * `null` if even `min` cuts one. The size is set as the custom property `name`, in stage units.
 */
export function fitWords(element: HTMLElement, name: string, min: number, max: number, lines: number): number | null {
  const size = largestThatFits(min, max, (candidate) => {
    setSize(element, name, candidate);
    return widestWord(element) <= element.clientWidth + 1 && lineCount(element) <= lines;
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

/** Width of the widest word, in CSS pixels. */
export function widestWord(element: HTMLElement): number {
  const { style } = element;
  style.setProperty('width', 'min-content');
  style.setProperty('overflow-wrap', 'normal');
  style.setProperty('hyphens', 'manual');
  const width = element.scrollWidth;
  style.removeProperty('width');
  style.removeProperty('overflow-wrap');
  style.removeProperty('hyphens');
  return width;
}
