import type { Fault } from '../../faults/fault.ts';
import { svgLooksOtherwise, svgStill, svgTextsLost } from './picture-faults.ts';
import { linesOf, readable } from './svg-html.ts';

/** Words along a curve. */
const ON_A_PATH = /<(?:[\w-]+:)?textPath\b[^>]*>([\s\S]*?)<\/(?:[\w-]+:)?textPath>/gi;
const MOVING = /<(?:[\w-]+:)?(?:animate|animateTransform|animateMotion|set)[\s/>]|@(?:-webkit-)?keyframes\b/i;
/** What browsers draw by CSS alone, and librsvg otherwise: middles of turns, shapes that cut, sums, capitals. */
const STYLED =
  /\btransform-(?:origin|box)\s*[:=]|\bclip-path\s*[:=]\s*["']?\s*(?:circle|ellipse|polygon|inset|path)\(|[:"'\s]calc\(|\btext-transform\s*:\s*(?:upper|lower|capital)|[;{\s]d\s*:\s*path\(/i;
/** Letters that have a place each, a text that is stretched or broken to a width: librsvg writes it as one line. */
const SPACED = /<(?:text|tspan)\b[^>]*\s(?:(?:textLength|rotate)\s*=|d?[xy]\s*=\s*["']\s*[-\d.]+(?:px)?[\s,]+[-\d.])/i;
/** Inkscape writes the place of each line into such a text. */
const BROKEN = /<text\b[^>]*(?:inline-size\s*:\s*[\d.]*[1-9]|shape-inside\s*:)[^>]*>(?!\s*<tspan\b[^>]*\s[xy]\s*=)/i;
const OTHERWISE: readonly RegExp[] = [STYLED, SPACED, BROKEN];

/** The warning of words that librsvg leaves out. */
export function lostTexts(svg: string): Fault[] {
  const words = [...svg.matchAll(ON_A_PATH)].flatMap(([, inside = '']) => linesOf(inside));
  return words.length > 0 ? [svgTextsLost(readable(words.join(' ')))] : [];
}

/**
 * The warnings of what else librsvg leaves out of a drawing, or draws otherwise than browsers, in silence. `isGuessed`: its size, or
 * which of its styles hold, is a guess.
 */
export function lostOf(svg: string, isGuessed: boolean): Fault[] {
  return [
    ...(MOVING.test(svg) ? [svgStill()] : []),
    ...(isGuessed || OTHERWISE.some((rule) => rule.test(svg)) ? [svgLooksOtherwise()] : []),
  ];
}
