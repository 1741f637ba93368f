import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { type Cell, contactSheet } from '../capture/contact-sheet.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { descendants, isService } from '../support/processes.ts';
import { officeFiles, photo } from './lived-in-files.ts';
import { residentMb } from './memory-of.ts';

const MINUTES = Number(process.env.MINUTES ?? 20);
/** Seconds of the clock of the page in a second of real time. */
const SPEED = 20;
/** The fade between two slides, with some room. */
const FADE_MS = 700;
/** Folder for a picture of each page that was painted, and for contact sheets; taking pictures slows the run down. */
const { PICTURES } = process.env;

interface Sample {
  readonly minute: number;
  readonly serviceMb: number;
  readonly heapMb: number;
  readonly nodes: number;
}

async function pageFacts(cdp: CDPSession): Promise<{ heapMb: number; nodes: number }> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  return { heapMb: usedSize / 2 ** 20, nodes };
}

/** Growth in an hour of real time (least squares), without the first quarter of the samples, in which caches fill. */
function slope(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const warm = samples.slice(Math.ceil(samples.length / 4));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [x, y] = [mean(warm.map(({ minute }) => minute)), mean(warm.map(of))];
  const over = warm.reduce((sum, sample) => sum + (sample.minute - x) * (of(sample) - y), 0);
  const under = warm.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 60;
}

/** PNG of the wall when the fade is over. */
async function picture(page: Page, cdp: CDPSession): Promise<Buffer> {
  await page.waitForTimeout(FADE_MS);
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
  return Buffer.from(data, 'base64');
}

/** Lets the clock of the page run at `SPEED` for a second of real time; keeps a picture of each page painted for the first time. */
async function second(page: Page, cdp: CDPSession, painted: Map<string, Buffer | null>): Promise<void> {
  for (let step = 0; step < 10; step += 1) {
    await page.clock.runFor((SPEED * 1_000) / 10);
    const id = await page.evaluate(() => document.documentElement.dataset.slide ?? '');
    await page.waitForTimeout(90);
    if (id === '' || painted.has(id)) continue;
    painted.set(id, PICTURES === undefined ? null : await picture(page, cdp));
  }
}

/** Pictures on a contact sheet. */
const SHEET = 12;

/** Writes each picture, and contact sheets of all, in the order in which they were painted. */
async function keepPictures(folder: string, painted: ReadonlyMap<string, Buffer | null>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const cells: Cell[] = [];
  for (const [id, png] of painted) {
    if (png === null) continue;
    const label = `${String(cells.length + 1).padStart(3, '0')} ${id}`;
    await writeFile(join(folder, `${label}.png`), png);
    cells.push({ png, label });
  }
  for (let at = 0; at < cells.length; at += SHEET) {
    const sheet = await contactSheet(cells.slice(at, at + SHEET), { width: 1_920, height: 1_080 });
    await writeFile(join(folder, `sheet-${String(at / SHEET + 1).padStart(2, '0')}.png`), sheet);
  }
}

test('a folder as people leave it, shown and changed', async ({ browser, folders, start, wall }) => {
  for (const [name, bytes] of await officeFiles(browser)) await folders.write(name, bytes);
  const service = await start(folders, '--at=2026-03-10T08:00');
  const child = descendants(service.process.pid ?? 0).find(isService);
  const cdp = await wall.context().newCDPSession(wall);
  const skipped: string[] = [];
  wall.on('request', (request) => {
    const body = request.postDataJSON() as { unplayable?: string } | null;
    if (body?.unplayable) skipped.push(body.unplayable);
  });
  await wall.clock.install();
  await wall.goto(service.url);
  const painted = new Map<string, Buffer | null>();
  const samples: Sample[] = [];
  const begun = performance.now();
  // Five photos come and go in turn, three of them are there at a time.
  const changes = [
    (turn: number) => folders.write('Bienvenue.md', `# Bienvenue\n\nTour ${turn}.\n`),
    async (turn: number) => folders.write(`Photo ajoutée ${turn % 5}.jpg`, await photo(2_000, 1_500, turn)),
    (turn: number) => folders.remove(`Photo ajoutée ${(turn + 2) % 5}.jpg`),
    (turn: number) => folders.write('Abîmée.jpg', 'x'.repeat(100 + turn)),
    async (turn: number) => folders.write('Affiche concert.png', await photo(1_000, 1_400, turn)),
  ];
  for (let seconds = 0; seconds < MINUTES * 60; seconds += 1) {
    await second(wall, cdp, painted);
    const change = Math.floor(seconds / 7);
    if (seconds % 7 === 3) await changes[change % changes.length]?.(Math.floor(change / changes.length));
    if (seconds % 30 === 29) {
      const facts = await pageFacts(cdp);
      const sample = { minute: (performance.now() - begun) / 60_000, serviceMb: residentMb(child?.pid ?? 0), ...facts };
      samples.push(sample);
      process.stdout.write(`${JSON.stringify(sample)} painted ${painted.size}\n`);
    }
  }
  if (PICTURES !== undefined) await keepPictures(PICTURES, painted);
  const report = {
    minutes: MINUTES,
    painted: painted.size,
    skipped: skipped.length,
    serviceMbLast: samples.at(-1)?.serviceMb,
    serviceMbMax: Math.max(...samples.map(({ serviceMb }) => serviceMb)),
    serviceMbAnHour: slope(samples, ({ serviceMb }) => serviceMb),
    heapMbAnHour: slope(samples, ({ heapMb }) => heapMb),
    nodesAnHour: slope(samples, ({ nodes }) => nodes),
  };
  process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
  expect(painted.size).toBeGreaterThan(30);
  expect(skipped).toEqual([]);
});
