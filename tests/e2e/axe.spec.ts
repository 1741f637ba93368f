import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { type Slide, themeSchema } from '../../main/contract.ts';
import { axeViolations } from '../support/axe.ts';
import { EXAMPLES, example } from '../support/slides/samples.ts';
import { WHITE } from '../support/slides-media.ts';
import { openWall } from '../support/slides-wall.ts';
import { layerOnWall, slideOnWall } from '../support/wall.ts';
import { expect, test } from './fixtures.ts';

for (const theme of themeSchema.options) {
  test(`every kind passes axe, contrast included, in the theme ${theme}`, async ({ wall: page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wall = await openWall(page);
    for (const [name, slide] of Object.entries(EXAMPLES)) {
      await wall.show(slide, { theme });
      expect.soft(await axeViolations(page, theme === 'contraste'), name).toEqual([]);
    }
    await wall.close();
  });
}

/** Luminance of an sRGB colour, as WCAG 2 defines it. */
function luminance([r = 0, g = 0, b = 0]: readonly number[]): number {
  const linear = [r, g, b].map((value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

/** Makes the letters on the wall invisible; resolves to the boxes of the lines of text, in CSS pixels. */
function hideLetters(page: Page): Promise<{ x: number; y: number; width: number; height: number }[]> {
  return slideOnWall(page).evaluate(({ shadowRoot: root }) => {
    if (!root) return [];
    const boxes: { x: number; y: number; width: number; height: number }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement;
      if (!parent || !node.data.trim() || parent.closest('style, .unseen')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { x, y, width, height } of range.getClientRects()) if (width > 1) boxes.push({ x, y, width, height });
    }
    for (const element of root.querySelectorAll<HTMLElement>('h1, p, span')) element.style.color = 'transparent';
    return boxes;
  });
}

const LONG_CAPTION = 'Une légende\u00a0: sur deux lignes, tant elle est longue à lire, et même un peu plus que cela';
const ON_WHITE = {
  image: { kind: 'image', title: 'Blanc', ...WHITE, fit: 'cover', caption: LONG_CAPTION },
  plate: {
    kind: 'exhibition',
    title: 'Blanc',
    part: 'plate',
    n: 1,
    of: 2,
    venue: 'Lycée',
    plate: { ...WHITE, caption: 'Neige' },
  },
  // The caption is beside the page, on the blurred copy of it.
  page: { kind: 'image', title: 'Blanc', ...WHITE, width: 900, height: 1273, fit: 'contain', caption: LONG_CAPTION },
  strip: { kind: 'image', title: 'Blanc', ...WHITE, width: 1900, height: 1000, fit: 'contain', caption: LONG_CAPTION },
};

for (const theme of themeSchema.options) {
  const minContrast = theme === 'contraste' ? 7 : 4.5;
  test(`text on a picture is readable even where the picture is white: ${minContrast}:1 in the theme ${theme}`, async ({
    wall: page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wall = await openWall(page);
    for (const [name, slide] of Object.entries(ON_WHITE)) {
      await wall.show(slide as Partial<Slide>, { theme });
      const boxes = await hideLetters(page);
      expect(boxes.length, name).toBeGreaterThan(0);
      for (const clip of boxes) {
        const { channels } = await sharp(await page.screenshot({ clip })).stats();
        const lightest = luminance(channels.map(({ max }) => max));
        expect(1.05 / (lightest + 0.05), name).toBeGreaterThanOrEqual(minContrast);
      }
    }
    await wall.close();
  });
}

test('the page has its language, its direction, its title and one main heading', async ({ wall: page }) => {
  const wall = await openWall(page);
  for (const [name, slide] of Object.entries(EXAMPLES)) {
    await wall.show(slide);
    const html = page.locator('html');
    await expect(html).toHaveAttribute('lang', 'fr');
    await expect(html).toHaveAttribute('dir', 'ltr');
    await expect(page, name).toHaveTitle(`${slide.title} – Préau`);
    // Pictures without a caption have no heading: their alternative text names them.
    const headings = layerOnWall(page).locator('h1');
    if (!/^(image-|video)/u.test(name)) await expect(headings, name).toHaveCount(1);
    await expect(page.locator('.layer[aria-hidden]').getByRole('heading'), name).toHaveCount(0);
  }
  await wall.close();
});

test('people who listen to the page have the programme as a list, and can pause it with the keyboard', async ({
  wall: page,
}) => {
  const wall = await openWall(page);
  await wall.show({ ...example('event'), durationMs: 8_000 });
  // From here on only the test moves the clock: the slide is not over before it is paused.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  const list = page.getByRole('region', { name: 'Programme' });
  await expect(list.getByRole('listitem')).toHaveText(/Portes ouvertes des ateliers – Belleville/u);
  await expect(list.getByRole('listitem')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Tab');
  const pause = list.getByRole('button', { name: 'Mettre en pause' });
  await expect(pause).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button', { name: 'Reprendre' })).toHaveAttribute('aria-pressed', 'true');
  await page.evaluate(() => {
    document.documentElement.dataset.slide = 'not painted again';
  });
  await page.clock.runFor(20_000);
  expect(await page.evaluate(() => document.documentElement.dataset.slide)).toBe('not painted again');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => {
      await page.clock.runFor(1_000);
      return page.evaluate(() => document.documentElement.dataset.slide);
    })
    .toBe('s1');
  await wall.close();
});

test('the pictures of an exhibition move only where staff asked for it, and only their transform changes', async ({
  wall: page,
}) => {
  const wall = await openWall(page);
  const moved = (): Promise<string[]> =>
    slideOnWall(page).evaluate((slide) => {
      const running = slide.shadowRoot?.getAnimations() ?? [];
      const steps = running.flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []));
      const given = new Set(['offset', 'computedOffset', 'easing', 'composite']);
      return [...new Set(steps.flatMap((step) => Object.keys(step).filter((name) => !given.has(name))))];
    });
  const plate = example('exhibition-plate');
  await wall.show(plate);
  expect(await moved()).toEqual([]);
  await wall.show({ ...plate, slow: true } as Partial<Slide>);
  await expect.poll(moved).toEqual(['transform']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await wall.show({ ...plate, slow: true } as Partial<Slide>);
  expect(await moved()).toEqual([]);
  await wall.close();
});

test('without motion there are cuts instead of fades, nothing on the wall moves, and every kind is painted', async ({
  wall: page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...given) {
      moved.push(this.className);
      return animate.apply(this, given);
    };
  });
  const wall = await openWall(page);
  for (const [name, slide] of Object.entries(EXAMPLES)) {
    await wall.show(slide);
    const running = await slideOnWall(page).evaluate((slide) => slide.shadowRoot?.getAnimations().length);
    expect(running, name).toBe(0);
  }
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
  await wall.close();
});
