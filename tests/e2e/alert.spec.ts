import type { Slide } from '../../main/contract.ts';
import { countWords, MAX_PAGE_WORDS } from '../../main/reading-time.ts';
import { example } from '../support/slides/samples.ts';
import { openWall } from '../support/slides-wall.ts';
import { layerOnWall } from '../support/wall.ts';
import { expect, test } from './fixtures.ts';

const ORDER =
  'Restez dans les salles. Fermez les portes et les fenêtres. Attendez les consignes du chef d’établissement. ';

test('an alert says that it is one and since when, on each of its pages and above a picture', async ({
  wall: page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wall = await openWall(page);
  const expectHeader = async (): Promise<void> => {
    await expect(layerOnWall(page).getByRole('heading', { name: 'Alerte', level: 1 })).toBeVisible();
    await expect(layerOnWall(page).getByText('depuis 9 h 41')).toBeVisible();
    await expect(layerOnWall(page).locator('svg.sign')).toBeVisible();
  };
  await wall.show(example('alert-picture'));
  await expectHeader();
  const html = `<h1>Confinement</h1><p>${ORDER.repeat(12)}</p>`;
  const pages = await wall.show({ kind: 'alert', title: 'long', html, at: '9 h 41' } as Partial<Slide>);
  expect(pages).toBeGreaterThan(1);
  for (let n = 1; n <= pages; n += 1) {
    if (n > 1) await wall.turnTo(n);
    await expectHeader();
    await expect(layerOnWall(page).getByText('Confinement')).toBeVisible();
    const text = await layerOnWall(page).locator('.flow').innerText();
    expect(countWords(text)).toBeLessThanOrEqual(MAX_PAGE_WORDS);
  }
  await wall.close();
});

test('without a written title, the order itself is the title, and the name of the file is not shown', async ({
  wall: page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wall = await openWall(page);
  const html = '<p>Le lycée ferme à 16 h.</p><p>Les cars partent à 16 h 10.</p>';
  await wall.show({ kind: 'alert', title: 'Consigne', html, at: '9 h 41' } as Partial<Slide>);
  const title = layerOnWall(page).getByRole('heading', { name: 'Le lycée ferme à 16 h.', level: 2 });
  const size = (element: Element): number => Number.parseFloat(getComputedStyle(element).fontSize);
  const text = layerOnWall(page).getByText('Les cars partent à 16 h 10.');
  expect(await title.evaluate(size)).toBeGreaterThan(1.5 * (await text.evaluate(size)));
  await expect(layerOnWall(page).getByText('Consigne')).toHaveCount(0);
  await wall.close();
});
