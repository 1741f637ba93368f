import { prologLength } from './svg-format.ts';
import { attribute, ROOT } from './svg-size.ts';

/** The colour that the style of an element lays behind it; the last one counts. */
const BACKGROUND = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;]*?)\s*(?:!important\s*)?(?=;|$)/gi;
/** A colour and nothing else: no picture, no gradient, none at all. */
const COLOUR =
  /^(?!(?:none|transparent|inherit|initial|unset|revert|currentcolor)$)(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([^()]*\))$/i;

/**
 * The same drawing on the ground that its root has by CSS: browsers paint it, and librsvg does not. On a wall, the white words of a
 * dark drawing would stand on another colour. The ground reaches beyond the view box, which need not fill the drawing.
 */
export function withBackground(svg: string): string {
  const start = prologLength(svg);
  const root = ROOT.exec(svg.slice(start))?.[0];
  if (root === undefined || root.endsWith('/>')) return svg;
  const colour = [...(attribute(root, 'style') ?? '').matchAll(BACKGROUND)].at(-1)?.[1] ?? '';
  if (!COLOUR.test(colour)) return svg;
  const prefix = /^<([\w-]+:)svg/i.exec(root)?.[1] ?? '';
  const ground = `<${prefix}rect x="-1000%" y="-1000%" width="3000%" height="3000%" fill="${colour}"/>`;
  return svg.slice(0, start) + root + ground + svg.slice(start + root.length);
}
