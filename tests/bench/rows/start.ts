/**
 * From the command to the first slide painted by a Chromium of its own, with 500 items and a store that is warm, beside the same
 * Chromium that opens one page with one picture; and from `npm start` to the address.
 *
 * What would make it lie: a first start, which prepares pictures (the folder is read and prepared before, by a service that
 * shows nothing); the player's own clock taken for a slide; a profile of Chromium that only one of the two has used before; a
 * service that runs already, so that only the browser starts; questions that keep the service from its start (it is asked
 * seldom, and says itself when the slide was painted).
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import type { Health } from '../../../main/server/answers.ts';
import { chromiumArguments } from '../../../main/shells/chromium/arguments.ts';
import { machineBrowser } from '../../support/browser.ts';
import { type PlayerFixture, startPlayerFixture } from '../../support/player-fixture.ts';
import { createFolders, type Folders, startService } from '../../support/service.ts';
import { hasXvfb, startXvfb } from '../../support/xvfb.ts';
import { photo } from '../pictures.ts';
import { type Bench, type Measured, NotMeasured, type Row } from '../row.ts';
import { interleaved } from '../statistics.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SIZE = { width: 1920, height: 1080 };
const [TEXTS, PHOTOS] = [460, 40];
/** How often it is asked whether a slide has been painted, milliseconds: the first one stays for seconds. */
const ASK_MS = 250;
/** How often it is looked whether the page has reported, which asks nobody. */
const LOOK_MS = 1;

export const row: Row = {
  name: 'start',
  notShown:
    'The start of the machine; a disk that has not read these files before. Shell and service are programs of Node: the shell takes about 110 ms of the processor before it starts anything, and the service starts beside Chromium on the same two cores.',
  run: benchStart,
};

async function benchStart(bench: Bench): Promise<Measured[]> {
  if (!hasXvfb() || machineBrowser === null) throw new NotMeasured('Xvfb or Chromium is not installed');
  const folders = await createFolders();
  const display = await startXvfb(SIZE.width, SIZE.height);
  const page = await startPlayerFixture(join(ROOT, 'build/renderer'), null);
  const profile = await mkdtemp(join(tmpdir(), 'preau-bench-'));
  const env = { ...process.env, DISPLAY: display.name };
  try {
    await fill(folders);
    await (await startService(folders)).stop();
    await serveStaticPage(page);
    const walls = await interleaved(bench.rounds(10), {
      ours: () => wallOnce(folders, env),
      reference: () => pageOnce(page, profile, env),
    });
    return [
      {
        what: '500 items, warm: start → first slide painted',
        against: 'the same Chromium with one static page',
        unit: 'ms',
        values: walls.ours,
        reference: walls.reference,
        aims: [{ of: 'ratio', most: 1.3 }],
        headline: true,
      },
    ];
  } finally {
    await page.close();
    await display.stop();
    await folders.dispose();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function fill(folders: Folders): Promise<void> {
  for (let n = 0; n < TEXTS; n += 1) await folders.write(`mot-${n}.md`, `# Mot ${n}\n\nUne phrase pour le jour.\n`);
  for (let n = 0; n < PHOTOS; n += 1) await folders.write(`photo-${n}.jpg`, await photo(1600, 1200));
}

/** A page that reports like the player, once its picture is painted. */
async function serveStaticPage(fixture: PlayerFixture): Promise<void> {
  const report = `fetch('/api/screens', { method: 'POST', body: '{}' })`;
  const painted = `requestAnimationFrame(() => requestAnimationFrame(() => ${report}))`;
  const html = `<!doctype html><img src="/media/photo" onload="${painted}">`;
  fixture.serve('/media/photo', { type: 'image/jpeg', bytes: await photo(SIZE.width, SIZE.height) });
  fixture.serve('/media/page', { type: 'text/html', bytes: Buffer.from(html) });
}

async function wallOnce({ content, state }: Folders, env: NodeJS.ProcessEnv): Promise<number> {
  const begun = Date.now();
  const flags = ['--shell=chromium', '--port=0', `--content=${content}`, `--state=${state}`];
  const preau = spawn(process.execPath, [join(ROOT, 'build/main/cli.js'), 'start', ...flags], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [line] = (await once(preau.stdout, 'data')) as [Buffer];
    const url = /http:\S+/u.exec(String(line))?.[0] ?? '';
    return await until(ASK_MS, async () => {
      const { screens } = (await (await fetch(new URL('health', url))).json()) as Health;
      const painted = screens.find(({ lastSlide }) => lastSlide !== null && lastSlide !== 'idle');
      return painted?.lastPaintedAt ? Temporal.Instant.from(painted.lastPaintedAt).epochMilliseconds - begun : null;
    });
  } finally {
    await end(preau);
  }
}

async function pageOnce({ url, reports }: PlayerFixture, profile: string, env: NodeJS.ProcessEnv): Promise<number> {
  const before = reports.length;
  const begun = performance.now();
  const address = `${url}/media/page`;
  const root = process.getuid?.() === 0;
  const args = chromiumArguments({ url: address, profile, area: { x: 0, y: 0, ...SIZE }, root });
  const chromium = spawn(machineBrowser ?? 'chromium', args, {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  try {
    return await until(LOOK_MS, async () => (reports.length > before ? performance.now() - begun : null));
  } finally {
    await end(chromium);
  }
}

async function until(everyMs: number, painted: () => Promise<number | null>): Promise<number> {
  const limit = performance.now() + 60_000;
  while (performance.now() < limit) {
    const ms = await painted();
    if (ms !== null) return ms;
    await pause(everyMs);
  }
  throw new Error('nothing was painted within a minute');
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
