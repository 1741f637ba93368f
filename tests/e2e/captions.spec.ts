import type { Slide } from '../../main/contract.ts';
import { LANDSCAPE } from '../support/slides-media.ts';
import { openWall } from '../support/slides-wall.ts';
import { expect, test } from './fixtures.ts';

test('where an exhibition is stands under a caption on one line only, and under no long caption', async ({
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
  const aside = page.locator('.layer:not([inert]) .aside');
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

test('a page of a deck that has the shape of the wall fills it to its edges, and nothing is written on it', async ({
  wall: page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const wall = await openWall(page);
  const slide = { kind: 'image', title: 'Réunion', caption: 'Réunion', ...LANDSCAPE, fit: 'contain', page: [1, 3] };
  await wall.show(slide as Partial<Slide>);
  const picture = page.locator('.layer:not([inert]) .picture');
  expect(await picture.boundingBox()).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
  await expect(page.locator('.layer:not([inert]) footer')).toHaveCount(0);
  await wall.close();
});
