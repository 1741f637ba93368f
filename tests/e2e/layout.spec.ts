import type { Page } from '@playwright/test';
import fc from 'fast-check';
import type { Slide } from '../../main/contract.ts';
import { HOSTILE, LONG } from '../support/slides/hostile.ts';
import { EXAMPLES, filled } from '../support/slides/samples.ts';
import { measureLayout } from '../support/slides-layout.ts';
import { openWall, type Wall } from '../support/slides-wall.ts';
import { slideOnWall } from '../support/wall.ts';
import { expect, test } from './fixtures.ts';

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];
const LARGE = { width: 3840, height: 2160 };
/** Pages to check of a slide of many pages, where the test is not about these. */
const MAX_PAGES = 3;

test.setTimeout(180_000);

/** What is wrong on the pages of a slide, a line each; empty when nothing is. */
async function faultsOf(wall: Wall, page: Page, slide: Partial<Slide>, maxPages = MAX_PAGES): Promise<string[]> {
  const pages = await wall.show(slide);
  const found: string[] = [];
  for (let n = 1; n <= Math.min(pages, maxPages); n += 1) {
    if (n > 1) await wall.turnTo(n);
    const faults = [...(await measureLayout(page)).faults];
    if (pages > 1 && (await slideOnWall(page).evaluate(lettersOfBody)) < 3)
      faults.push('there is next to nothing to read');
    found.push(...faults.map((fault) => `page ${n} of ${pages}: ${fault}`));
  }
  return found;
}

/** Runs in the page: number of letters and figures of the text of a slide, without the title that is repeated above it. */
function lettersOfBody(slide: Element): number {
  const flow = slide.shadowRoot?.querySelector('.flow');
  if (!flow) return Number.POSITIVE_INFINITY;
  const body = [...flow.children].filter(
    (block) => !block.matches('.unseen, .running') && !(block.localName === 'h1' && block.nextElementSibling),
  );
  return body
    .map((block) => block.textContent ?? '')
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '').length;
}

for (const size of [...SIZES, LARGE]) {
  const name = `${size.width} x ${size.height}`;

  test(`every kind of slide fits in its boxes at ${name}`, async ({ wall: page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wall = await openWall(page);
    for (const [example, slide] of Object.entries(EXAMPLES)) {
      expect.soft(await faultsOf(wall, page, slide), example).toEqual([]);
    }
    await wall.close();
  });
}

// 1280 x 720 has the proportions of 1920 x 1080, and paints in half the time.
for (const size of SIZES.slice(1)) {
  const name = `${size.width} x ${size.height}`;
  for (const [what, slides] of Object.entries(HOSTILE)) {
    test(`${what}: nothing overflows, is cut, overlaps or is too small at ${name}`, async ({ wall: page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const wall = await openWall(page);
      for (const [kind, slide] of Object.entries(slides)) {
        expect.soft(await faultsOf(wall, page, slide), kind).toEqual([]);
      }
      await wall.close();
    });
  }
}

/** Only the letters and figures of a text: typography and hyphens do not matter. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

for (const [kind, slide] of Object.entries(LONG)) {
  test(`a description of 4,000 words is shown completely, page after page: ${kind}`, async ({ wall: page }) => {
    await page.setViewportSize({ width: 960, height: 540 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wall = await openWall(page);
    const pages = await wall.show(slide);
    let written = '';
    for (let n = 1; n <= pages; n += 1) {
      if (n > 1) await wall.turnTo(n);
      const layout = await measureLayout(page);
      expect.soft(layout.faults, `page ${n} of ${pages}`).toEqual([]);
      written += letters(layout.written);
    }
    const once = letters('Les élèves préparent ensemble une journée de rencontres');
    const last = letters('avec des professionnels du territoire');
    // A sentence may continue on the next page, after the date and the title: then only one of its halves is found.
    const count = (part: string): number => written.split(part).length - 1;
    expect(Math.max(count(once), count(last))).toBeLessThanOrEqual(308);
    expect(Math.min(count(once), count(last))).toBeGreaterThan(308 - pages);
    await wall.close();
  });
}

test('random texts fit in their boxes, in every field of every kind of slide', async ({ wall: page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wall = await openWall(page);
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...'aeioulnrstéèçfWM'), minLength: 1, maxLength: 14 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '«',
        '»',
        '!',
        ':',
        '–',
        '2026-2030',
        '1er',
        'n° 5',
        '10 000 €',
        "l'",
        '“x”',
        'a@b.fr',
      ),
    },
  );
  const text = (maxWords: number) =>
    fc.array(word, { minLength: 1, maxLength: maxWords }).map((words) => words.join(' '));
  const texts = fc
    .record({ title: text(40), town: text(8), venue: text(30), description: text(160), hours: text(6) })
    .map((fields) => ({ ...fields, category: fields.hours, heading: fields.hours }));
  await fc.assert(
    fc.asyncProperty(texts, async (given) => {
      for (const [name, slide] of Object.entries(filled(given))) {
        expect(await faultsOf(wall, page, slide, 2), name).toEqual([]);
      }
    }),
    // The same texts in each run, so that a failure is due to what was changed. PREAU_SEED=… tries other texts.
    { seed: Number(process.env.PREAU_SEED ?? 5), numRuns: 8, interruptAfterTimeLimit: 60_000, endOnFailure: true },
  );
  await wall.close();
});
