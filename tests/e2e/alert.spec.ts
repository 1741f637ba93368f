import type { Page } from '@playwright/test';
import type { Slide } from '../../main/contract.ts';
import { countWords } from '../../main/reading-time.ts';
import { EVERY_KIND } from '../support/slides-kinds.ts';
import { openWall } from '../support/slides-wall.ts';
import { expect, test } from './fixtures.ts';

const onWall = (page: Page) => page.locator('.layer:not([inert])');
const order =
  'Restez dans les salles. Fermez les portes et les fenêtres. Attendez les consignes du chef d’établissement. ';

test('an alert says what it is and since when, on every page, and over a picture', async ({ wall: page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wall = await openWall(page);
  const seen = async (): Promise<void> => {
    await expect(onWall(page).getByRole('heading', { name: 'Alerte', level: 1 })).toBeVisible();
    await expect(onWall(page).getByText('depuis 9 h 41')).toBeVisible();
    await expect(onWall(page).locator('svg.sign')).toBeVisible();
  };
  await wall.show(EVERY_KIND['alert-picture'] ?? {});
  await seen();
  const html = `<h1>Confinement</h1><p>${order.repeat(12)}</p>`;
  const pages = await wall.show({ kind: 'alert', title: 'long', html, at: '9 h 41' } as Partial<Slide>);
  expect(pages).toBeGreaterThan(1);
  for (let n = 1; n <= pages; n += 1) {
    if (n > 1) await wall.turnTo(n);
    await seen();
    await expect(onWall(page).getByText('Confinement')).toBeVisible();
    // What is read in 30 s.
    const text = await onWall(page).locator('.flow').innerText();
    expect(countWords(text)).toBeLessThanOrEqual(65);
  }
  await wall.close();
});

test('where nobody wrote a title, the order itself is the largest, and the name of the file is not there', async ({
  wall: page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wall = await openWall(page);
  const html = '<p>Le lycée ferme à 16 h.</p><p>Les cars partent à 16 h 10.</p>';
  await wall.show({ kind: 'alert', title: 'Consigne', html, at: '9 h 41' } as Partial<Slide>);
  const title = onWall(page).getByRole('heading', { name: 'Le lycée ferme à 16 h.', level: 2 });
  const size = (element: Element): number => Number.parseFloat(getComputedStyle(element).fontSize);
  const text = onWall(page).getByText('Les cars partent à 16 h 10.');
  expect(await title.evaluate(size)).toBeGreaterThan(1.5 * (await text.evaluate(size)));
  await expect(onWall(page).getByText('Consigne')).toHaveCount(0);
  await wall.close();
});
