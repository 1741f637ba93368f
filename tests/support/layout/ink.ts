import { ancestry, isBlock, type SlideView } from './slide-view.ts';

/** Where the letters of a line of text are, or a QR code; CSS pixels. */
export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How faults name it. */
  readonly name: string;
  /** The block it belongs to. */
  readonly block: Element;
  /** Size of the font. */
  readonly size: number;
  /** Middle of the height of the letters. */
  readonly middle: number;
}

/** Height of the letters, as a share of the size of the font: from the top of a capital to the foot of a p; of figures. */
const LETTERS_HEIGHT = 0.9;
const FIGURES_HEIGHT = 0.72;

function blockOf(element: Element, view: SlideView): Element {
  for (const one of ancestry(element, view)) if (isBlock(one)) return one;
  return view.host;
}

/** The ink of a text, line by line. The box of a line is that of its font, which is higher than its letters. */
export function inksOf(node: Text, parent: Element, name: string, view: SlideView): Ink[] {
  const size = Number.parseFloat(getComputedStyle(parent).fontSize);
  const height = (/^[\d\s]+$/u.test(node.data.trim()) ? FIGURES_HEIGHT : LETTERS_HEIGHT) * size;
  const block = blockOf(parent, view);
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()]
    .filter(({ width }) => width >= 1)
    .map(({ left, right, top, bottom }) => {
      const inset = Math.max(0, (bottom - top - height) / 2);
      const middle = (top + bottom) / 2;
      return { left, right, top: top + inset, bottom: bottom - inset, name, block, size, middle };
    });
}

/** Whether two inks overlap by more than lines of text that are close to each other do. */
function overlap(a: Ink, b: Ink, { unit }: SlideView): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 2 * unit && down > 0.16 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** Faults: inks of different blocks that overlap. */
export function overlaps(inks: readonly Ink[], view: SlideView): string[] {
  return inks.flatMap((a, index) =>
    inks
      .slice(index + 1)
      .filter((b) => a.block !== b.block && overlap(a, b, view))
      .map((b) => `${a.name} is over ${b.name}`),
  );
}
