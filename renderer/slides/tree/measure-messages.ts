import { LONG_MESSAGE, quoted, splitText } from './message-views.ts';
import type { Message } from './tree-turns.ts';

/** What is on the wall at one time: a message, or a part of one, and its size in units of a stage of 1080. */
export interface MessageView {
  readonly id: string;
  readonly text: string;
  readonly size: number;
}

/** Sizes in stage units (design, section 6: messages 90, nothing under 46). */
const LARGEST = 132;
const SMALLEST = 90;
const LONG_LARGEST = 90;
const LONG_SMALLEST = 64;
const FLOOR = 46;
/** How much smaller a message may be set for the sake of its lines. */
const CALM_SHARE = 0.82;
/** A message is never cut in more parts: at the floor, this holds several thousand signs. */
const MOST_PARTS = 12;

/**
 * Sets messages in the area they will be read in: as large as fits, a long one (over 140 signs) smaller, and what still
 * does not fit in two views or more. `area` gets a hidden paragraph for the time of the call.
 */
export function viewsOf(area: HTMLElement, messages: readonly Message[]): MessageView[] {
  const probe = document.createElement('blockquote');
  probe.className = 'measure';
  area.append(probe);
  try {
    return messages.flatMap((message) => viewsOfOne(probe, area, message));
  } finally {
    probe.remove();
  }
}

function viewsOfOne(probe: HTMLElement, area: HTMLElement, message: Message): MessageView[] {
  const text = quoted(message.text);
  const long = [...message.text].length > LONG_MESSAGE;
  const [largest, smallest] = long ? [LONG_LARGEST, LONG_SMALLEST] : [LARGEST, SMALLEST];
  for (let count = 1; count <= MOST_PARTS; count += 1) {
    const parts = splitText(text, count);
    const least = count === 1 ? smallest : long && count > 1 ? FLOOR : SMALLEST;
    const sizes = parts.map((part) => largestSize(probe, area, part, largest, least));
    if (sizes.every((size) => size !== null) || parts.length < count || count === MOST_PARTS) {
      // All parts of one message have one size.
      const size = Math.min(...sizes.map((one) => one ?? FLOOR));
      return parts.map((part) => ({ id: message.id, text: part, size }));
    }
  }
  return [];
}

/** The largest size at which a text fits, by halving; words are broken only if the longest is too wide at the least. */
function largestSize(
  probe: HTMLElement,
  area: HTMLElement,
  text: string,
  largest: number,
  least: number,
): number | null {
  probe.textContent = text;
  probe.classList.remove('breakable');
  const fits = (size: number): boolean => {
    probe.style.setProperty('--size', String(size));
    return probe.scrollHeight <= area.clientHeight && probe.scrollWidth <= area.clientWidth;
  };
  if (!fits(least)) {
    probe.classList.add('breakable');
    if (!fits(least)) return null;
  }
  let low = least;
  let high = largest;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return calmest(probe, fits, low, Math.max(least, Math.floor(low * CALM_SHARE)));
}

/** A little smaller where that spares a lone word in the middle of a message; `largest` where nothing does. */
function calmest(probe: HTMLElement, fits: (size: number) => boolean, largest: number, least: number): number {
  for (let size = largest; size >= least; size -= 2) {
    if (fits(size) && !hasStub(probe)) return size;
  }
  return largest;
}

/** Whether a line that is not the last is shorter than half of the longest one. */
function hasStub(probe: HTMLElement): boolean {
  const range = document.createRange();
  range.selectNodeContents(probe);
  const widths = [...range.getClientRects()].map(({ width }) => width);
  const longest = Math.max(...widths);
  return widths.slice(0, -1).some((width) => width < longest / 2);
}
