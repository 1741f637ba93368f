/**
 * CPU time of all processes of a Chromium while one picture is on the wall, and at the same time of another Chromium with a page
 * that has nothing but this picture. Linux.
 *
 * What would make it lie: a page that still loads while it is measured; a browser that draws nothing because its window is hidden
 * (each has a display of its own); processes of Chromium that are not its descendants; what a thread took that ends meanwhile,
 * which is not seen; a stand-in for the service that is silent: the player would take it for dead, and open its stream anew.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromiumArguments } from '../../../main/shells/chromium/arguments.ts';
import { machineBrowser } from '../../support/browser.ts';
import { type PlayerFixture, startPlayerFixture } from '../../support/player-fixture.ts';
import { programmeOf } from '../../support/wall.ts';
import { startXvfb } from '../../support/xvfb.ts';
import { countCpu } from '../cpu.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';

const PLAYER = fileURLToPath(new URL('../../../build/renderer', import.meta.url));
const SIZE = { width: 1920, height: 1080 };
/** A slide that is still there when it has been measured. */
const SLIDE_MS = 60_000;
/** The pages are measured when they have been open for so long. */
const SETTLE_MS = 10_000;
const WINDOW_MS = 10_000;
/** How often the service says that it is alive. */
const ALIVE_MS = 10_000;

export const row: Row = {
  name: 'idle',
  notShown:
    'The electricity that a machine draws; films; a head with a longer text than the time and the place. Each step of the bar that tells the time of a slide costs about 4 ms, and two fall into a window: without the bar the wall takes about 0.09 %.',
  run: benchIdle,
};

async function benchIdle(bench: Bench): Promise<Measured[]> {
  const service = await startPlayerFixture(PLAYER, null);
  const opened: Opened[] = [];
  const values: number[] = [];
  const reference: number[] = [];
  const alive = setInterval(() => service.sayAlive(new Date().toISOString()), ALIVE_MS);
  try {
    await serveStillPicture(service);
    for (const url of [service.url, `${service.url}/media/page`]) opened.push(await open(url));
    await pause(SETTLE_MS);
    for (let round = 0; round < bench.rounds(10); round += 1) {
      const [counts, begun] = [opened.map(({ pid }) => countCpu([pid])), performance.now()];
      await pause(WINDOW_MS);
      const percent = 100_000 / (performance.now() - begun);
      const [wall = 0, page = 0] = counts.map((seconds) => seconds() * percent);
      values.push(wall);
      reference.push(page);
    }
  } finally {
    clearInterval(alive);
    for (const { close } of opened) await close();
    await service.close();
  }
  return [
    {
      what: 'a still picture on the wall: CPU of all processes, of one core',
      against: 'a page with the same picture',
      unit: '%',
      values,
      reference,
      aims: [
        { of: 'ratio', most: 1.2 },
        { of: 'median', most: 1 },
      ],
      headline: true,
    },
  ];
}

async function serveStillPicture(service: PlayerFixture): Promise<void> {
  const html = '<!doctype html><style>html,body{margin:0}img{display:block;width:100vw;height:100vh}</style>';
  service.serve('/media/photo', { type: 'image/jpeg', bytes: await photo(SIZE.width, SIZE.height) });
  service.serve('/media/page', { type: 'text/html', bytes: Buffer.from(`${html}<img src="/media/photo">`) });
  const picture = { kind: 'image', id: 'picture', src: '/media/photo', ...SIZE, fit: 'cover' } as const;
  service.send(programmeOf([{ ...picture, durationMs: SLIDE_MS }], { at: new Date().toISOString() }));
}

interface Opened {
  /** Of its Chromium. */
  readonly pid: number;
  close(): Promise<void>;
}

/** Opens a page in a Chromium of its own, as the shell does, on a display of its own. */
async function open(url: string): Promise<Opened> {
  const display = await startXvfb(SIZE.width, SIZE.height);
  const profile = await mkdtemp(join(tmpdir(), 'preau-bench-'));
  const args = chromiumArguments({ url, profile, area: { x: 0, y: 0, ...SIZE }, root: process.getuid?.() === 0 });
  const chromium = spawn(machineBrowser ?? 'chromium', args, {
    env: { ...process.env, DISPLAY: display.name },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = once(chromium, 'exit');
  return {
    pid: chromium.pid ?? 0,
    async close() {
      chromium.kill('SIGTERM');
      await ended;
      await display.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
