import type { Fault } from '../../faults/fault.ts';
import { svgColoursGuessed, svgColoursLost } from './picture-faults.ts';

/** Text within parentheses that may hold two more levels of them. */
const NESTED = String.raw`(?:[^()]|\((?:[^()]|\([^()]*\))*\))*`;
const WITHOUT_COMMA = String.raw`(?:[^(),]|\((?:[^()]|\([^()]*\))*\))*`;
const VARIABLE = new RegExp(String.raw`var\(\s*(--[\w-]+)\s*(?:,(${NESTED}))?\)`, 'g');
const LIGHT_DARK = new RegExp(String.raw`light-dark\((${WITHOUT_COMMA}),${NESTED}\)`, 'g');
const DECLARATION = /(?<![\w-])(--[\w-]+)\s*:\s*([^;{}"<]*)/g;
/** Functions of CSS Color 4 and 5 that librsvg does not know. */
const UNKNOWN_COLOUR = /[:"']\s*(?:oklch|oklab|lch|lab|hwb|color|color-mix|contrast-color)\(/i;
/** Variables may name variables, and a hostile drawing a chain of them. */
const MAX_PASSES = 8;

/**
 * Writes the variables of CSS and `light-dark()` out, which librsvg does not know: it would paint black. A variable with
 * several values gets the last one. The result has at most `maxLength` characters; else variables stay as they are.
 */
export function resolveCss(svg: string, maxLength: number): { readonly svg: string; readonly warnings: Fault[] } {
  const lit = svg.includes('light-dark(') ? svg.replace(LIGHT_DARK, (_, light: string) => light.trim()) : svg;
  const colours = UNKNOWN_COLOUR.test(lit) ? [svgColoursLost()] : [];
  if (!lit.includes('var(')) return { svg: lit, warnings: colours };
  const values = valuesOf(lit);
  let resolved = lit;
  for (let pass = 0; pass < MAX_PASSES && resolved.includes('var('); pass += 1) {
    let grown = resolved.length;
    const next = resolved.replace(VARIABLE, (all, name: string, fallback?: string) => {
      const value = values.get(name)?.at(-1) ?? fallback?.trim() ?? all;
      grown += value.length;
      return grown > maxLength ? all : value;
    });
    if (next === resolved) break;
    resolved = next;
  }
  const isGuessed = [...values].some(([name, all]) => new Set(all).size > 1 && lit.includes(`var(${name}`));
  return { svg: resolved, warnings: isGuessed ? [svgColoursGuessed(), ...colours] : colours };
}

/** The values of each variable, in the order in which they are written. */
function valuesOf(svg: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [, name = '', value = ''] of svg.matchAll(DECLARATION)) {
    const all = values.get(name) ?? [];
    all.push(value.replace(/!important/i, '').trim());
    values.set(name, all);
  }
  return values;
}
