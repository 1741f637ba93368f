import { EVERY_KIND } from '../support/slides-kinds.ts';
import { openWall } from '../support/slides-wall.ts';
import { expect, test } from './fixtures.ts';

/**
 * Every kind against a committed picture. All sizes derive from the stage, so half a wall of 1920 x 1080 (and of
 * 1080 x 1920) shows the same and weighs a quarter. The faces are bundled; what may still differ from one Chromium to
 * another is the edge of a letter: a pixel counts when it is off by more than 0.2 of YIQ, and 60 of 518,400 may be (one
 * changed word of the smallest text is more).
 * A new picture is made by `npx playwright test tests/e2e/visual.spec.ts --update-snapshots`, and looked at.
 */
const TOLERANCE = { threshold: 0.2, maxDiffPixels: 60 };

for (const size of [
  { width: 960, height: 540 },
  { width: 540, height: 960 },
]) {
  test(`every kind looks as it did at ${size.width} x ${size.height}`, async ({ wall: page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(size);
    // Without motion there is no bar of time, and no leaf on its way.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wall = await openWall(page);
    for (const [kind, slide] of Object.entries(EVERY_KIND)) {
      await wall.show(slide);
      if (kind === 'video') await page.evaluate(holdFirstFrame);
      await expect.soft(page).toHaveScreenshot(`${kind}-${size.width}x${size.height}.png`, TOLERANCE);
    }
    await wall.close();
  });
}

/** Runs in the page: the film stands at its beginning. */
async function holdFirstFrame(): Promise<void> {
  const layer = document.querySelector('preau-player')?.shadowRoot?.querySelector('.layer:not([inert])');
  const video = layer?.firstElementChild?.shadowRoot?.querySelector('video');
  if (!video) throw new Error('there is no film');
  video.pause();
  const there = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
  video.currentTime = 0;
  await there;
}
