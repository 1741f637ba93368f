import type { Programme, Theme } from '../contract.ts';

/** Red, green and blue, 0 to 255. */
type Colour = readonly [number, number, number];

/** Grounds of text, and the contrast that white has with a fill at least, by theme: those of `renderer/styles/tokens.css`. */
const THEMES: Readonly<Record<Theme, { readonly paper: Colour; readonly towards: Colour; readonly onFill: number }>> = {
  clair: { paper: [0xfb, 0xf6, 0xec], towards: [0, 0, 0], onFill: 4.5 },
  sombre: { paper: [0x11, 0x1a, 0x2e], towards: [255, 255, 255], onFill: 4.5 },
  contraste: { paper: [255, 255, 255], towards: [0, 0, 0], onFill: 7 },
};
const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];
/** Contrast of text with paper. */
const ON_PAPER = 7;
/** Shades from a colour to black or white that are tried. */
const SHADES = 200;

/** Colours by their French names, for those who have no code at hand. */
const NAMES: Readonly<Record<string, string>> = {
  bleu: '#1f47a8',
  turquoise: '#0b6e74',
  vert: '#14784b',
  violet: '#5b3a9b',
  bordeaux: '#7a1f2b',
  orange: '#b4530a',
};

/** `#1f47a8` for « #1F47A8 », « 1f47a8 », « #14a » or « bleu »; null for what is no colour. */
export function colourOf(written: string): string | null {
  const name = NAMES[written.toLowerCase()];
  if (name !== undefined) return name;
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(written)?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 3 ? digits.replace(/./gu, '$&$&') : digits}`;
}

/** The names that `colourOf` knows. */
export const COLOUR_NAMES = Object.keys(NAMES);

/** What a colour becomes on the wall. */
export interface AccentReading {
  readonly accent: NonNullable<Programme['accent']>;
  /** The contrast of white with the colour as written, and what it must be; null where it is enough. */
  readonly short: { readonly contrast: number; readonly needed: number } | null;
}

/**
 * The fill and the text of a colour (`#1f47a8`) in a theme: the colour itself, or its nearest shade that is read on the wall.
 * White text stands on the fill; the text stands on the paper of the theme.
 */
export function accentOf(colour: string, theme: Theme): AccentReading {
  const { paper, towards, onFill } = THEMES[theme];
  const written = parse(colour);
  const contrast = contrastOf(written, WHITE);
  const fill = nearestShade(written, BLACK, WHITE, onFill);
  const text = nearestShade(written, towards, paper, ON_PAPER);
  return {
    accent: { fill: format(fill), text: format(text) },
    short: contrast < onFill ? { contrast, needed: onFill } : null,
  };
}

const parse = (colour: string): Colour => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

const format = (colour: Colour): string =>
  `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** The first shade on the way from a colour to black or white that has this contrast with a ground. */
function nearestShade(from: Colour, to: Colour, ground: Colour, needed: number): Colour {
  const shades = Array.from({ length: SHADES + 1 }, (_, step) => mix(from, to, step / SHADES));
  return shades.find((shade) => contrastOf(shade, ground) >= needed) ?? to;
}

const mix = ([r, g, b]: Colour, [r2, g2, b2]: Colour, share: number): Colour => {
  const between = (a: number, c: number) => Math.round(a + (c - a) * share);
  return [between(r, r2), between(g, g2), between(b, b2)];
};

/** The contrast of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastOf(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
