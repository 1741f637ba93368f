import type { BrowserWindow, WebContents } from 'electron';
import type { Logger } from 'pino';
import { growingDelay, isLongLife } from '../supervision/growing-delay.ts';
import type { Timers } from '../supervision/keep-running.ts';
import { watchLife } from '../supervision/life-watch.ts';
import { isPageLost } from './window.ts';

export interface KioskWindow {
  readonly url: string;
  readonly timers: Timers;
  readonly log: Pick<Logger, 'warn'>;
  createWindow(): BrowserWindow;
  /** Resolves once the service answers. */
  whenUp(): Promise<void>;
}

/**
 * Keeps one window open on the page: opens it again when somebody closes it, loads the page again when it is lost, and ends
 * a page that hangs. The function that it returns stops that; the window stays.
 */
export function keepWindowOpen(kiosk: KioskWindow): () => void {
  let released = false;
  const open = (): void => {
    const window = kiosk.createWindow();
    window.once('ready-to-show', () => window.show());
    keepPageLoaded(window, kiosk);
    const unwatch = endWhenHung(window.webContents, kiosk.timers);
    window.on('closed', () => {
      unwatch();
      if (!released) open();
    });
  };
  open();
  return () => {
    released = true;
  };
}

/** Loads the page, and again each time it is lost, with a growing delay. */
function keepPageLoaded(window: BrowserWindow, { url, timers, log, whenUp }: KioskWindow): void {
  const delay = growingDelay();
  let loadedAt = timers.now();
  let isWaiting = false;
  const load = (): void => {
    isWaiting = false;
    loadedAt = timers.now();
    if (window.isDestroyed()) return;
    // The event `did-fail-load` follows, and loads it again.
    window.loadURL(url).catch((error: unknown) => log.warn({ err: error }, 'page not loaded'));
  };
  const loadAgain = (why: string): void => {
    if (isWaiting) return;
    isWaiting = true;
    log.warn({ why }, 'the page is loaded again');
    timers.after(delay.next(isLongLife(timers.now() - loadedAt)), () => void whenUp().then(load));
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => loadAgain(reason));
  window.webContents.on('did-fail-load', (_event, code, reason, _url, isMainFrame) => {
    if (isPageLost(code, isMainFrame)) loadAgain(reason);
  });
  load();
}

/**
 * Ends the process of a page that hangs, which would not answer a reload; `render-process-gone` follows. Electron's own
 * event `unresponsive` needs an input event first, and nobody touches this screen.
 */
function endWhenHung(page: WebContents, timers: Timers): () => void {
  return watchLife({
    // A script would wait for the end of the loading.
    ping: async () => page.isLoadingMainFrame() || page.isCrashed() || page.executeJavaScript('1'),
    onHung: () => page.forcefullyCrashRenderer(),
    timers,
  });
}
