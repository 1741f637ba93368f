import { largestThatFits } from '../../text/fit.ts';
import { MAX_NORMAL_LENGTH, quoted, splitText } from './message-views.ts';
import type { Message } from './tree-turns.ts';

/** What is on the wall at one time: a message or a part of one, and its size in stage units. */
export interface MessageView {
  readonly id: string;
  readonly text: string;
  readonly size: number;
  /** Whether its words may be cut, because one is too wide. */
  readonly breakable: boolean;
}

/** How a text is set. */
type Setting = Pick<MessageView, 'size' | 'breakable'>;

/** Sizes of a message and of a long one, stage units. */
const NORMAL = { min: 90, max: 132 };
const LONG = { min: 64, max: 90 };
/** The smallest size that is read from six metres: for long messages in several parts. */
const MIN_SIZE = 46;
/** How much smaller a message may be set to avoid a very short line in the middle of it. */
const MIN_CALM_SHARE = 0.82;
/** Widths are fractions of a pixel. */
const ROUNDING = 0.5;
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
  const whole = quoted(message.text);
  const isLong = [...message.text].length > MAX_NORMAL_LENGTH;
  const { min, max } = isLong ? LONG : NORMAL;
  for (let count = 1; count <= MAX_PARTS; count += 1) {
    const parts = splitText(whole, count);
    const settings = parts.map((part) => largestSetting(probe, area, part, isLong && count > 1 ? MIN_SIZE : min, max));
    if (settings.every((setting) => setting !== null) || parts.length < count || count === MAX_PARTS) {
      // All parts of one message have the same size.
      const size = Math.min(...settings.map((setting) => setting?.size ?? MIN_SIZE));
      const breakable = settings.map((setting) => setting?.breakable ?? true);
      return parts.map((text, part) => ({ id: message.id, text, size, breakable: breakable[part] ?? true }));
    }
  }
  return [];
}

/** The largest size at which a text fits, with words cut only where one is too wide at `min`; null if even that is too large. */
function largestSetting(probe: HTMLElement, area: HTMLElement, text: string, min: number, max: number): Setting | null {
  probe.textContent = text;
  probe.classList.remove('breakable');
  const fits = (size: number): boolean => {
    probe.style.setProperty('--size', String(size));
    return probe.scrollHeight <= area.clientHeight && textWidth(probe) <= area.getBoundingClientRect().width + ROUNDING;
  };
  const breakable = !fits(min);
  probe.classList.toggle('breakable', breakable);
  const size = largestThatFits(min, max, fits);
  if (size === null) return null;
  return { size: calmSize(probe, fits, size, Math.max(min, Math.floor(size * MIN_CALM_SHARE))), breakable };
}

/** The largest size down to `min` without a very short line in the middle of the text; `max` where there is none. */
function calmSize(probe: HTMLElement, fits: (size: number) => boolean, max: number, min: number): number {
  for (let size = max; size >= min; size -= 2) if (fits(size) && !hasShortLine(probe)) return size;
  return max;
}

/** Width of the text itself. `scrollWidth` would miss what sticks out on the left, as an Arabic word does that is too wide. */
function textWidth(element: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().width;
}

/** Whether a line that is not the last is shorter than half of the longest one. */
function hasShortLine(probe: HTMLElement): boolean {
  const range = document.createRange();
  range.selectNodeContents(probe);
  const widths = [...range.getClientRects()].map(({ width }) => width);
  const longest = Math.max(...widths);
  return widths.slice(0, -1).some((width) => width < longest / 2);
}
