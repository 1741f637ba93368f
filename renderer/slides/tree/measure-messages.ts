import { largestThatFits } from '../../text/fit.ts';
import { MAX_NORMAL_LENGTH, quoted, splitText } from './message-views.ts';
import type { Message } from './tree-turns.ts';

/** What is on the wall at one time: a message or a part of one, and its size in stage units. */
export interface MessageView {
  readonly id: string;
  readonly text: string;
  readonly size: number;
}

/** Sizes of a message and of a long one, stage units. */
const NORMAL = { min: 90, max: 132 };
const LONG = { min: 64, max: 90 };
/** The smallest size that is read from six metres: for long messages in several parts. */
const MIN_SIZE = 46;
/** How much smaller a message may be set to avoid a very short line in the middle of it. */
const MIN_CALM_SHARE = 0.82;
/** A message is never split into more parts: at the smallest size, this is enough for several thousand characters. */
const MAX_PARTS = 12;

/**
 * Sets messages as large as they fit in the area where they will be read: a long one (over 140 characters) smaller, and one
 * that still does not fit in two views or more. Adds an invisible paragraph to `area` during the call.
 */
export function viewsOf(area: HTMLElement, messages: readonly Message[]): MessageView[] {
  const probe = document.createElement('blockquote');
  probe.className = 'measure';
  area.append(probe);
  try {
    return messages.flatMap((message) => viewsOfMessage(probe, area, message));
  } finally {
    probe.remove();
  }
}

function viewsOfMessage(probe: HTMLElement, area: HTMLElement, message: Message): MessageView[] {
  const text = quoted(message.text);
  const isLong = [...message.text].length > MAX_NORMAL_LENGTH;
  const { min, max } = isLong ? LONG : NORMAL;
  for (let count = 1; count <= MAX_PARTS; count += 1) {
    const parts = splitText(text, count);
    const sizes = parts.map((part) => largestSize(probe, area, part, isLong && count > 1 ? MIN_SIZE : min, max));
    if (sizes.every((size) => size !== null) || parts.length < count || count === MAX_PARTS) {
      // All parts of one message have the same size.
      const size = Math.min(...sizes.map((one) => one ?? MIN_SIZE));
      return parts.map((part) => ({ id: message.id, text: part, size }));
    }
  }
  return [];
}

/** The largest size at which a text fits; null if even `min` does not, with words broken where one is too wide. */
function largestSize(probe: HTMLElement, area: HTMLElement, text: string, min: number, max: number): number | null {
  probe.textContent = text;
  probe.classList.remove('breakable');
  const fits = (size: number): boolean => {
    probe.style.setProperty('--size', String(size));
    return probe.scrollHeight <= area.clientHeight && probe.scrollWidth <= area.clientWidth;
  };
  if (!fits(min)) probe.classList.add('breakable');
  const size = largestThatFits(min, max, fits);
  return size && calmSize(probe, fits, size, Math.max(min, Math.floor(size * MIN_CALM_SHARE)));
}

/** The largest size down to `min` without a very short line in the middle of the text; `max` where there is none. */
function calmSize(probe: HTMLElement, fits: (size: number) => boolean, max: number, min: number): number {
  for (let size = max; size >= min; size -= 2) if (fits(size) && !hasShortLine(probe)) return size;
  return max;
}

/** Whether a line that is not the last is shorter than half of the longest one. */
function hasShortLine(probe: HTMLElement): boolean {
  const range = document.createRange();
  range.selectNodeContents(probe);
  const widths = [...range.getClientRects()].map(({ width }) => width);
  const longest = Math.max(...widths);
  return widths.slice(0, -1).some((width) => width < longest / 2);
}
