import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createScreens } from '../../../main/server/screens.ts';

test('a screen that says it is larger than any does not make every picture cost its weight', () => {
  const screens = createScreens();
  const at = Temporal.Instant.from('2031-03-11T08:00:00Z');
  const report = { screen: 'hall', width: 65_536, height: 65_536, dpr: 4, slide: null };
  expect(screens.report(report, at)).toBe(true);
  expect(screens.longSide(1_920)).toBe(7_680);
  expect(screens.report({ ...report, screen: 'autre' }, at)).toBe(false);
});
