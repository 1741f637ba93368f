/**
 * CPU time of all processes of a Chromium while one picture is on the wall, beside a page that has nothing but this picture. Linux.
 *
 * What would make it lie: a slide that changes, or a page that still loads, while it is measured; a browser that draws nothing
 * because its window is hidden (it has a display of its own); processes of Chromium that are not its descendants.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromiumArguments } from '../../../main/shells/chromium/arguments.ts';
import { findBrowser } from '../../../main/shells/chromium/find-browser.ts';
import { type PlayerFixture, startPlayerFixture } from '../../support/player-fixture.ts';
import { programmeOf } from '../../support/wall.ts';
import { startXvfb, type VirtualDisplay } from '../../support/xvfb.ts';
import { cpuSeconds } from '../cpu.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';
import { interleaved } from '../statistics.ts';

const PLAYER = fileURLToPath(new URL('../../../build/renderer', import.meta.url));
const SIZE = { width: 1920, height: 1080 };
/** A slide that is still there when it has been measured. */
const SLIDE_MS = 60_000;
/** A page is measured when it has been open for so long. */
const SETTLE_MS = 6_000;

export const row: Row = {
  name: 'idle',
  notShown: 'The electricity that a machine draws; films; a head with a longer text than the time and the place.',
  run: benchIdle,
};

async function benchIdle(bench: Bench): Promise<Measured[]> {
  const measuredMs = bench.quick ? 10_000 : 30_000;
  const display = await startXvfb(SIZE.width, SIZE.height);
  const service = await startPlayerFixture(PLAYER, null);
  try {
    await serveStillPicture(service);
    const shares = await interleaved(bench.rounds(4), {
      ours: () => shareOfCore(display, service.url, measuredMs),
      reference: () => shareOfCore(display, `${service.url}/media/page`, measuredMs),
    });
    return [
      {
        what: 'a still picture on the wall: CPU of all processes, of one core',
        against: 'a page with the same picture',
        unit: '%',
        values: shares.ours,
        reference: shares.reference,
        aims: [
          { of: 'ratio', most: 1.2 },
          { of: 'median', most: 1 },
        ],
        headline: true,
      },
    ];
  } finally {
    await service.close();
    await display.stop();
  }
}

async function serveStillPicture(service: PlayerFixture): Promise<void> {
  const html = '<!doctype html><style>html,body{margin:0}img{display:block;width:100vw;height:100vh}</style>';
  service.serve('/media/photo', { type: 'image/jpeg', bytes: await photo(SIZE.width, SIZE.height) });
  service.serve('/media/page', { type: 'text/html', bytes: Buffer.from(`${html}<img src="/media/photo">`) });
  const picture = { kind: 'image', id: 'picture', src: '/media/photo', ...SIZE, fit: 'cover' } as const;
  service.send(programmeOf([{ ...picture, durationMs: SLIDE_MS }]));
}

/** Opens a page in a Chromium of its own, as the shell does; resolves to its CPU time in percent of one core. */
async function shareOfCore(display: VirtualDisplay, url: string, measuredMs: number): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'preau-bench-'));
  const args = chromiumArguments({ url, profile, area: { x: 0, y: 0, ...SIZE }, root: process.getuid?.() === 0 });
  const chromium = spawn(findBrowser() ?? 'chromium', args, {
    env: { ...process.env, DISPLAY: display.name },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  try {
    await pause(SETTLE_MS);
    const [from, begun] = [cpuSeconds(chromium.pid ?? 0), performance.now()];
    await pause(measuredMs);
    return ((cpuSeconds(chromium.pid ?? 0) - from) / (performance.now() - begun)) * 100_000;
  } finally {
    const ended = once(chromium, 'exit');
    chromium.kill('SIGTERM');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
