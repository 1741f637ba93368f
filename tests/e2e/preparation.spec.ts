import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { jpeg } from '../support/media-files.ts';
import { type PlayerFixture, startPlayerFixture } from '../support/player-fixture.ts';
import { HEAD, WEEK } from '../support/slides/common.ts';
import { example } from '../support/slides/samples.ts';
import { nextIsPrepared, painted, programmeOf } from '../support/wall.ts';

const PLAYER = fileURLToPath(new URL('../../build/renderer', import.meta.url));
const PHOTO = '/media/photo.jpg';
/** Longer than a test. */
const LONG_MS = 600_000;
/** What a test jumps over: shorter than the silence after which the player connects again, milliseconds. */
const SHOWN_MS = 20_000;

const ON_WALL = { ...example('text'), id: 'on-wall', durationMs: LONG_MS };
const NEXT = { ...example('text'), id: 'next', durationMs: LONG_MS };
const BRIEF = { ...ON_WALL, durationMs: SHOWN_MS };
const SECOND = { ...example('image'), id: 'photo', src: PHOTO, durationMs: SHOWN_MS };

let service: PlayerFixture;
test.beforeEach(async () => {
  service = await startPlayerFixture(PLAYER, null);
});
test.afterEach(() => service.close());

/** Sends a programme of these slides, and waits until the player has taken it: its head names the place. */
async function send(page: Page, place: string, slides: Parameters<typeof programmeOf>[0], more = {}): Promise<void> {
  service.send(programmeOf(slides, { week: WEEK, head: { ...HEAD, place }, revision: place, ...more }));
  if (page.url() === 'about:blank') await page.goto(service.url);
  // While one page fades into another, the head stands on both.
  await expect(page.locator('preau-wall-head .place').getByText(place).first()).toBeVisible();
}

/** Marks the page that is prepared: another page that takes its place has no mark. */
const mark = (page: Page) =>
  page.locator('.layer[aria-hidden][data-prepared]').evaluate((layer) => layer.setAttribute('data-marked', ''));

test('what is prepared next stays as it is when something else changes, and is prepared anew when it has changed', async ({
  page,
}) => {
  await send(page, 'Collège A', [ON_WALL, NEXT]);
  await painted(page, 'on-wall');
  const marked = page.locator('.layer[data-marked]');
  await page.evaluate(nextIsPrepared);
  await mark(page);
  await send(page, 'Collège B', [ON_WALL, NEXT, { ...example('text'), id: 'added' }]);
  await expect(marked).toHaveCount(1);
  await send(page, 'Collège C', [ON_WALL, { ...NEXT, title: 'Autre titre' }]);
  await expect(marked).toHaveCount(0);
  await page.evaluate(nextIsPrepared);
  await mark(page);
  await send(page, 'Collège D', [ON_WALL, { ...NEXT, title: 'Autre titre' }], { day: '2026-05-06' });
  await expect(marked).toHaveCount(0);
});

test('a picture that could not be had is tried again when the programme comes once more', async ({ page }) => {
  await page.clock.install();
  const asked = () => page.waitForResponse((response) => response.url().endsWith(PHOTO));
  service.serve(PHOTO, 503);
  const first = asked();
  await send(page, 'Collège A', [BRIEF, SECOND]);
  await painted(page, 'on-wall');
  expect((await first).status()).toBe(503);
  await expect(page.locator('.layer')).toHaveCount(1);
  service.serve(PHOTO, { type: 'image/jpeg', bytes: await jpeg({ width: 320, height: 180 }) });
  await send(page, 'Collège B', [BRIEF, SECOND]);
  await page.evaluate(nextIsPrepared);
  await page.clock.fastForward(SHOWN_MS);
  await painted(page, 'photo');
});

test('during an alert the list for those who listen names it alone, and afterwards the same entries as before', async ({
  page,
}) => {
  const entries = page.getByRole('region', { name: 'Programme' }).getByRole('listitem');
  await send(page, 'Collège A', [ON_WALL, NEXT]);
  await painted(page, 'on-wall');
  await expect(entries).toHaveCount(2);
  await entries.first().evaluate((entry) => entry.setAttribute('data-marked', ''));
  await send(page, 'Collège B', [{ ...example('alert'), id: 'alert', title: 'Exercice' }]);
  await painted(page, 'alert');
  await expect(entries).toHaveText([/Exercice/u]);
  await expect(entries).toHaveAttribute('aria-current', 'true');
  await send(page, 'Collège C', [ON_WALL, NEXT]);
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toHaveAttribute('data-marked', '');
});

test('the garbage of a slide is collected once the following one is alone on the wall', async ({ page }) => {
  const asked: unknown[] = [];
  await page.exposeFunction('gc', (options: unknown) => {
    asked.push(options);
  });
  await page.clock.install();
  await send(page, 'Collège A', [BRIEF, NEXT]);
  await painted(page, 'on-wall');
  await expect.poll(() => asked).toEqual([{ type: 'major', execution: 'async' }]);
  await page.evaluate(nextIsPrepared);
  await page.clock.fastForward(SHOWN_MS);
  await painted(page, 'next');
  await expect.poll(() => asked.length).toBe(2);
});
