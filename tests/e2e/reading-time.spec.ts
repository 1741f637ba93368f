import type { Slide } from '../../main/contract.ts';
import { countWords, MAX_PAGE_WORDS } from '../../main/reading-time.ts';
import { LANDSCAPE } from '../support/slides-media.ts';
import { openWall } from '../support/slides-wall.ts';
import { layerOnWall, slideOnWall } from '../support/wall.ts';
import { expect, test } from './fixtures.ts';

const TWELVE_WORDS = 'Les élèves ont photographié les ateliers du lycée pendant tout un hiver. ';

test('no board of an exhibition has more text than can be read in the 30 s of a page', async ({ wall: page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wall = await openWall(page);
  const about = { kind: 'exhibition', title: 'Regards', n: 0, of: 3, town: 'Lys', plate: LANDSCAPE };
  const slides = {
    opening: { ...about, part: 'opening', description: TWELVE_WORDS.repeat(12) },
    credits: { ...about, part: 'credits', credits: TWELVE_WORDS.repeat(12) },
  };
  for (const [part, slide] of Object.entries(slides)) {
    const pages = await wall.show(slide as Partial<Slide>);
    expect(pages, part).toBeGreaterThan(2);
    for (let n = 1; n <= pages; n += 1) {
      if (n > 1) await wall.turnTo(n);
      const words = countWords(await layerOnWall(page).locator('.stack').innerText());
      expect(words, `${part}, page ${n}`).toBeLessThanOrEqual(MAX_PAGE_WORDS);
    }
  }
  await wall.close();
});

test('long messages of a tree keep it on the wall until they are read', async ({ wall: page }) => {
  const wall = await openWall(page);
  const messages = [1, 2, 3].map((n) => ({ id: `m${n}`, text: `${TWELVE_WORDS.repeat(3)}${n}` }));
  await wall.show({ kind: 'tree', title: 'L’arbre', messages, durationMs: 30_000 } as Partial<Slide>);
  const durationMs = await slideOnWall(page).evaluate((tree) =>
    (tree as unknown as { durationMs(): number }).durationMs(),
  );
  // 37 words each: 15 s, and the time to find the leaf.
  expect(durationMs).toBeGreaterThan(3 * 15_000);
  await wall.close();
});

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
]) {
  test(`credits are named so and have the last picture, and a short description has no page of its own at ${size.width} x ${size.height}`, async ({
    wall: page,
  }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wall = await openWall(page);
    const about = {
      kind: 'exhibition',
      title: 'Portraits d’élèves, regards croisés entre le collège et la ville',
      n: 0,
      of: 3,
      town: 'Lys',
      venue: 'Collège des Trois-Rivières',
      partners: 'la Maison de la culture et la médiathèque du quartier',
      when: { from: '2026-05-04', to: '2026-05-29', label: 'du 4 au 29 mai' },
      plate: LANDSCAPE,
    };
    await wall.show({ ...about, part: 'credits', credits: TWELVE_WORDS } as Partial<Slide>);
    await expect(layerOnWall(page).getByText('Crédits', { exact: true })).toBeVisible();
    await expect(layerOnWall(page).locator('.window img')).toHaveAttribute('src', LANDSCAPE.src);
    expect(await wall.show({ ...about, part: 'opening', description: 'Un atelier.' } as Partial<Slide>)).toBe(1);
    await wall.close();
  });
}
