import type { Programme, Theme } from '../contract.ts';

/** Red, green and blue, 0 to 255. */
type Colour = readonly [number, number, number];

interface Ground {
  /** The ground of texts. */
  readonly paper: Colour;
  /** What a text is mixed with until it is read there. */
  readonly towards: Colour;
  /** The contrast that white has with a fill at least. */
  readonly onFill: number;
  /** The red of alerts. */
  readonly alert: Colour;
}

/** By theme, as in `renderer/styles/tokens.css`. */
const THEMES: Readonly<Record<Theme, Ground>> = {
  clair: { paper: [0xfb, 0xf6, 0xec], towards: [0, 0, 0], onFill: 4.5, alert: [0xb3, 0x15, 0x1b] },
  sombre: { paper: [0x11, 0x1a, 0x2e], towards: [255, 255, 255], onFill: 4.5, alert: [0xb3, 0x15, 0x1b] },
  contraste: { paper: [255, 255, 255], towards: [0, 0, 0], onFill: 7, alert: [0x9b, 0x0c, 0x12] },
};
/** A fill is at least so far from the red of alerts, as a distance in RGB: nobody may take an agenda for an alert. */
const FROM_ALERT = 70;
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
  prune: '#6d2a5c',
  orange: '#a85b00',
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
  /** Why the fill is another shade than the colour as written; null where it is the same. */
  readonly why:
    | { readonly kind: 'pale'; readonly contrast: number; readonly needed: number }
    | { readonly kind: 'alert' }
    | null;
}

/**
 * The fill and the text of a colour (`#1f47a8`) in a theme: the colour itself, or its nearest shade that is read on the wall.
 * White text stands on the fill; the text stands on the paper of the theme.
 */
export function accentOf(colour: string, theme: Theme): AccentReading {
  const { paper, towards, onFill, alert } = THEMES[theme];
  const written = parse(colour);
  const contrast = contrastOf(written, WHITE);
  const isFill = (shade: Colour) => contrastOf(shade, WHITE) >= onFill && distance(shade, alert) >= FROM_ALERT;
  const fill = nearestShade(written, BLACK, isFill);
  const text = nearestShade(written, towards, (shade) => contrastOf(shade, paper) >= ON_PAPER);
  const why = contrast < onFill ? ({ kind: 'pale', contrast, needed: onFill } as const) : ({ kind: 'alert' } as const);
  return { accent: { fill: format(fill), text: format(text) }, why: format(fill) === colour ? null : why };
}

const parse = (colour: string): Colour => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

const format = (colour: Colour): string =>
  `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** The first shade on the way from a colour to black or white that will do. */
function nearestShade(from: Colour, to: Colour, willDo: (shade: Colour) => boolean): Colour {
  const shades = Array.from({ length: SHADES + 1 }, (_, step) => mix(from, to, step / SHADES));
  return shades.find(willDo) ?? to;
}

const distance = ([r, g, b]: Colour, [r2, g2, b2]: Colour): number => Math.hypot(r - r2, g - g2, b - b2);

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
