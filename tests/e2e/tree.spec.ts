import type { Slide } from '../../main/contract.ts';
import { openWall } from '../support/slides-wall.ts';
import { layerOnWall } from '../support/wall.ts';
import { expect, test } from './fixtures.ts';

test('among many leaves the lifted one stands out, and no message covers the crown', async ({ wall: page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wall = await openWall(page);
  const show = (count: number): Promise<number> => {
    const messages = Array.from({ length: count }, (_, n) => ({
      id: `m${n}`,
      text: `Un pas après l’autre, ${n} fois.`,
    }));
    return wall.show({ kind: 'tree', title: 'L’arbre', messages } as Partial<Slide>);
  };
  const opacity = (selector: string): Promise<string> =>
    layerOnWall(page)
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).opacity);
  await show(4);
  expect(await opacity('.leaves')).toBe('1');
  await show(300);
  expect(await opacity('.leaves')).toBe('0.6');
  expect(await opacity('.leaf.on')).toBe('1');
  const text = await layerOnWall(page).locator('.text').boundingBox();
  const tree = await layerOnWall(page).locator('.tree').boundingBox();
  expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual(tree?.x ?? 0);
  await wall.close();
});
