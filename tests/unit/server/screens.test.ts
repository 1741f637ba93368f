import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { ScreenReport } from '../../../main/contract.ts';
import { createScreens } from '../../../main/server/screens.ts';

const NOW = Temporal.Instant.from('2031-03-11T09:00Z');
const report = (screen: string): ScreenReport => ({ screen, width: 1920, height: 1080, dpr: 1, slide: 'a' });

test('a screen that claims an absurd size does not make every picture that large', () => {
  const screens = createScreens();
  const at = Temporal.Instant.from('2031-03-11T08:00:00Z');
  const vast = { screen: 'hall', width: 65_536, height: 65_536, dpr: 4, slide: null };
  expect(screens.report(vast, at)).toBe(true);
  expect(screens.longSide(1_920)).toBe(7_680);
  expect(screens.report({ ...vast, screen: 'autre' }, at)).toBe(false);
});

test('a new screen is remembered also after hundreds of names that came and went, and a connected one is never forgotten', () => {
  const screens = createScreens();
  screens.connected('Hall');
  screens.report(report('Hall'), NOW);
  for (let n = 0; n < 600; n++) screens.report(report(`passant ${n}`), NOW);
  screens.report(report('CDI'), NOW);
  const names = screens.view().map(({ screen }) => screen);
  expect(names).toHaveLength(500);
  expect(names).toEqual(expect.arrayContaining(['Hall', 'CDI', 'passant 599']));
  expect(names).not.toContain('passant 0');
});
