import type { Slide } from '../../main/contract.ts';
import { LANDSCAPE } from '../support/slides-media.ts';
import { openWall } from '../support/slides-wall.ts';
import { layerOnWall } from '../support/wall.ts';
import { expect, test } from './fixtures.ts';

test('the place of an exhibition is under a caption only if it has one line, and not under a long caption', async ({
  wall: page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wall = await openWall(page);
  const show = (caption: string, venue: string): Promise<number> =>
    wall.show({
      kind: 'exhibition',
      title: 'Regards croisés',
      part: 'plate',
      n: 1,
      of: 2,
      venue,
      plate: { ...LANDSCAPE, caption },
    } as Partial<Slide>);
  const aside = layerOnWall(page).locator('.aside');
  await show('Les collines', 'Collège des Trois-Rivières');
  await expect(aside).toBeVisible();
  await show(
    'Les collines',
    'Collège des Trois-Rivières, bâtiment des arts et des métiers, hall d’accueil et galerie du midi',
  );
  await expect(aside).toBeHidden();
  await show('Les collines au matin, après la pluie de la nuit. '.repeat(4), 'Collège des Trois-Rivières');
  await expect(aside).toBeHidden();
  await wall.close();
});

test('a page in the shape of the wall is as large as it can be, without a caption, and fills a wall without a head', async ({
  wall: page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const wall = await openWall(page);
  const slide = { kind: 'image', title: 'Réunion', caption: 'Réunion', ...LANDSCAPE, fit: 'contain', page: [1, 3] };
  await wall.show(slide as Partial<Slide>);
  const picture = layerOnWall(page).locator('.picture');
  const stage = await page.locator('.stage').boundingBox();
  const shown = await picture.boundingBox();
  expect([shown?.y, shown?.height]).toEqual([stage?.y, stage?.height]);
  expect((shown?.width ?? 0) / (shown?.height ?? 1)).toBeCloseTo(16 / 9);
  await expect(layerOnWall(page).locator('footer')).toHaveCount(0);
  await wall.show(slide as Partial<Slide>, { head: undefined });
  await expect.poll(() => picture.boundingBox()).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
  await expect(layerOnWall(page).locator('footer')).toHaveCount(0);
  await wall.close();
});
