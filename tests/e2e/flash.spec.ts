import { fileURLToPath } from 'node:url';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import type { Slide } from '../../main/contract.ts';
import { FEW, type Frame, flatFrame, recordFrames, type Strange, strangeFrames, walkOf } from '../support/frames.ts';
import { type PlayerFixture, startPlayerFixture } from '../support/player-fixture.ts';
import { SIGHTS, type Sight, serveSights, sightSlide } from '../support/sights.ts';
import { painted, programmeOf } from '../support/wall.ts';

const built = fileURLToPath(new URL('../../build/renderer', import.meta.url));

test.use({ viewport: { width: 960, height: 540 } });
test.describe.configure({ timeout: 240_000 });

let service: PlayerFixture;
test.afterEach(() => service.close());

/** How long each slide stands: long enough for several frames of it alone, milliseconds. */
const STANDS_MS = 300;
/** The first one stands longer: the recording has to begin. */
const STARTS_MS = 2_000;
const LONG_MS = 3_600_000;
/** Share of the pixels that a growing tree may change by itself, and a film of bars with a small square that moves. */
const FEW_OF_MOVING = { tree: 0.12, video: 0.02 };
/** What an empty wall could look like. */
const EMPTY = { black: [0, 0, 0], white: [255, 255, 255], paper: [251, 246, 236] } as const;

/** Each sight is seen to come from each of these, and to give way to it. */
const TO_AND_FROM: readonly Sight[] = ['event', 'image', 'page', 'video', 'alert'];

async function start(page: Page, slides: readonly Partial<Slide>[]): Promise<void> {
  service = await startPlayerFixture(built, programmeOf(slides));
  await serveSights(service);
  await page.addInitScript(() => {
    const { createObjectURL, revokeObjectURL } = URL;
    const counted = Object.assign(window, { openUrls: 0 });
    URL.createObjectURL = (object) => {
      counted.openUrls += 1;
      return createObjectURL(object);
    };
    URL.revokeObjectURL = (url) => {
      counted.openUrls -= 1;
      revokeObjectURL(url);
    };
  });
  await page.goto(service.url);
}

const slideOf = (sight: Sight, id: string, other: boolean): Partial<Slide> => ({
  ...sightSlide(sight, id, other),
  durationMs: STANDS_MS,
});

/** A slide that was alone on the wall between two instants, epoch milliseconds. */
interface Stand {
  readonly id: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Each slide painted so far, and its stand if it is left as soon as its time is over. */
async function stands(page: Page): Promise<Stand[]> {
  const marks = await page.evaluate(() =>
    performance.getEntriesByName('slide').map((mark) => ({
      id: String(((mark as PerformanceMark).detail as { id: string }).id),
      fromMs: performance.timeOrigin + mark.startTime,
    })),
  );
  return marks.map((mark) => ({ ...mark, toMs: mark.fromMs + STANDS_MS }));
}

/** The frames of the second half of a stand; the last one before its end, if the wall gave none meanwhile. */
function framesOf(frames: readonly Frame[], { fromMs, toMs }: Stand): Frame[] {
  const within = frames.filter(({ atMs }) => atMs >= (fromMs + toMs) / 2 && atMs <= toMs);
  return within.length > 0 ? within : frames.filter(({ atMs }) => atMs <= toMs).slice(-1);
}

/**
 * What a slide looks like while it stands. The one film and the one tree move by themselves: a busy machine gives a stand
 * of them one frame, which would look still, so they are known from all their stands; this stand's frames come last.
 */
function standing(frames: readonly Frame[], stand: Stand, all: readonly Stand[]): Frame[] {
  const moving = Object.keys(FEW_OF_MOVING).find((sight) => stand.id.includes(sight));
  const alike = moving ? all.filter((other) => other !== stand && other.id.includes(moving)) : [];
  return [...alike, stand].flatMap((one) => framesOf(frames, one));
}

interface Change {
  readonly from: string;
  readonly to: string;
  /** Frames between the two stands. */
  readonly frames: number;
  readonly strange: readonly Strange[];
  /** Colours of an empty wall that would not have been noticed. */
  readonly blind: readonly string[];
}

/** What was seen of each change, from the stand of one slide to that of the next. */
function changesOf(frames: readonly Frame[], all: readonly Stand[]): Change[] {
  return all.slice(1).flatMap((next, i) => {
    const last = all[i];
    const first = frames[0];
    if (!last || !first) return [];
    const seen = frames.filter(({ atMs }) => atMs >= (last.fromMs + last.toMs) / 2 && atMs <= next.toMs);
    const [before, after] = [standing(frames, last, all), standing(frames, next, all)];
    // What plays or grows by itself goes on during the fade.
    const both = last.id + next.id;
    const few = both.includes('tree') ? FEW_OF_MOVING.tree : both.includes('video') ? FEW_OF_MOVING.video : FEW;
    const blind = Object.entries(EMPTY).filter(
      ([, colour]) => strangeFrames([flatFrame(first, colour)], before, after, few).length === 0,
    );
    return {
      from: last.id,
      to: next.id,
      frames: seen.filter(({ atMs }) => atMs > last.toMs && atMs < next.fromMs).length,
      strange: strangeFrames(seen, before, after, few),
      blind: blind.map(([name]) => name),
    };
  });
}

function expectNoFlash(changes: readonly Change[]): void {
  expect(changes.filter(({ strange }) => strange.length > 0)).toEqual([]);
  // What saw nothing of a change, or would not have seen an empty wall, proves nothing.
  expect(changes.filter((change) => change.frames < 3 || change.blind.length > 0)).toEqual([]);
}

test('no change of slide shows anything but the slide that leaves and the one that comes', async ({ page }) => {
  const pairs = SIGHTS.flatMap((from) => SIGHTS.map((to) => [from, to] as const));
  const wanted = pairs.filter((pair) => pair.some((sight) => TO_AND_FROM.includes(sight)));
  const walk = walkOf(wanted);
  expect(walk).toHaveLength(wanted.length + 1);
  const slides = walk.map((sight, n) => slideOf(sight, `${n}-${sight}`, n % 2 === 1));
  Object.assign(slides[0] ?? {}, { durationMs: STARTS_MS });
  Object.assign(slides.at(-1) ?? {}, { durationMs: LONG_MS });
  await start(page, slides);
  await painted(page, slides[0]?.id ?? '');
  const frames = await recordFrames(page, async () => {
    const last = slides.at(-1)?.id;
    await page.waitForFunction((id) => document.documentElement.dataset.slide === id, last, { timeout: 200_000 });
    await page.waitForTimeout(STANDS_MS * 2);
  });
  const [first, ...others] = await stands(page);
  const fromMs = (first?.toMs ?? 0) + STARTS_MS - 2 * STANDS_MS;
  const all = [{ id: first?.id ?? '', fromMs, toMs: fromMs + STANDS_MS }, ...others];
  expect(all.map(({ id }) => id)).toEqual(slides.map(({ id }) => id));
  const changes = changesOf(frames, all);
  expectNoFlash(changes);
});

test('an alert that breaks in, and its end, show nothing else either', async ({ page }) => {
  const around = (['event', 'page', 'video', 'tree'] as const).map((sight) => slideOf(sight, sight, true));
  const alert = slideOf('alert', 'alert', false);
  const long = (slide: Partial<Slide>, serial: number) => ({ ...slide, durationMs: LONG_MS, serial });
  await start(page, [long(around[0] ?? {}, 0)]);
  await painted(page, 'event');
  const all: Stand[] = [];
  let serial = 0;
  const shows = async (slide: Partial<Slide>): Promise<void> => {
    service.send(programmeOf([long(slide, ++serial)], { revision: String(serial) }));
    await painted(page, slide.id ?? '');
    const fromMs = (await stands(page)).at(-1)?.fromMs ?? 0;
    await page.waitForTimeout(STANDS_MS);
    all.push({ id: slide.id ?? '', fromMs, toMs: Date.now() });
  };
  const frames = await recordFrames(page, async () => {
    for (const slide of around) {
      await shows(slide);
      await shows(alert);
    }
    await shows(around[0] ?? {});
  });
  const changes = changesOf(frames, all);
  expect(changes).toHaveLength(2 * around.length);
  expectNoFlash(changes);
});

for (const [name, colour] of Object.entries({ black: '#000', white: '#fff', 'a third slide': '#c8452b' })) {
  test(`${name} for two frames of a fade would be noticed`, async ({ page }) => {
    const slides = [slideOf('image', 'first', true), slideOf('event', 'second', false)];
    Object.assign(slides[0] ?? {}, { durationMs: STARTS_MS });
    Object.assign(slides[1] ?? {}, { durationMs: LONG_MS });
    await start(page, slides);
    await painted(page, 'first');
    const frames = await recordFrames(page, async () => {
      await page.evaluate(async (background) => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const layers = () => [
          ...(document.querySelector('preau-player')?.shadowRoot?.querySelectorAll('.layer') ?? []),
        ];
        while (!layers().some((layer) => Number(getComputedStyle(layer).opacity) < 0.7)) await frame();
        const flash = document.createElement('div');
        Object.assign(flash.style, { position: 'fixed', inset: '0', zIndex: '9', background });
        document.body.append(flash);
        await frame();
        await frame();
        flash.remove();
      }, colour);
      await painted(page, 'second');
      await page.waitForTimeout(STANDS_MS * 2);
    });
    const [first, second] = await stands(page);
    const fromMs = (first?.fromMs ?? 0) + STARTS_MS - STANDS_MS;
    const all = [{ id: 'first', fromMs, toMs: fromMs + STANDS_MS }, ...(second ? [second] : [])];
    const [change] = changesOf(frames, all);
    expect(change?.strange.length).toBeGreaterThan(0);
    expect(change?.strange.length).toBeLessThan(6);
  });
}

test('what a slide held is given back when it has left', async ({ page }) => {
  const sights = SIGHTS.filter((sight) => sight !== 'alert' && sight !== 'idle');
  const slides = sights.map((sight, n) => ({ ...slideOf(sight, sight, n % 2 === 1), durationMs: 20 }));
  await start(page, slides);
  const session = await page.context().newCDPSession(page);
  await session.send('Animation.enable');
  // The same changes in less time.
  await session.send('Animation.setPlaybackRate', { playbackRate: 8 });
  let revision = 0;
  const heldOn = async (sight: Sight) => {
    const rest = { ...slideOf(sight, `rest-${++revision}`, false), durationMs: LONG_MS };
    service.send(programmeOf([rest], { revision: `${revision}` }));
    await painted(page, rest.id ?? '');
    await page.waitForFunction(() => {
      const layers = document.querySelector('preau-player')?.shadowRoot?.querySelectorAll('.layer') ?? [];
      return [...layers].every((layer) => layer.matches(':not([inert]), [data-prepared]'));
    });
    return heldNow(page, session);
  };
  // It is weighed on a text both times: each kind has its own number of nodes, and a text holds no media.
  const heldAfter = async (paints: number) => {
    service.send(programmeOf(slides, { revision: `${++revision}` }));
    await page.waitForFunction((count) => performance.getEntriesByName('slide').length >= count, paints);
    return heldOn('text');
  };
  const first = await heldAfter(2 * slides.length);
  const last = await heldAfter(2 * slides.length + 50);
  expect(last.layers).toBeLessThanOrEqual(2);
  expect(last.elements).toEqual({ HTMLVideoElement: 0, HTMLImageElement: 0, HTMLCanvasElement: 0, ImageBitmap: 0 });
  expect(last.urls).toBe(0);
  expect(last.nodes).toBeLessThan(first.nodes + 25);
  expect(last.listeners).toBeLessThan(first.listeners + 20);
  expect(last.heap).toBeLessThan(first.heap + 1_000_000);
  // What would not be counted when it is there proves nothing.
  expect((await heldOn('page')).elements).toMatchObject({ HTMLImageElement: 4 });
});

/** What the page holds once the garbage is gone. */
async function heldNow(page: Page, session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const elements: Record<string, number> = {};
  for (const type of ['HTMLVideoElement', 'HTMLImageElement', 'HTMLCanvasElement', 'ImageBitmap']) {
    const { result } = await session.send('Runtime.evaluate', { expression: `${type}.prototype` });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
    const { result: count } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
    });
    elements[type] = Number(count.value);
    await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  }
  const layers = await page.evaluate(
    () => document.querySelector('preau-player')?.shadowRoot?.querySelectorAll('.layer').length ?? 0,
  );
  const urls = await page.evaluate(() => (window as unknown as { openUrls: number }).openUrls);
  return { layers, elements, urls, nodes, listeners: jsEventListeners, heap: usedSize };
}

test('a film that stands still for ten seconds is passed over, and reported', async ({ page }) => {
  await page.clock.install();
  const film = { ...slideOf('video', 'film', false), durationMs: LONG_MS };
  await start(page, [film, { ...slideOf('text', 'text', false), durationMs: LONG_MS }]);
  await page.clock.resume();
  await painted(page, 'film');
  await page.evaluate(() => {
    const layer = document.querySelector('preau-player')?.shadowRoot?.querySelector('.layer:not([inert])');
    layer?.firstElementChild?.shadowRoot?.querySelector('video')?.pause();
  });
  // The pause itself tells its time once more: only then does the stillness begin.
  await page.waitForTimeout(300);
  await page.clock.fastForward(9_000);
  expect(await page.evaluate(() => document.documentElement.dataset.slide)).toBe('film');
  await page.clock.fastForward(2_000);
  await painted(page, 'text');
  await expect.poll(() => service.reports.some(({ unplayable }) => unplayable === 'film')).toBe(true);
});
