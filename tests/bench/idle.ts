import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromiumArguments } from '../../main/shells/chromium/arguments.ts';
import { findBrowser } from '../../main/shells/chromium/find-browser.ts';
import { type PlayerFixture, startPlayerFixture } from '../support/player-fixture.ts';
import { descendants } from '../support/processes.ts';
import { programmeOf } from '../support/wall.ts';
import { startXvfb, type VirtualDisplay } from '../support/xvfb.ts';
import type { Bench } from './bench-part.ts';
import { quantile, type Row } from './figures.ts';
import { photo } from './pictures.ts';

const PLAYER = fileURLToPath(new URL('../../build/renderer', import.meta.url));
const SIZE = { width: 1920, height: 1080 };
/** A slide that is still there when it has been measured. */
const SLIDE_MS = 60_000;
/** A page is measured when it has been open for so long. */
const SETTLE_MS = 6_000;
/** Ticks of CPU time in a second (`getconf CLK_TCK`). */
const TICKS = 100;

/** CPU time of the browser while one picture is on the wall, beside a page that has nothing but this picture. Linux. */
export async function benchIdle({ quick }: Bench): Promise<Row[]> {
  const rounds = quick ? 1 : 5;
  const measuredMs = quick ? 20_000 : 30_000;
  const display = await startXvfb(SIZE.width, SIZE.height);
  const service = await startPlayerFixture(PLAYER, null);
  const [wall, page]: [number[], number[]] = [[], []];
  try {
    await serveStillPicture(service);
    for (let round = 0; round < rounds; round += 1) {
      wall.push(await shareOfCore(display, service.url, measuredMs));
      page.push(await shareOfCore(display, `${service.url}/media/page`, measuredMs));
    }
  } finally {
    await service.close();
    await display.stop();
  }
  return [
    { what: 'a picture on the wall: CPU of all processes, of one core', figure: percentages(wall) },
    { what: 'a page with the same picture', figure: percentages(page) },
  ];
}

const percentages = (shares: readonly number[]): string =>
  `median ${(quantile(shares, 0.5) * 100).toFixed(2)} %, worst ${(quantile(shares, 1) * 100).toFixed(2)} % (${shares.length})`;

async function serveStillPicture(service: PlayerFixture): Promise<void> {
  const html = '<!doctype html><style>html,body{margin:0}img{display:block;width:100vw;height:100vh}</style>';
  service.serve('/media/photo', { type: 'image/jpeg', bytes: await photo(SIZE.width, SIZE.height) });
  service.serve('/media/page', { type: 'text/html', bytes: Buffer.from(`${html}<img src="/media/photo">`) });
  const picture = { kind: 'image', id: 'picture', src: '/media/photo', ...SIZE, fit: 'cover' } as const;
  service.send(programmeOf([{ ...picture, durationMs: SLIDE_MS }]));
}

/** Opens a page in a Chromium of its own, as the shell does; resolves to its CPU time as a share of one core. */
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
    return (cpuSeconds(chromium.pid ?? 0) - from) / ((performance.now() - begun) / 1000);
  } finally {
    const ended = once(chromium, 'exit');
    chromium.kill('SIGTERM');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** CPU time that a process and its descendants have used, seconds. */
function cpuSeconds(pid: number): number {
  const pids = [pid, ...descendants(pid).map((process) => process.pid)];
  return pids.reduce((sum, each) => sum + ticksOf(each), 0) / TICKS;
}

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, in brackets: state is field 3; time in user mode is field 14, in the kernel 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0; // It has ended.
  }
}
