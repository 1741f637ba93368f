import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Programme, Slide } from '../../../../main/contract.ts';
import { PULSE_SCRIPT } from '../../../../main/shells/supervision/heartbeat.ts';
import { browserLaunch } from '../../../support/browser.ts';
import { png } from '../../../support/media-files.ts';
import { buildPlayer } from '../../../support/player-build.ts';
import { type PlayerFixture, startPlayerFixture } from '../../../support/player-fixture.ts';
import { layerOnWall, painted, programmeOf, slideOnWall } from '../../../support/wall.ts';
import { within } from '../../../support/within.ts';

let browser: Browser;
let player: Awaited<ReturnType<typeof buildPlayer>>;
let service: PlayerFixture;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  [browser, player] = await Promise.all([chromium.launch(browserLaunch()), buildPlayer()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await player?.remove();
});
afterEach(async () => {
  await page?.close();
  await service?.close();
  expect(errors.splice(0)).toEqual([]);
});

async function play(programme: Programme | null, before: () => void = () => {}): Promise<void> {
  service = await startPlayerFixture(player.folder, programme);
  page = await browser.newPage({ viewport: { width: 960, height: 540 } });
  page.on('console', (message) => {
    const expected = /Failed to load resource|ERR_/u.test(message.text());
    if (message.type() === 'error' && !expected) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(before);
  await page.goto(`${service.url}/?screen=hall`);
}

const text = (id: string, more: Partial<Slide> = {}): Partial<Slide> =>
  ({
    id,
    kind: 'text',
    html: `<p>${id}</p>`,
    links: [],
    durationMs: 150,
    source: `${id}.md`,
    ...more,
  }) as Partial<Slide>;
const portrait = (id: string, more: Partial<Slide> = {}): Partial<Slide> =>
  ({
    id,
    kind: 'image',
    src: `/media/h/${id}.png`,
    width: 10,
    height: 15,
    fit: 'cover',
    group: '/',
    durationMs: 150,
    source: `${id}.png`,
    ...more,
  }) as Partial<Slide>;
const marks = (): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('mark')
      .flatMap((mark) => (mark.name === 'slide' ? [(mark as PerformanceMark).detail.id] : [])),
  );

it('plays the programme in a loop, marks each slide that is painted, and reports it to the service', async () => {
  await play(programmeOf([text('a'), text('b')]));
  await page.waitForFunction(() => performance.getEntriesByName('slide').length >= 3);
  expect((await marks()).slice(0, 3)).toEqual(['a', 'b', 'a']);
  await expect
    .poll(() => service.reports.map((report) => report.slide))
    .toEqual(expect.arrayContaining([null, 'a', 'b']));
  expect(service.reports[0]).toMatchObject({ screen: 'hall', width: 960, height: 540, dpr: 1 });
});

it('shows an edited slide at once, and goes on from there', async () => {
  await play(programmeOf([text('a', { durationMs: 60_000 }), text('b', { durationMs: 60_000 })]));
  await painted(page, 'a');
  await within(1_500, () => {
    service.send(
      programmeOf([text('a2', { source: 'a.md', serial: 1, durationMs: 100 }), text('b', { durationMs: 60_000 })]),
    );
    return painted(page, 'a2');
  });
  await painted(page, 'b');
});

it('shows a new slide even if the size of the wall changes while it is being prepared', async () => {
  await play(programmeOf([text('a', { durationMs: 60_000 })]));
  await painted(page, 'a');
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/media/h/new.png', async (route) => {
    await held;
    await route.fulfill({ contentType: 'image/png', body: await png({ width: 32, height: 18 }) });
  });
  const picture = { id: 'new', kind: 'image', src: '/media/h/new.png', width: 32, height: 18, fit: 'cover', serial: 1 };
  service.send(programmeOf([text('a', { durationMs: 60_000 }), { ...picture, durationMs: 60_000 } as Partial<Slide>]));
  const layers = (): Promise<number> =>
    page.evaluate(() => document.querySelector('preau-player')?.shadowRoot?.querySelectorAll('.layer').length ?? 0);
  await expect.poll(layers).toBe(2);
  await page.setViewportSize({ width: 540, height: 960 });
  // Either the new page is being prepared again, a third layer, or (a fault) the old page has been set again.
  await expect.poll(async () => (await layers()) === 3 || (await marks()).length === 2).toBe(true);
  release();
  await painted(page, 'new');
});

it('shows a new slide even if changes never stop', async () => {
  await play(programmeOf([text('a', { durationMs: 60_000 })]));
  await painted(page, 'a');
  // As when photos are prepared one after the other: each changes the programme, and one slide is new.
  let n = 0;
  const coming = setInterval(() => {
    n += 1;
    const late = Array.from({ length: n }, (_, i) => text(`late-${i}`));
    service.send(programmeOf([text('a', { durationMs: 60_000 }), text('news', { serial: 1 }), ...late]));
  }, 40);
  await painted(page, 'news').finally(() => clearInterval(coming));
});

it('shows new slides that never stop one at a time, and at last the last of them', async () => {
  await play(programmeOf([text('a', { durationMs: 60_000 })]));
  await painted(page, 'a');
  let n = 0;
  const coming = setInterval(() => {
    n += 1;
    const news = Array.from({ length: n }, (_, i) => text(`news-${i + 1}`, { serial: i + 1, durationMs: 60_000 }));
    service.send(programmeOf([text('a', { durationMs: 60_000 }), ...news]));
  }, 130);
  const shown = () => page.evaluate(() => document.documentElement.dataset.slide ?? '');
  await expect
    .poll(shown)
    .toMatch(/^news-/u)
    .finally(() => clearInterval(coming));
  await painted(page, `news-${n}`);
});

it('animates nothing while a picture is shown, so that the browser sleeps', async () => {
  const picture = {
    id: 'x',
    kind: 'image',
    src: '/media/h/x.png',
    width: 16,
    height: 9,
    fit: 'cover',
  } as Partial<Slide>;
  await play(null);
  service.serve('/media/h/x.png', { type: 'image/png', bytes: await png({ width: 16, height: 9 }) });
  service.send(programmeOf([{ ...picture, durationMs: 60_000 }]));
  await painted(page, 'x');
  const player = page.locator('preau-player');
  await expect.poll(() => player.evaluate(({ shadowRoot }) => shadowRoot?.getAnimations().length)).toBe(0);
  const inSlide = () => slideOnWall(page).evaluate(({ shadowRoot }) => shadowRoot?.getAnimations().length);
  expect(await inSlide()).toBe(0);
});

it('has no frame in which the wall is not covered while it fades', async () => {
  await play(programmeOf([text('a'), text('b')]));
  await painted(page, 'a');
  const minCover = await page.evaluate(async () => {
    const stage = document.querySelector('preau-player')?.shadowRoot?.querySelector('.stage');
    let cover = 1;
    const end = performance.now() + 2500;
    while (performance.now() < end) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const layers = [...(stage?.children ?? [])].map((layer) => Number(getComputedStyle(layer).opacity));
      cover = Math.min(cover, Math.max(0, ...layers));
    }
    return cover;
  });
  expect(minCover).toBe(1);
});

it('goes on while the service is away, and follows it again when it is back', async () => {
  await play(programmeOf([text('a'), text('b')]));
  await painted(page, 'b');
  service.goAway();
  await painted(page, 'a');
  await painted(page, 'b');
  service.comeBack();
  service.send(programmeOf([text('c', { serial: 7 })]));
  await painted(page, 'c');
  expect(service.streams()).toBe(2);
});

it('skips a slide whose picture does not decode, and reports it', async () => {
  const broken = {
    id: 'x',
    kind: 'image',
    src: '/media/h/x.png',
    width: 10,
    height: 10,
    fit: 'cover',
    durationMs: 150,
  };
  await play(programmeOf([text('a'), broken as Partial<Slide>, text('b')]));
  await painted(page, 'b');
  expect(await marks()).not.toContain('x');
  await expect.poll(() => service.reports.some((report) => report.unplayable === 'x')).toBe(true);
});

it('shows two portrait pictures together, tells the service of both, and parts them on a wall of another shape', async () => {
  await play(null);
  const bytes = await png({ width: 10, height: 15 });
  for (const id of ['x', 'y', 'z']) service.serve(`/media/h/${id}.png`, { type: 'image/png', bytes });
  service.send(
    programmeOf(
      ['x', 'y', 'z'].map((id) => portrait(id, { durationMs: 60_000 })),
      { paired: true },
    ),
  );
  await painted(page, 'x+y');
  await expect(slideOnWall(page).locator('img.picture').count()).resolves.toBe(2);
  await expect.poll(() => service.reports.map(({ slide }) => slide)).toEqual(expect.arrayContaining(['x', 'y']));
  expect(service.reports.map(({ slide }) => slide)).not.toContain('x+y');
  await page.setViewportSize({ width: 540, height: 960 });
  await painted(page, 'x');
});

it('gives each of two pictures the wall to itself where one of them does not decode', async () => {
  await play(null);
  service.serve('/media/h/y.png', { type: 'image/png', bytes: await png({ width: 10, height: 15 }) });
  service.send(programmeOf([portrait('x'), portrait('y')], { paired: true }));
  await painted(page, 'y');
  await expect.poll(() => service.reports.some((report) => report.unplayable === 'x')).toBe(true);
  expect(service.reports.filter(({ unplayable }) => unplayable !== undefined && unplayable !== 'x')).toEqual([]);
});

it('shows a picture whose blurred copy is missing', async () => {
  const picture = {
    id: 'x',
    kind: 'image',
    src: '/media/h/x.png',
    blur: '/media/h/lost.webp',
    width: 10,
    height: 20,
    fit: 'contain',
    durationMs: 150,
  };
  await play(null);
  service.serve(picture.src, { type: 'image/png', bytes: await png({ width: 10, height: 20 }) });
  service.send(programmeOf([text('a'), picture as Partial<Slide>, text('b')]));
  await painted(page, 'b');
  expect(await marks()).toContain('x');
  expect(service.reports.some((report) => report.unplayable === 'x')).toBe(false);
});

it('shows its own clock when nothing at all can be shown', async () => {
  const broken = { id: 'x', kind: 'image', src: '/media/h/x.png', width: 10, height: 10, fit: 'cover' };
  await play(programmeOf([broken as Partial<Slide>]));
  await painted(page, 'idle');
});

it('leaves its own clock as soon as a service that took the pictures with it is back', async () => {
  const pictures = ['a', 'b', 'c'].map((id) => portrait(id, { durationMs: 60_000 }));
  await play(programmeOf(pictures));
  await painted(page, 'idle');
  service.goAway();
  for (const id of ['a', 'b', 'c'])
    service.serve(`/media/h/${id}.png`, { type: 'image/png', bytes: await png({ width: 10, height: 15 }) });
  const back = await page.evaluate(() => performance.now());
  service.comeBack();
  await page.waitForFunction(() => document.documentElement.dataset.slide !== 'idle');
  const left = await page.evaluate(() => performance.getEntriesByName('slide').at(-1)?.startTime ?? 0);
  // By itself the clock would stay for ten seconds.
  expect(left - back).toBeLessThan(6_000);
});

it('shows its own clock when no programme comes', async () => {
  await play(null);
  await painted(page, 'idle');
});

it('shows only the alert, and goes on after it', async () => {
  await play(programmeOf([text('a', { durationMs: 60_000 })]));
  await painted(page, 'a');
  service.send(programmeOf([{ id: 'alert', kind: 'alert', title: 'Alerte', serial: 1 } as Partial<Slide>]));
  await painted(page, 'alert');
  service.send(programmeOf([text('a', { durationMs: 60_000 })]));
  await painted(page, 'a');
});

it('is black outside the hours of the screen, and shows an alert even then', async () => {
  const head = { place: 'Lycée' };
  await play(programmeOf([text('a')], { head }));
  await painted(page, 'a');
  await expect.poll(() => page.locator('preau-wall-head .time').isVisible()).toBe(true);
  service.send(programmeOf([], { lit: false, head }));
  await painted(page, '');
  const ground = await page
    .locator('preau-wall-head header')
    .evaluate((face) => getComputedStyle(face).backgroundColor);
  expect([ground, await page.locator('preau-wall-head .time').isVisible()]).toEqual(['rgb(0, 0, 0)', false]);
  const layer = await layerOnWall(page).evaluate((element) => [
    getComputedStyle(element).backgroundColor,
    element.childElementCount,
  ]);
  expect(layer).toEqual(['rgb(0, 0, 0)', 0]);
  service.send(
    programmeOf([{ id: 'alert', kind: 'alert', title: 'Alerte', serial: 1 } as Partial<Slide>], { lit: true }),
  );
  await painted(page, 'alert');
});

it('removes the slides that have left', async () => {
  await play(programmeOf([text('a'), text('b')]));
  await page.waitForFunction(() => performance.getEntriesByName('slide').length >= 4);
  const layers = await page.evaluate(
    () => document.querySelector('preau-player')?.shadowRoot?.querySelectorAll('.layer').length,
  );
  expect(layers).toBeLessThanOrEqual(2);
});

it('can be paused with the keyboard, and lists the programme', async () => {
  await play(programmeOf([text('a', { title: 'Premier' }), text('b', { title: 'Second' })]));
  await painted(page, 'a');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('listitem').allTextContents()).toEqual(['Premier', 'Second']);
  const button = page.getByRole('button', { name: 'Reprendre' });
  await expect.poll(() => button.count()).toBe(1);
  const shown = await page.evaluate(() => performance.getEntriesByName('slide').length);
  await page.waitForTimeout(1200);
  expect(await page.evaluate(() => performance.getEntriesByName('slide').length)).toBeLessThanOrEqual(shown + 1);
});

it('goes on after a slide that fails when it is on the wall already', async () => {
  await play(programmeOf([text('a'), text('b')]), () => {
    void customElements.whenDefined('preau-text').then((element) => {
      element.prototype.durationMs = function (this: { slide: Slide }) {
        if (this.slide.id === 'b') throw new Error('no duration');
        return 150;
      };
    });
  });
  await page.waitForFunction(() => performance.getEntriesByName('slide').length >= 3);
  expect(await marks()).not.toContain('b');
  expect(new Set(errors.splice(0))).toEqual(new Set(['no duration']));
});

it('requests only one wake lock while the programme changes, and has none while the wall is black', async () => {
  const seen = () => page.evaluate(() => (globalThis as unknown as { locks: { asked: number; held: number } }).locks);
  await play(programmeOf([text('a')]), () => {
    const locks = { asked: 0, held: 0, grant: () => {} };
    const request = () =>
      new Promise((resolve) => {
        locks.asked += 1;
        locks.grant = () => {
          locks.held += 1;
          const lock = {
            released: false,
            release: async () => {
              lock.released = true;
              locks.held -= 1;
            },
          };
          resolve(lock);
        };
      });
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    Object.assign(globalThis, { locks });
  });
  await painted(page, 'a');
  service.send(programmeOf([text('b')]));
  await painted(page, 'b');
  expect(await seen()).toMatchObject({ asked: 1, held: 0 });
  service.send({ ...programmeOf([]), lit: false });
  await page.waitForFunction(() => document.documentElement.dataset.slide === '');
  await page.evaluate(() => (globalThis as unknown as { locks: { grant(): void } }).locks.grant());
  await expect.poll(seen).toMatchObject({ asked: 1, held: 0 });
});

it('counts its paints, so that a supervisor hears its heart beat, and expects none while it is dark', async () => {
  await play(programmeOf([text('a'), text('b', { durationMs: 400 })]));
  const pulse = () => page.evaluate(() => document.documentElement.dataset.pulse ?? '');
  await expect.poll(pulse).toMatch(/^([3-9]|\d{2,}) 400$/);
  expect(await page.evaluate(PULSE_SCRIPT)).toMatch(/^\d+ 400$/);
  service.send({ ...programmeOf([]), lit: false, revision: 'dark' });
  await expect.poll(pulse).toMatch(/^\d+ 0$/);
});

it('puts aside a slide during which the page has died three times, and says so', async () => {
  await play(programmeOf([text('a'), text('b')]), () => {
    localStorage.setItem('preau-strikes', JSON.stringify({ atRisk: ['b'], strikes: [['b', 2]] }));
  });
  await page.waitForFunction(() => performance.getEntriesByName('slide').length >= 3);
  expect(new Set(await marks())).toEqual(new Set(['a']));
  await expect.poll(() => service.reports.some(({ unplayable }) => unplayable === 'b')).toBe(true);
});
