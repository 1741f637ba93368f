import type { Ink } from './ink.ts';
import { ancestry, isBlock, type SlideView } from './slide-view.ts';

/** Half of the height that letters need in a box, as a share of their size; of raised letters. */
const HALF_HEIGHT = 0.36;
const HALF_HEIGHT_OF_RAISED = 0.2;
/** Round letters and figures may reach this far over the edge that they are aligned to, as a share of their size. */
const OVERHANG = 0.04;

/** Faults: ink that reaches over the margins of the wall, 5 % of each side. */
export function outOfMargins(ink: Ink, { tolerance }: SlideView): string[] {
  const x = 0.05 * innerWidth - tolerance - OVERHANG * ink.size;
  const y = 0.05 * innerHeight - tolerance;
  const isInside = ink.left >= x && ink.right <= innerWidth - x && ink.top >= y && ink.bottom <= innerHeight - y;
  if (isInside) return [];
  return [`${ink.name} is out of the margins (${[ink.left, ink.top, ink.right, ink.bottom].map(Math.round)})`];
}

/** Faults: ink that reaches over one of the boxes it is in, or that a box may cut or scroll. */
export function outOfBoxes(ink: Ink, element: Element, view: SlideView): string[] {
  const faults: string[] = [];
  const half = (element.closest('sup') ? HALF_HEIGHT_OF_RAISED : HALF_HEIGHT) * ink.size;
  let inFlow = true;
  for (const one of ancestry(element, view)) {
    // A merged cell begins in one row and reaches over those below.
    const isMerged = one.localName === 'tr' && element.closest('[rowspan]') !== null;
    if (!isBlock(one) || isMerged) continue;
    const style = getComputedStyle(one);
    const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const name = `.${one.className || one.localName}`;
    if (clips && one.scrollWidth > one.clientWidth + view.tolerance) faults.push(`${ink.name} scrolls in ${name}`);
    if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') {
      faults.push(`${ink.name} may be cut by an ellipsis`);
    }
    const excess = excessOf(ink, half, one);
    const [left = 0, right = 0, top = 0, bottom = 0] = excess;
    const across = view.tolerance + OVERHANG * ink.size;
    const isOutside = left > across || right > across || top > view.tolerance || bottom > view.tolerance;
    if (isOutside && (inFlow || clips)) {
      faults.push(`${ink.name} is out of its box ${name} (left, right, top, bottom: ${excess.map(Math.round)})`);
    }
    // An element that is placed outside the flow, or pulled out of it, must only fit in boxes that clip it.
    if (/^(absolute|fixed)$/u.test(style.position) || Number.parseFloat(style.marginTop) < 0) inFlow = false;
  }
  return faults;
}

/** How far an ink reaches over a box on the left, on the right, above and below; CSS pixels. */
function excessOf(ink: Ink, half: number, element: Element): number[] {
  const box = element.getBoundingClientRect();
  return [box.left - ink.left, ink.right - box.right, box.top - (ink.middle - half), ink.middle + half - box.bottom];
}
