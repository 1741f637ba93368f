import { EXAMPLES } from '../support/slides/samples.ts';
import { openWall } from '../support/slides-wall.ts';
import { slideOnWall } from '../support/wall.ts';
import { expect, test } from './fixtures.ts';

/**
 * Every example of every kind against a committed picture. All sizes derive from the stage, so half a wall of 1920 x 1080
 * (and of 1080 x 1920) shows the same in a quarter of the bytes. Fonts are bundled; from one Chromium to another, only the
 * edges of letters may differ: a pixel counts when it is off by more than 0.2 of YIQ, and 60 of 518,400 may be (one changed
 * word of the smallest text is more). `npx playwright test tests/e2e/visual.spec.ts --update-snapshots` makes new pictures:
 * look at them before you commit them.
 */
const TOLERANCE = { threshold: 0.2, maxDiffPixels: 60 };

for (const size of [
  { width: 960, height: 540 },
  { width: 540, height: 960 },
]) {
  test(`every kind of slide looks as it did at ${size.width} x ${size.height}`, async ({ wall: page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(size);
    // Without motion there is no time bar, and no leaf on its way.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wall = await openWall(page);
    for (const [name, slide] of Object.entries(EXAMPLES)) {
      await wall.show(slide);
      if (name === 'video') await slideOnWall(page).evaluate(showFirstFrame);
      await expect.soft(page).toHaveScreenshot(`${name}-${size.width}x${size.height}.png`, TOLERANCE);
    }
    await wall.close();
  });
}

/** Runs in the page: pauses the film at its beginning. */
async function showFirstFrame(slide: Element): Promise<void> {
  const video = slide.shadowRoot?.querySelector('video');
  if (!video) throw new Error('there is no film');
  video.pause();
  const seeked = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
  video.currentTime = 0;
  await seeked;
}
