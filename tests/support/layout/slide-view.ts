/** The slide on the wall as its checks see it. These files run in the page: see `bundleForPage`. */
export interface SlideView {
  /** The element of the slide; what it shows is in its shadow root. */
  readonly host: Element;
  /** 1/1080 of the short side of the wall, CSS pixels. */
  readonly unit: number;
  /** Differences up to this are rounding; CSS pixels. */
  readonly tolerance: number;
}

/** null where there is no slide. */
export function slideOnWall(): SlideView | null {
  const layer = document.querySelector('preau-player')?.shadowRoot?.querySelector('.layer:not([aria-hidden])');
  const host = layer?.firstElementChild;
  if (!host?.shadowRoot) return null;
  const unit = Math.min(innerWidth, innerHeight) / 1080;
  return { host, unit, tolerance: 1 + unit };
}

/** The head of the wall, as its checks see it; null where the wall has none. */
export function headOfWall(): SlideView | null {
  const host = document.querySelector('preau-player')?.shadowRoot?.querySelector('.head');
  if (!host?.shadowRoot) return null;
  const unit = Math.min(innerWidth, innerHeight) / 1080;
  return { host, unit, tolerance: 1 + unit };
}

/** The element around another one, through slots and shadow roots. */
function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
}

/** The elements from this one up to the slide, without the slide. */
export function* ancestry(element: Element, { host }: SlideView): Generator<Element> {
  for (let one: Element | null = element; one && one !== host; one = parentOf(one)) yield one;
}

/** Whether the element is not part of a line of text. */
export function isBlock(element: Element): boolean {
  return !/^(inline|contents)$/u.test(getComputedStyle(element).display);
}

/** Whether an element is visible now: neither transparent, clipped away, nor hidden. */
export function isVisible(element: Element, view: SlideView): boolean {
  for (const one of ancestry(element, view)) {
    const style = getComputedStyle(one);
    if (Number(style.opacity) < 0.05 || style.clipPath !== 'none') return false;
  }
  return element.checkVisibility({ visibilityProperty: true });
}

/** All the texts and elements of a slide, in order, through every shadow root in it. */
export function* nodesOf(root: ParentNode & Node): Generator<Text | Element> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element && node.shadowRoot) yield* nodesOf(node.shadowRoot);
    if (node instanceof Text || node instanceof Element) yield node;
  }
}
