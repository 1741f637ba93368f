import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { parseFlags } from '../../main/settings/flags.ts';
import { hasDisplay } from '../../main/shells/display.ts';
import { findElectron } from '../../main/shells/electron/find-electron.ts';
import { electronArguments } from '../../main/shells/electron/run-under-electron.ts';
import { isService, processesNaming } from '../support/processes.ts';
import { createFolders, type Folders } from '../support/service.ts';
import { hasXvfb, startXvfb, type VirtualDisplay } from '../support/xvfb.ts';

const BINARY = findElectron();
const ENTRY = fileURLToPath(new URL('../../build/main/shells/electron/electron-main.js', import.meta.url));

test.describe('the Electron shell', () => {
  test.describe.configure({ mode: 'serial' });
  test.skip(BINARY === null, 'the binary of Electron is not downloaded');
  test.skip(!hasDisplay(process.platform, process.env) && !hasXvfb(), 'there is no display, and Xvfb is not installed');

  let display: VirtualDisplay | null = null;
  let folders: Folders;
  let electron: ElectronApplication;

  test.beforeAll(async () => {
    if (!hasDisplay(process.platform, process.env)) display = await startXvfb(1280, 720);
    folders = await createFolders('sample');
    const flags = ['--port', '0', '--at', '2026-05-05T09:00', '--content', folders.content, '--state', folders.state];
    const parsed = parseFlags(['start', ...flags], {
      cwd: '/',
      defaults: { content: folders.content, state: folders.state, log: '' },
    });
    if (!parsed.ok || parsed.help) throw new Error('flags of the test');
    const args = electronArguments(folders.state, process.getuid?.() === 0);
    electron = await _electron.launch({
      executablePath: BINARY ?? '',
      args: args.map((arg) => (arg.endsWith('electron-main.js') ? ENTRY : arg)),
      env: {
        ...(process.env as Record<string, string>),
        ...(display ? { DISPLAY: display.name } : {}),
        PREAU_SETTINGS: JSON.stringify({ ...parsed.settings, atSince: Date.now() }),
      },
    });
  });

  test.afterAll(async () => {
    await electron?.close();
    await display?.stop();
    await folders?.dispose();
  });

  const inWindow = <T>(read: (window: BrowserWindow) => T): Promise<T> =>
    electron.evaluate(({ BrowserWindow }, source) => {
      const [window] = BrowserWindow.getAllWindows();
      return new Function('window', `return (${source})(window)`)(window) as T;
    }, read.toString());

  test('opens one kiosk window on the player, which paints the agenda', async () => {
    const page = await electron.firstWindow();
    await page.waitForFunction(() => document.documentElement.dataset.slide !== undefined);
    expect(electron.windows()).toHaveLength(1);
    expect(await inWindow((window) => window.isKiosk() && window.isVisible())).toBe(true);
    expect(await page.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false);
  });

  test('opens no other window and goes nowhere else', async () => {
    const page = await electron.firstWindow();
    const home = page.url();
    expect(await page.evaluate(() => window.open('http://127.0.0.1:9/') === null)).toBe(true);
    await page.evaluate(() => {
      location.href = 'http://127.0.0.1:9/';
    });
    await page.waitForFunction(() => document.documentElement.dataset.slide !== undefined);
    expect(page.url()).toBe(home);
    expect(electron.windows()).toHaveLength(1);
  });

  test('grants no permission', async () => {
    const page = await electron.firstWindow();
    const state = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
    expect(state).toBe('denied');
  });

  test('loads its page again when the page crashes', async () => {
    const page = await electron.firstWindow();
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect
      .poll(() => inWindow((window) => !window.webContents.isCrashed() && !window.webContents.isLoading()), {
        timeout: 20_000,
      })
      .toBe(true);
    expect(await inWindow((window) => window.webContents.getURL())).toContain(new URL(page.url()).host);
  });

  test('a service that is killed comes back while the window stays', async () => {
    test.skip(process.platform !== 'linux', 'processes are found through /proc');
    const service = () => processesNaming(folders.state).find(isService)?.pid;
    const killed = service();
    expect(killed).toBeDefined();
    process.kill(killed ?? 0, 'SIGKILL');
    await expect.poll(() => service() ?? killed).not.toBe(killed);
    expect(await inWindow((window) => window.isVisible())).toBe(true);
  });
});
