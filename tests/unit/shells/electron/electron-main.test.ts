import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../../../main/settings/settings.ts';
import { foldersOfEachTest } from '../../../support/each-test.ts';
import { mistakeInCall } from '../../../support/electron/published-types.ts';
import { type StandIn, standInForElectron } from '../../../support/electron/stand-in.ts';
import { testSettings } from '../../../support/settings.ts';

/** The main process of Electron as a whole, with a stand-in for Electron and the real service, as built. */

// The test ends its own processes.
vi.mock('../../../../main/shells/supervision/stop-signal.ts', () => ({
  stopSignal: () => new AbortController().signal,
  aborted: () => new Promise(() => {}),
}));

const folders = foldersOfEachTest();
let electron: StandIn;

/** Runs `electron-main.ts` anew, as Electron would. */
async function start(own: Partial<Settings>): Promise<void> {
  vi.resetModules();
  vi.doMock('electron', () => electron.electron);
  const { content, state } = folders;
  vi.stubEnv('PREAU_SETTINGS', JSON.stringify({ ...testSettings({ content, state }), ...own }));
  await import('../../../../main/shells/electron/electron-main.ts');
}

/** The same, and waits until the page is loaded. */
async function run(own: Partial<Settings> = {}): Promise<void> {
  await start({ screen: 'Hall', ...own });
  await expect.poll(() => electron.called('BrowserWindow', 'loadURL').length).toBeGreaterThan(0);
}

const key = (type: 'keyDown' | 'keyUp', name: string, control = false, shift = false) => ({
  type,
  key: name,
  control,
  shift,
  alt: false,
  meta: false,
  isAutoRepeat: false,
});

beforeEach(() => {
  electron = standInForElectron();
});
afterEach(async () => {
  vi.useRealTimers();
  electron.emit('app', 'before-quit');
  if (electron.services.length > 0) await expect.poll(() => electron.exits.length).toBeGreaterThan(0);
  vi.doUnmock('electron');
  vi.unstubAllEnvs();
  expect(electron.mistakes).toEqual([]);
});

describe('the main process of Electron', () => {
  it('shows the service on one kiosk window, without a menu, and calls Electron only as its types allow', async () => {
    await run();
    expect(electron.windows).toHaveLength(1);
    const [load] = electron.called('BrowserWindow', 'loadURL');
    expect(String(load?.args[0])).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?screen=Hall&start=\w+$/);
    expect(electron.called('Menu', 'setApplicationMenu')[0]?.args).toEqual([null]);
    expect(electron.called('BrowserWindow', 'constructor')[0]?.args[0]).toMatchObject({ kiosk: true, width: 1920 });
    expect(electron.called('PowerSaveBlocker', 'start')).toHaveLength(1);
    expect(electron.called('Session', 'setPermissionRequestHandler')).toHaveLength(1);
    electron.emit('window', 'ready-to-show');
    expect(electron.called('BrowserWindow', 'show')).toHaveLength(1);
  });

  it('opens the window on the display that was asked for, and takes it there again when displays come and go', async () => {
    const left = { id: 1, label: 'Accueil', bounds: { x: 0, y: 0, width: 1920, height: 1080 } };
    const hall = { id: 2, label: 'HDMI-A-2', bounds: { x: 1920, y: 0, width: 3840, height: 2160 } };
    electron.displays = [left, hall];
    await run({ output: 'HDMI-A-2' });
    expect(electron.called('BrowserWindow', 'constructor')[0]?.args[0]).toMatchObject(hall.bounds);
    electron.displays = [left];
    electron.emit('screen', 'display-removed', hall);
    await expect.poll(() => electron.called('BrowserWindow', 'setBounds').at(-1)?.args[0]).toEqual(left.bounds);
    electron.displays = [left, { ...hall, bounds: { ...hall.bounds, width: 1080, height: 1920 } }];
    electron.emit('screen', 'display-added', hall);
    electron.emit('screen', 'display-metrics-changed', hall, ['bounds']);
    await expect
      .poll(() => electron.called('BrowserWindow', 'setBounds').at(-1)?.args[0])
      .toMatchObject({ x: 1920, width: 1080, height: 1920 });
    expect(electron.called('BrowserWindow', 'setKiosk').map(({ args }) => args[0])).toEqual([false, true, false, true]);
  });

  it('asks the system anew to stay awake when it has slept', async () => {
    await run();
    electron.emit('powerMonitor', 'resume');
    expect(electron.called('PowerSaveBlocker', 'stop')).toHaveLength(1);
    expect(electron.called('PowerSaveBlocker', 'start')).toHaveLength(2);
  });

  it('keeps menus, zoom and shortcuts from the page, and lets text pass', async () => {
    await run();
    expect(electron.emit('page', 'context-menu', {}).prevented).toBe(true);
    electron.emit('page', 'zoom-changed', 'in');
    expect(electron.called('WebContents', 'setZoomFactor').at(-1)?.args).toEqual([1]);
    const isPrevented = (name: string, control = false) =>
      electron.emit('page', 'before-input-event', key('keyDown', name, control)).prevented;
    expect(['+', '-', '0', 'r', 'p', 'w', 'F5'].map((name) => isPrevented(name, true))).toEqual(Array(7).fill(true));
    expect([isPrevented('F11'), isPrevented('a'), isPrevented('Tab'), isPrevented('v', true)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is left by Ctrl+Shift+Q held for three seconds, and by nothing shorter', async () => {
    await run();
    vi.useFakeTimers();
    const press = (type: 'keyDown' | 'keyUp', name: string) =>
      electron.emit('page', 'before-input-event', key(type, name, true, true));
    press('keyDown', 'Q');
    vi.advanceTimersByTime(2_900);
    press('keyUp', 'Q');
    vi.advanceTimersByTime(10_000);
    expect(electron.exits).toEqual([]);
    press('keyDown', 'Q');
    press('keyDown', 'Q');
    vi.advanceTimersByTime(3_100);
    vi.useRealTimers();
    await expect.poll(() => electron.exits).toEqual([86]);
  });

  it.each([
    ['the session ends', () => electron.emit('window', 'session-end', {})],
    ['the system shuts down', () => electron.emit('powerMonitor', 'shutdown')],
    ['it is asked to quit', () => electron.emit('app', 'before-quit')],
  ])('closes the service in order when %s', async (_name, happen) => {
    await run();
    const ended = new Promise((resolve) => electron.services[0]?.once('exit', (code) => resolve(code)));
    happen();
    expect(await ended).toBe(0);
    await expect.poll(() => electron.exits).toEqual([0]);
  });

  it('loads a page again whose process is gone or hangs, and opens a window again that was closed', async () => {
    await run();
    const loads = () => electron.called('BrowserWindow', 'loadURL').length;
    electron.emit('page', 'render-process-gone', { reason: 'oom', exitCode: 9 });
    await expect.poll(loads).toBe(2);
    electron.emit('window', 'closed');
    await expect.poll(loads).toBe(3);
    expect(electron.windows).toHaveLength(2);
    vi.useFakeTimers();
    electron.emit('window', 'unresponsive');
    vi.advanceTimersByTime(21_000);
    vi.useRealTimers();
    expect(electron.called('WebContents', 'forcefullyCrashRenderer')).toHaveLength(1);
  });

  it('leaves lost processes to Chromium, until its graphics process is lost three times', async () => {
    await run();
    electron.emit('app', 'child-process-gone', { type: 'Utility', reason: 'crashed', exitCode: 1 });
    for (let n = 0; n < 2; n += 1)
      electron.emit('app', 'child-process-gone', { type: 'GPU', reason: 'crashed', exitCode: 1 });
    expect(electron.exits).toEqual([]);
    electron.emit('app', 'child-process-gone', { type: 'GPU', reason: 'crashed', exitCode: 1 });
    await expect.poll(() => electron.exits).toEqual([75]);
    expect(electron.called('App', 'relaunch')).toEqual([]);
  });

  it('says what is wrong, and exits with 2, when the port is taken', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await start({ host: '203.0.113.1' });
    await expect.poll(() => electron.exits).toEqual([2]);
    expect(said.mock.calls.join()).toContain('n’est pas celle de cette machine');
    said.mockRestore();
  });
});

describe('the published types of Electron', () => {
  it('refuse what Electron does not know', () => {
    expect(mistakeInCall('BrowserWindow', 'constructor', [{ kiosks: true }])).toContain('has no « kiosks »');
    expect(mistakeInCall('BrowserWindow', 'constructor', [{ webPreferences: { sandboxed: true } }])).toContain(
      'sandboxed',
    );
    expect(mistakeInCall('App', 'on', ['window-all-close', () => {}])).toContain('knows no « window-all-close »');
    expect(mistakeInCall('PowerSaveBlocker', 'start', ['prevent-sleep'])).not.toBeNull();
    expect(mistakeInCall('App', 'setPath', ['userData'])).toContain('needs « path »');
    expect(mistakeInCall('App', 'explode', [])).toContain('no method');
    expect(mistakeInCall('PowerSaveBlocker', 'start', ['prevent-display-sleep'])).toBeNull();
  });
});
