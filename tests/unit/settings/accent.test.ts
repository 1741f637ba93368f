import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentOf, COLOUR_NAMES, colourOf } from '../../../main/settings/accent.ts';

/** Contrast of two colours as WCAG 2.2 defines it, written a second time. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
      .reduce((sum, light, n) => sum + light * ([0.2126, 0.7152, 0.0722][n] ?? 0), 0);
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const distance = (a: string, b: string): number =>
  Math.hypot(
    ...[1, 3, 5].map((at) => Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)),
  );

const PAPER = { clair: '#fbf6ec', sombre: '#111a2e', contraste: '#ffffff' } as const;

describe('the colour of the place', () => {
  it('is written as a code, short or long, or by its name', () => {
    expect(['#1F47A8', '1f47a8', '#14a', 'Bleu'].map(colourOf)).toEqual(['#1f47a8', '#1f47a8', '#1144aa', '#1f47a8']);
    expect(['bleuâtre', '#12345', 'rgb(1,2,3)', ''].map(colourOf)).toEqual([null, null, null, null]);
  });

  it('is shown as it is where it is one of those that have a name', () => {
    for (const name of COLOUR_NAMES) expect(accentOf(colourOf(name) ?? '', 'clair').why, name).toBeNull();
  });

  it('is read on the wall in every theme, whatever is written', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, fc.constantFrom('clair', 'sombre', 'contraste'), (written, theme) => {
        const { accent, why } = accentOf(written, theme);
        const needed = theme === 'contraste' ? 7 : 4.5;
        expect(contrast(accent.fill, '#ffffff')).toBeGreaterThanOrEqual(needed);
        expect(contrast(accent.text, PAPER[theme])).toBeGreaterThanOrEqual(7);
        expect(accent.fill === written).toBe(why === null);
        expect(distance(accent.fill, theme === 'contraste' ? '#9b0c12' : '#b3151b')).toBeGreaterThanOrEqual(70);
      }),
    );
  });
});
