import type { Page } from '@playwright/test';

/** Least size of what an element is, in 1/1080 of the short side (design, section 6); all other text: 46. */
const FLOORS: readonly (readonly [selector: string, floor: number])[] = [
  ['preau-event .flow h1, preau-event .town, preau-event .numeral, preau-event .lead-town', 104],
  ['preau-event .weekday, preau-event .month, preau-event .word', 104],
  ['preau-event .running, preau-text .running', 60],
  ['preau-exhibition .opening h1, preau-alert h1, preau-alert .title', 104],
  ['preau-agenda .town, preau-agenda .title', 56],
];
const LEAST = 46;

export interface Layout {
  /** What is wrong, a line each; empty when all is well. */
  readonly faults: readonly string[];
  /** All that is written, in order, spaces and hyphenation aside. */
  readonly written: string;
}

/**
 * Measures every text node of the slide on the wall, through every shadow root: in the margins, in its boxes, not cut by
 * one that clips, not an ellipsis, not under its floor, and not over another text or a code.
 */
export function measureLayout(page: Page): Promise<Layout> {
  return page.evaluate(measure, { floors: FLOORS, least: LEAST });
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it runs in the page, where nothing outside of it can be called.
function measure({ floors, least }: { floors: typeof FLOORS; least: number }): Layout {
  interface Ink {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly text: string;
    readonly block: Element;
    /** Of the font, and the height at which its letters stand; pixels. */
    readonly size: number;
    readonly middle: number;
  }
  const host = document
    .querySelector('preau-player')
    ?.shadowRoot?.querySelector('.layer:not([inert])')?.firstElementChild;
  if (!host?.shadowRoot) return { faults: ['there is no slide on the wall'], written: '' };
  const unit = Math.min(innerWidth, innerHeight) / 1080;
  const tolerance = 1 + unit;
  const faults = new Set<string>();
  const inks: Ink[] = [];
  const codes: Ink[] = [];
  let written = '';

  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
  const isSeen = (element: Element): boolean => {
    for (let one: Element | null = element; one && one !== host; one = parentOf(one)) {
      const style = getComputedStyle(one);
      if (Number(style.opacity) < 0.05 || style.clipPath !== 'none') return false;
    }
    return element.checkVisibility({ visibilityProperty: true });
  };
  const blockOf = (element: Element): Element => {
    let one = element;
    while (one !== host && /^(inline|contents)$/u.test(getComputedStyle(one).display)) one = parentOf(one) ?? host;
    return one;
  };
  /** A message of the tree in one piece, and not a long one: those may be set smaller, then over several views. */
  const isShortMessage = (text: string): boolean => text.length <= 140 && /^«.*»$/u.test(text);
  const floorOf = (element: Element): number => {
    if (element.localName === 'blockquote' && host.localName === 'preau-tree') {
      return isShortMessage(element.textContent?.trim() ?? '') ? 90 : least;
    }
    for (const [selectors, floor] of floors) {
      for (const selector of selectors.split(',')) {
        const [tag = '', ...inside] = selector.trim().split(' ');
        if (host.localName === tag && element.closest(inside.join(' ')) && !element.closest('sup')) return floor;
      }
    }
    return least;
  };

  function checkBoxes(ink: Ink, name: string, from: Element): void {
    let boxed = true;
    for (let one: Element | null = from; one && one !== host; one = parentOf(one)) {
      const style = getComputedStyle(one);
      if (/^(inline|contents)$/u.test(style.display)) continue;
      // A merged cell begins in a row and reaches over those below.
      if (one.localName === 'tr' && from.closest('[rowspan]')) continue;
      const box = one.getBoundingClientRect();
      const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      if (clips && one.scrollWidth > one.clientWidth + tolerance) {
        faults.add(`${name} scrolls in .${one.className || one.localName}`);
      }
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none')
        faults.add(`${name} may be cut by an ellipsis`);
      // Round letters and figures may hang a little over the edge that they are aligned to.
      const hang = tolerance + 0.04 * ink.size;
      const half = (from.closest('sup') ? 0.2 : 0.36) * ink.size;
      const [top, bottom] = [ink.middle - half, ink.middle + half];
      const outside =
        ink.left < box.left - hang ||
        ink.right > box.right + hang ||
        top < box.top - tolerance ||
        bottom > box.bottom + tolerance;
      if (outside && (boxed || clips)) {
        const by = [box.left - ink.left, ink.right - box.right, box.top - top, bottom - box.bottom].map(Math.round);
        faults.add(`${name} is out of its box .${one.className || one.localName} (left, right, top, bottom: ${by})`);
      }
      // What is placed out of the flow, or pulled out of it, has no box but the stage and those that clip.
      if (/^(absolute|fixed)$/u.test(style.position) || Number.parseFloat(style.marginTop) < 0) boxed = false;
    }
  }

  function checkText(node: Text): void {
    const parent = node.parentElement;
    const text = node.data.replace(/\s+/gu, ' ').trim();
    if (!parent || text === '' || parent.closest('style, title, desc')) return;
    if (!parent.checkVisibility()) return;
    const style = getComputedStyle(parent);
    const name = `« ${text.slice(0, 28)} »`;
    const hiddenFromSight = parent.closest('.unseen') !== null;
    if (!hiddenFromSight) written += ` ${text}`;
    if (hiddenFromSight) return;
    const size = Number.parseFloat(style.fontSize);
    const floor = floorOf(parent);
    if (size / unit < floor - 0.1) faults.add(`${name} is ${(size / unit).toFixed(1)}, under its floor of ${floor}`);
    // What waits for its turn stands aside; what has had it is gone.
    if (!isSeen(parent)) return;
    const range = document.createRange();
    range.selectNodeContents(node);
    const block = blockOf(parent);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      // The box of a glyph is that of its font; ink is about 0.9 of its size from the top of a capital to the foot of a p,
      // and 0.72 for figures.
      const inset = Math.max(0, (box.height - (/^[\d\s]+$/u.test(text) ? 0.72 : 0.9) * size) / 2);
      const ink: Ink = {
        left: box.left,
        right: box.right,
        top: box.top + inset,
        bottom: box.bottom - inset,
        text: name,
        block,
        size,
        middle: (box.top + box.bottom) / 2,
      };
      const [x, y] = [0.05 * innerWidth - tolerance - 0.04 * size, 0.05 * innerHeight - tolerance];
      if (ink.left < x || ink.right > innerWidth - x || ink.top < y || ink.bottom > innerHeight - y) {
        faults.add(`${name} is out of the margins (${[ink.left, ink.top, ink.right, ink.bottom].map(Math.round)})`);
      }
      checkBoxes(ink, name, parent);
      inks.push(ink);
    }
  }

  function walk(root: ParentNode & Node): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) checkText(node);
      else if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
      if (node instanceof Element && node.matches('svg.qr') && node.checkVisibility()) {
        const { left, right, top, bottom, width } = node.getBoundingClientRect();
        if (width / unit < 200) faults.add(`a code of ${(width / unit).toFixed(0)} is too small to scan`);
        if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) faults.add('a code is out of the stage');
        codes.push({ left, right, top, bottom, text: 'a code', block: node, size: 0, middle: 0 });
      }
    }
  }
  walk(host.shadowRoot);

  const overlap = (a: Ink, b: Ink): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 * unit &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.16 * Math.min(a.bottom - a.top, b.bottom - b.top);
  const all = [...inks, ...codes];
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) {
      if (a.block !== b.block && overlap(a, b)) faults.add(`${a.text} is over ${b.text}`);
    }
  }
  return { faults: [...faults].slice(0, 12), written };
}
