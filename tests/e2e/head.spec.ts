import type { Page } from '@playwright/test';
import { HEAD } from '../support/slides/common.ts';
import { example } from '../support/slides/samples.ts';
import { measureLayout } from '../support/slides-layout.ts';
import { openWall } from '../support/slides-wall.ts';
import { slideOnWall } from '../support/wall.ts';
import { expect, test } from './fixtures.ts';

const headOf = (page: Page) => page.locator('preau-wall-head');
const timeOf = (page: Page) => headOf(page).locator('time');
/** Less than the 30 s of silence after which the player asks the service again, whose clock stands still here. */
const NIGHT = '2026-05-05T23:59:40+02:00[Europe/Paris]';

/** Runs in the page: counts the changes of the head, and the animations of the whole page. */
async function watchHead(page: Page): Promise<() => Promise<{ changes: number; animations: number }>> {
  await headOf(page).evaluate((head) => {
    const seen = { changes: 0 };
    Object.assign(window, { seen });
    const observer = new MutationObserver((records) => {
      seen.changes += records.length;
    });
    observer.observe(head.shadowRoot ?? head, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  return () =>
    page.evaluate(() => ({
      changes: (window as unknown as { seen: { changes: number } }).seen.changes,
      animations: document.getAnimations().length,
    }));
}

test('the time changes on the minute, the day at midnight, and nothing else is done for it', async ({ wall: page }) => {
  const wall = await openWall(page);
  await wall.show(example('image'), { at: NIGHT });
  await expect(timeOf(page)).toHaveAttribute('datetime', '23:59');
  await expect(headOf(page).getByText('mardi 5 mai')).toBeVisible();
  const seen = await watchHead(page);
  // The clock of the page also runs by itself: the first change is looked for, and it must be that of the minute.
  for (let second = 0; second < 25 && (await seen()).changes === 0; second += 1) await page.clock.runFor(1_000);
  await expect(timeOf(page)).toHaveAttribute('datetime', '00:00');
  await expect(headOf(page).getByText('mercredi 6 mai')).toBeVisible();
  const { changes, animations } = await seen();
  expect(changes).toBeLessThan(12);
  expect(animations).toBe(0);
  await wall.close();
});

test('a clock that is set is followed at once', async ({ wall: page }) => {
  const wall = await openWall(page);
  await wall.show(example('text'));
  await expect(timeOf(page)).toHaveAttribute('datetime', '09:41');
  // The clock of the page also runs by itself: half of the 30 s of silence are left to the test.
  await wall.show(example('text'), { at: '2026-05-05T14:20:45+02:00[Europe/Paris]' });
  await expect(timeOf(page)).toHaveAttribute('datetime', '14:20');
  await page.clock.runFor(15_000);
  await expect(timeOf(page)).toHaveAttribute('datetime', '14:21');
  await wall.close();
});

test('the head keeps its place, says nothing twice, and leaves the wall only when staff want it', async ({
  wall: page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wall = await openWall(page);
  const colourOf = () =>
    headOf(page)
      .locator('header')
      .evaluate((face) => getComputedStyle(face).backgroundColor);
  const slideBox = () => slideOnWall(page).evaluate((slide) => slide.getBoundingClientRect().toJSON() as DOMRect);

  await wall.show(example('event'));
  const paper = await colourOf();
  const { top } = await slideBox();
  expect(top).toBe((await headOf(page).boundingBox())?.height);

  // The clock of an empty wall is the time and the day, written large.
  await wall.show(example('idle'));
  await expect(timeOf(page)).toBeHidden();
  await expect(headOf(page).locator('.place')).toBeVisible();
  await expect(slideOnWall(page).getByText(HEAD.place)).toHaveCount(0);

  // The alert has the wall to itself, and the time tells how long it has been there.
  await wall.show(example('alert'));
  await expect(timeOf(page)).toBeVisible();
  expect(await colourOf()).toBe(await slideOnWall(page).evaluate((slide) => getComputedStyle(slide).backgroundColor));

  await wall.show(example('text'));
  expect(await colourOf()).toBe(paper);

  await wall.show(example('text'), { head: undefined });
  await expect(headOf(page)).toHaveCount(0);
  await expect.poll(async () => (await slideBox()).height).toBe(page.viewportSize()?.height);
  expect((await measureLayout(page)).faults).toEqual([]);
  await wall.close();
});

test('the name of any place stands on one line, in whole words', async ({ wall: page }) => {
  const place = 'Lycée polyvalent général et technologique Jean-Baptiste-Poquelin dit Molière de Saint-Germain-en-Laye';
  const wall = await openWall(page);
  for (const [size, head] of [
    [{ width: 1280, height: 720 }, { place }],
    [
      { width: 720, height: 1280 },
      { place, logo: HEAD.logo },
    ],
    [{ width: 1280, height: 720 }, {}],
    [{ width: 720, height: 1280 }, { place: 'CIO' }],
  ] as const) {
    await page.setViewportSize(size);
    await wall.show(example('text'), { head });
    await expect(headOf(page).locator('header')).toHaveClass(/ready/u);
    await expect.poll(async () => (await measureLayout(page)).faults).toEqual([]);
    if (!('place' in head)) continue;
    const shown = await headOf(page).locator('.place').innerText();
    expect(`${head.place} `.replace(/\u00a0/gu, ' ').startsWith(`${shown.replace(/\u00a0/gu, ' ')} `)).toBe(true);
  }
  await wall.close();
});
