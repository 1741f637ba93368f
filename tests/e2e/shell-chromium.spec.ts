import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Programme } from '../../main/contract.ts';
import { killProcess } from '../../main/lib/processes.ts';
import type { Health } from '../../main/server/answers.ts';
import { type ChromiumShell, openChromium } from '../../main/shells/chromium/open-chromium.ts';
import type { DisplayFault } from '../../main/shells/display-fault.ts';
import { machineBrowser } from '../support/browser.ts';
import { handTimers } from '../support/hand-timers.ts';
import { startPlayerFixture } from '../support/player-fixture.ts';
import {
  descendants,
  isAlive,
  isBrowser,
  isGraphics,
  isRenderer,
  isService,
  type Process,
  processesNaming,
} from '../support/processes.ts';
import { createFolders, type Folders } from '../support/service.ts';
import { programmeOf } from '../support/wall.ts';
import { within } from '../support/within.ts';
import { hasXvfb, type Screenshot, startXvfb, type VirtualDisplay } from '../support/xvfb.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WIDTH = 1280;
const HEIGHT = 720;
/** How often time passes for a Chromium whose watch the test hurries, milliseconds. */
const TICK_MS = 20;

/** `npm start -- --shell chromium` on a display without a window manager, as on a thin client. */
test.describe('the Chromium shell on a display of its own', () => {
  test.describe.configure({ mode: 'serial' });
  test.skip(process.platform !== 'linux' || !hasXvfb(), 'Xvfb is not installed');
  test.skip(machineBrowser === null, 'no Chrome, Chromium or Edge is installed');
  test.setTimeout(90_000);

  let display: VirtualDisplay;
  let folders: Folders;
  let preau: ChildProcess;
  let url = '';

  test.beforeAll(async () => {
    display = await startXvfb(WIDTH, HEIGHT);
    folders = await createFolders('sample');
    const flags = ['--shell', 'chromium', '--port', '0', '--at', '2026-05-05T09:00', '--screen', 'Hall'];
    const paths = ['--content', folders.content, '--state', folders.state];
    preau = spawn(process.execPath, ['main/bootstrap.mjs', 'start', ...flags, ...paths], {
      cwd: ROOT,
      env: { ...process.env, DISPLAY: display.name },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    url = await new Promise<string>((resolve, reject) => {
      let printed = '';
      preau.stdout?.on('data', (text) => {
        printed += String(text);
        const address = /^Préau : (http:\S+)$/m.exec(printed)?.[1];
        if (address) resolve(address);
      });
      preau.once('exit', (code) => reject(new Error(`preau start ended with ${code}`)));
    });
  });

  test.afterAll(async () => {
    if (preau && preau.exitCode === null) preau.kill('SIGKILL');
    for (const { pid } of processesNaming(folders.state)) killProcess(pid);
    await display?.stop();
    await folders?.dispose();
  });

  const the = (is: (process: Process) => boolean) => processesNaming(folders.state).find(is)?.pid;
  const health = async () => (await (await fetch(new URL('health', url))).json()) as Health;
  const hall = async () => (await health()).screens.find(({ screen }) => screen === 'Hall');
  const paintedAt = async () => (await hall().catch(() => undefined))?.lastPaintedAt ?? null;
  const kill = (is: (process: Process) => boolean): number => {
    const pid = the(is);
    if (pid === undefined) throw new Error('no such process');
    process.kill(pid, 'SIGKILL');
    return pid;
  };

  test('the agenda of the day covers the display to all four corners', async () => {
    await expect.poll(async () => (await hall())?.lastSlide).toBeTruthy();
    // There is no agenda before all that it may list is read.
    await expect.poll(async () => (await health()).content.read).toBe(true);
    const programme = (await (await fetch(new URL('api/programme?screen=Hall', url))).json()) as Programme;
    expect(programme.slides[0]?.kind).toBe('agenda');
    expect(await hall()).toMatchObject({ width: WIDTH, connected: true });
    // Without a window the root of the display is black, and so is the page before its first slide.
    await expect.poll(() => corners(display.screenshot())).not.toContain('000000');
    const { width, height } = display.screenshot();
    expect([width, height]).toEqual([WIDTH, HEIGHT]);
    await expect.poll(() => colours(display.screenshot()).size).toBeGreaterThan(8);
  });

  test('a second one on the same folder says that it is open already, and leaves its Chromium alone', async () => {
    const browser = the(isBrowser);
    expect(browser).toBeDefined();
    const flags = ['--shell', 'chromium', '--port', '0', '--content', folders.content, '--state', folders.state];
    const second = spawn(process.execPath, ['main/bootstrap.mjs', 'start', ...flags], {
      cwd: ROOT,
      env: { ...process.env, DISPLAY: display.name },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    second.stderr.on('data', (text) => {
      said += String(text);
    });
    const code = await new Promise<number | null>((resolve) => second.once('close', resolve));
    expect(said).toMatch(/^Préau est déjà ouvert[^\n]*--state\.\n$/);
    expect(code).toBe(2);
    expect(the(isBrowser)).toBe(browser);
  });

  test('a Chromium that is killed comes back', async () => {
    const before = await paintedAt();
    const killed = kill(isBrowser);
    await expect.poll(() => the(isBrowser) ?? killed).not.toBe(killed);
    await expect.poll(paintedAt).not.toBe(before);
    await expect.poll(() => corners(display.screenshot())).not.toContain('000000');
  });

  test('a page that crashes comes back', async () => {
    const before = await paintedAt();
    // One of them draws the page; Chromium keeps others in reserve, and may have ended one of these by itself meanwhile.
    const renderers = descendants(preau.pid ?? 0).filter(isRenderer);
    expect(renderers).not.toEqual([]);
    for (const { pid } of renderers) killProcess(pid);
    await expect.poll(paintedAt).not.toBe(before);
    await expect.poll(() => corners(display.screenshot())).not.toContain('000000');
  });

  test('a service that is killed comes back on its port, while the slide stays on the wall', async () => {
    const browser = the(isBrowser);
    const killed = kill(isService);
    let seenBlack = false;
    await expect
      .poll(
        async () => {
          seenBlack ||= corners(display.screenshot()).includes('000000');
          const connected = (await hall().catch(() => undefined))?.connected ?? false;
          return connected && the(isService) !== killed;
        },
        { timeout: 45_000, intervals: [50] },
      )
      .toBe(true);
    expect(seenBlack).toBe(false);
    expect(the(isBrowser)).toBe(browser);
    // The simulated clock has run on: it is still the same Tuesday, some seconds later.
    expect((await health()).at).toMatch(/^2026-05-05T09:0[0-9]/);
  });

  test('SIGTERM ends all processes within three seconds', async () => {
    const started = descendants(preau.pid ?? 0).map(({ pid }) => pid);
    expect(started.length).toBeGreaterThan(3);
    const ended = new Promise<number | null>((resolve) => preau.once('exit', (code) => resolve(code)));
    await within(3_000, async () => {
      preau.kill('SIGTERM');
      expect(await ended).toBe(0);
      // The last of them are killed as it ends, and stay in the list of the system for a moment.
      await expect.poll(() => started.filter(isAlive), { intervals: [20] }).toEqual([]);
    });
    expect(processesNaming(folders.state).filter(({ pid }) => isAlive(pid))).toEqual([]);
  });
});

test.describe('the page of the Chromium shell', () => {
  test.skip(process.platform !== 'linux' || !hasXvfb(), 'Xvfb is not installed');
  const executable = machineBrowser;
  test.skip(executable === null, 'no Chrome, Chromium or Edge is installed');
  test.setTimeout(90_000);

  /** A Chromium that is kept open on a display of its own. */
  interface Kept {
    /** Why it was opened again, each time. */
    readonly restarts: readonly string[];
    ours(is: (process: Process) => boolean): number[];
    /** Its watch takes time for passing so many times faster: before, it stands still, and a slow start is no hanging page. */
    hurry(times: number): void;
  }

  /** Opens it while `run` runs. After a restart time passes as it does. */
  async function whileOpen(
    shell: Pick<ChromiumShell, 'address' | 'pace'>,
    run: (kept: Kept) => Promise<void>,
    onRestart: () => void = () => {},
  ): Promise<void> {
    const display = await startXvfb(WIDTH, HEIGHT);
    const folders = await createFolders();
    const before = process.env.DISPLAY;
    process.env.DISPLAY = display.name;
    const restarts: string[] = [];
    const timers = handTimers();
    let times = 0;
    const ticking = setInterval(() => timers.pass(times * TICK_MS), TICK_MS);
    const chromium = openChromium({
      executable: executable ?? '',
      profile: join(folders.state, 'chromium'),
      area: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
      onRestart(why) {
        times = 1;
        restarts.push(why);
        onRestart();
      },
      onUnpainted: () => {},
      timers,
      ...shell,
    });
    const browser = () => processesNaming(folders.state).filter(isBrowser);
    const ours = (is: (process: Process) => boolean) =>
      browser()
        .flatMap((one) => [one, ...descendants(one.pid)])
        .filter(is)
        .map(({ pid }) => pid);
    try {
      await run({
        restarts,
        ours,
        hurry(faster) {
          times = faster;
        },
      });
    } finally {
      await chromium.stop();
      clearInterval(ticking);
      if (before === undefined) delete process.env.DISPLAY;
      else process.env.DISPLAY = before;
      await display.stop();
      await folders.dispose();
    }
  }

  const text = (id: string) => ({ id, kind: 'text' as const, html: `<p>${id}</p>`, links: [], durationMs: 500 });
  /** Serves the player and two slides; `shown` counts those that the page has said to have painted. */
  async function startPage() {
    const player = fileURLToPath(new URL('../../build/renderer', import.meta.url));
    const service = await startPlayerFixture(player, programmeOf([text('a'), text('b')]));
    return { ...service, shown: () => service.reports.filter(({ slide }) => slide !== null).length };
  }

  test('is opened again when it hangs', async () => {
    const page = await startPage();
    await whileOpen({ address: async () => page.url }, async ({ restarts, ours, hurry }) => {
      // The black page that Chromium begins with has a renderer of its own: only that of the wall is to hang.
      await expect.poll(page.shown).toBeGreaterThan(0);
      const hung = ours(isBrowser)[0];
      for (const pid of ours(isRenderer)) killProcess(pid, 'SIGSTOP');
      hurry(10);
      await expect.poll(() => restarts).toEqual(['the page hung']);
      await expect.poll(() => ours(isBrowser)[0] ?? hung).not.toBe(hung);
    });
    await page.close();
  });

  test('is loaded, then opened again when it answers and paints nothing any more', async () => {
    const { shown, ...service } = await startPage();
    const pace = { everyMs: 15_000, limitMs: 900_000, misses: 2 };
    let loaded = 0;
    const run = async ({ restarts, ours, hurry }: Kept) => {
      await expect.poll(shown).toBeGreaterThan(3);
      const before = service.streams();
      // Without the process that puts frames on the display, the page gets none to paint; its scripts run on.
      for (const pid of ours(isGraphics)) killProcess(pid, 'SIGSTOP');
      // Three times the longest slide, thirty seconds at least, are three.
      hurry(10);
      const since = Date.now();
      await expect.poll(() => restarts).toEqual(['the page silent']);
      expect(loaded - before).toBe(1);
      const silent = shown();
      await expect.poll(shown).toBeGreaterThan(silent + 1);
      process.stdout.write(`      the page paints nothing any more: ${((Date.now() - since) / 1000).toFixed(1)} s\n`);
    };
    await whileOpen({ address: async () => service.url, pace }, run, () => {
      loaded = service.streams();
    });
    await service.close();
  });
});

test.describe('a Chromium without its sandbox', () => {
  const executable = machineBrowser;
  test.skip(process.platform !== 'linux' || executable === null, 'no Chrome, Chromium or Edge for Linux is installed');

  test('is told of by the sentence for it, with its own words', async () => {
    const folders = await createFolders();
    const wrapper = join(folders.state, 'chromium.sh');
    const without = '--disable-namespace-sandbox --disable-setuid-sandbox';
    const script = `for arg; do shift; [ "$arg" = --no-sandbox ] || set -- "$@" "$arg"; done\nexec '${executable}' ${without} "$@"`;
    await mkdir(folders.state, { recursive: true });
    await writeFile(wrapper, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const faults: DisplayFault[] = [];
    const chromium = openChromium({
      executable: wrapper,
      address: async () => 'data:text/html,<p>Bonjour',
      profile: join(folders.state, 'chromium'),
      area: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
      onRestart: () => {},
      onUnpainted: (fault) => faults.push(fault),
    });
    try {
      await expect.poll(() => faults.length, { timeout: 40_000 }).toBe(1);
      expect(faults[0]).toMatchObject({ cause: 'sandbox', quote: expect.stringMatching(/sandbox/) });
    } finally {
      await chromium.stop();
      await folders.dispose();
    }
  });
});

test.describe('the Chromium shell without a display that answers', () => {
  test.skip(process.platform !== 'linux', 'only Linux can be without a display');
  test.skip(machineBrowser === null, 'no Chrome, Chromium or Edge is installed');

  test('says so to the person who started it, in the words of Chromium too, and serves all the same', async () => {
    const folders = await createFolders();
    const flags = ['--shell', 'chromium', '--port', '0', '--content', folders.content, '--state', folders.state];
    const preau = spawn(process.execPath, ['main/bootstrap.mjs', 'start', ...flags], {
      cwd: ROOT,
      env: { ...process.env, DISPLAY: ':4242', WAYLAND_DISPLAY: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    preau.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    let printed = '';
    preau.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    const ended = new Promise((resolve) => preau.once('exit', resolve));
    try {
      await expect.poll(() => said).toContain('Préau essaie encore');
      expect(said).toMatch(/^L’écran ne s’ouvre pas\s[^\n]*\(DISPLAY=:4242\)[^\n]*Missing X server[^\n]*$/m);
      // The browser is started while the service still starts.
      const url = () => /^Préau : (http:\S+)$/m.exec(printed)?.[1] ?? '';
      await expect.poll(url).toMatch(/^http/u);
      expect((await fetch(new URL('health', url()))).status).toBe(200);
    } finally {
      preau.kill('SIGTERM');
      await ended;
      await folders.dispose();
    }
  });
});

/** Colours of the four outermost pixels. */
function corners(shown: Screenshot): string[] {
  const [right, bottom] = [shown.width - 1, shown.height - 1];
  return [shown.at(0, 0), shown.at(right, 0), shown.at(0, bottom), shown.at(right, bottom)];
}

/** Colours on a coarse grid: a slide has many, an empty page one or two. */
function colours(shown: Screenshot): Set<string> {
  const found = new Set<string>();
  for (let y = 5; y < shown.height; y += 10) for (let x = 5; x < shown.width; x += 10) found.add(shown.at(x, y));
  return found;
}
