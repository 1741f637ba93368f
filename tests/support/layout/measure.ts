import { outOfBoxes, outOfMargins } from './boxes.ts';
import { floorOf } from './floors.ts';
import { type Ink, inksOf, overlaps } from './ink.ts';
import { headOfWall, isVisible, nodesOf, type SlideView, slideOnWall } from './slide-view.ts';

/** What is wrong with the slide on the wall, a line each, and all that is written on it, in order, with single spaces. */
export interface Layout {
  readonly faults: readonly string[];
  readonly written: string;
}

/** A fault that concerns all the text of a slide has a line for each text: no more are given. */
const MAX_FAULTS = 12;
/** A smaller QR code is not scanned from 2 m, 1/1080 of the short side of the wall. */
const MIN_CODE = 200;

/** What one text or code adds to the layout. */
interface Found {
  readonly faults: readonly string[];
  readonly inks: readonly Ink[];
  readonly written?: string;
}

const NOTHING: Found = { faults: [], inks: [] };

/**
 * Checks every text and QR code of the slide on the wall, and of the head above it: in the margins, in its boxes, not cut by one that clips, not under
 * its smallest size, and not over another.
 */
export function measure(): Layout {
  const view = slideOnWall();
  if (!view?.host.shadowRoot) return { faults: ['there is no slide on the wall'], written: '' };
  const found = check(view);
  const head = headOfWall();
  const all = [...found, ...(head ? check(head) : [])];
  const inks = all.flatMap((one) => one.inks);
  const faults = new Set([...all.flatMap((one) => one.faults), ...overlaps(inks, view)]);
  const written = found.map((one) => (one.written === undefined ? '' : ` ${one.written}`)).join('');
  return { faults: [...faults].slice(0, MAX_FAULTS), written };
}

function check(view: SlideView): Found[] {
  return [...nodesOf(view.host.shadowRoot ?? view.host)].map((node) =>
    node instanceof Text ? checkText(node, view) : checkCode(node, view),
  );
}

function checkText(node: Text, view: SlideView): Found {
  const parent = node.parentElement;
  const text = node.data.replace(/\s+/gu, ' ').trim();
  if (!parent || text === '' || parent.closest('style, title, desc') || !parent.checkVisibility()) return NOTHING;
  // A text only for those who listen to the page.
  if (parent.closest('.unseen')) return NOTHING;
  const name = `« ${text.slice(0, 28)} »`;
  const faults: string[] = [];
  const size = Number.parseFloat(getComputedStyle(parent).fontSize) / view.unit;
  const floor = floorOf(parent, view);
  if (size < floor - 0.1) faults.push(`${name} is ${size.toFixed(1)}, under its floor of ${floor}`);
  // A message of a tree before or after its turn is somewhere else.
  if (!isVisible(parent, view)) return { faults, inks: [], written: text };
  const inks = inksOf(node, parent, name, view);
  faults.push(...inks.flatMap((ink) => [...outOfMargins(ink, view), ...outOfBoxes(ink, parent, view)]));
  return { faults, inks, written: text };
}

function checkCode(node: Element, { unit }: SlideView): Found {
  if (!node.matches('svg.qr') || !node.checkVisibility()) return NOTHING;
  const { left, right, top, bottom, width } = node.getBoundingClientRect();
  const faults: string[] = [];
  if (width / unit < MIN_CODE) faults.push(`a code of ${(width / unit).toFixed(0)} is too small to scan`);
  if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) faults.push('a code is out of the stage');
  return { faults, inks: [{ left, right, top, bottom, name: 'a code', block: node, size: 0, middle: 0 }] };
}
