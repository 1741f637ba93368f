import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { keepWindowOpen } from '../../../../main/shells/electron/kiosk-window.ts';
import { handTimers } from '../../../support/hand-timers.ts';

const URL = 'http://127.0.0.1:8420/';

/** The part of an Electron window that is used, driven by the test. */
class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    isLoadingMainFrame: () => false,
    isCrashed: () => false,
    executeJavaScript: () => this.answer(),
    forcefullyCrashRenderer: () => {
      this.killed += 1;
    },
  });
  readonly loaded: string[] = [];
  answer = (): Promise<unknown> => Promise.resolve(1);
  killed = 0;
  shown = false;
  destroyed = false;
  show(): void {
    this.shown = true;
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
}

function kiosk() {
  const windows: FakeWindow[] = [];
  const relaunched: string[] = [];
  const timers = handTimers();
  let up = Promise.resolve();
  const release = keepWindowOpen({
    url: URL,
    timers,
    log: { warn: () => {} },
    reload: '',
    relaunch: (why) => relaunched.push(why),
    createWindow() {
      const window = new FakeWindow();
      windows.push(window);
      return window as unknown as BrowserWindow;
    },
    whenUp: () => up,
  });
  const window = (): FakeWindow => windows.at(-1) ?? new FakeWindow();
  return {
    timers,
    windows,
    window,
    release,
    relaunched,
    /** The service is away until the promise resolves. */
    waitFor(promise: Promise<void>) {
      up = promise;
    },
    loads: () => window().loaded.length,
  };
}

describe('the window of Electron', () => {
  it('loads the page, and is shown only once it is painted', () => {
    const { window } = kiosk();
    expect(window().loaded).toEqual([URL]);
    expect(window().shown).toBe(false);
    window().emit('ready-to-show');
    expect(window().shown).toBe(true);
  });

  it('loads the page again when its process dies or the page cannot be loaded, later each time', async () => {
    const { window, timers, loads } = kiosk();
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    window().webContents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', URL, true);
    timers.pass(249);
    expect(loads()).toBe(1);
    timers.pass(1);
    await expect.poll(loads).toBe(2);
    window().webContents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', URL, true);
    timers.pass(499);
    expect(loads()).toBe(2);
    timers.pass(1);
    await expect.poll(loads).toBe(3);
  });

  it('waits for the service before it loads the page again', async () => {
    const { window, timers, waitFor, loads } = kiosk();
    let serve = (): void => {};
    waitFor(
      new Promise((resolve) => {
        serve = resolve;
      }),
    );
    window().webContents.emit('render-process-gone', {}, { reason: 'oom' });
    timers.pass(60_000);
    await Promise.resolve();
    expect(loads()).toBe(1);
    serve();
    await expect.poll(loads).toBe(2);
  });

  it('does not load the page again for a frame within it, nor for a navigation that another one replaced', () => {
    const { window, timers, loads } = kiosk();
    window().webContents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', URL, false);
    window().webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', URL, true);
    timers.pass(10_000);
    expect(loads()).toBe(1);
  });

  it('ends the process of a page that does not answer', async () => {
    const { window, timers } = kiosk();
    window().answer = () => new Promise(() => {});
    const passed = () => {
      timers.pass(20_000);
      return window().killed;
    };
    await expect.poll(passed).toBe(1);
  });

  it('is opened again when somebody closes it, and no more once it is released', () => {
    const { windows, window, release } = kiosk();
    window().emit('closed');
    expect(windows).toHaveLength(2);
    release();
    window().emit('closed');
    expect(windows).toHaveLength(2);
  });

  it('is not loaded again once it is destroyed', async () => {
    const { window, timers, loads } = kiosk();
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    window().destroyed = true;
    timers.pass(10_000);
    await Promise.resolve();
    expect(loads()).toBe(1);
  });

  it('whose page answers but paints nothing any more is loaded again, then opened anew, then Electron is', async () => {
    const { window, windows, timers, loads, relaunched } = kiosk();
    // Slides of twelve seconds, and eight paints; then none.
    const stuck = (): void => {
      window().answer = () => Promise.resolve('8 12000');
    };
    const pass = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) {
        timers.pass(1_000);
        for (let n = 0; n < 5; n += 1) await Promise.resolve();
      }
    };
    stuck();
    await pass(30);
    expect(loads()).toBe(1);
    await pass(40);
    expect([loads(), windows.length]).toEqual([2, 1]);
    await pass(60);
    expect([windows.length, relaunched]).toEqual([2, []]);
    stuck();
    for (let seconds = 0; seconds < 80 && relaunched.length === 0; seconds += 1) await pass(1);
    expect(relaunched).toEqual(['the page paints nothing']);
    // Each further remedy waits twice as long.
    await pass(60);
    expect(relaunched).toHaveLength(1);
  });
});
