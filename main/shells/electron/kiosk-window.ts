import type { BrowserWindow, WebContents } from 'electron';
import type { Logger } from 'pino';
import { growingDelay, isLongLife } from '../supervision/growing-delay.ts';
import { PULSE_SCRIPT, type Remedy } from '../supervision/heartbeat.ts';
import type { Timers } from '../supervision/keep-running.ts';
import { watchLife } from '../supervision/life-watch.ts';
import { reloadNightly } from '../supervision/nightly.ts';
import { watchPulse } from '../supervision/watch-pulse.ts';
import { isPageLost } from './window.ts';

/** How long a window may be « unresponsive » before its page is ended: a large picture may take seconds to decode. */
const MAX_UNRESPONSIVE_MS = 20_000;

export interface KioskWindow {
  readonly url: string;
  readonly timers: Timers;
  readonly log: Pick<Logger, 'warn'>;
  /** Hour of the nightly reload, `04:30`; empty for none. */
  readonly reload: string;
  createWindow(): BrowserWindow;
  /** Resolves once the service answers. */
  whenUp(): Promise<unknown>;
  /** Neither a reload nor a new window helps: the whole of Electron has to be started again. */
  relaunch(why: string): void;
}

/**
 * Keeps one window open on the page: opens it again when somebody closes it, loads the page again when it is lost, ends a
 * page that hangs, and does something about one that no longer paints. The function that it returns stops that; the window
 * stays.
 */
export function keepWindowOpen(kiosk: KioskWindow): () => void {
  const { timers, log } = kiosk;
  let released = false;
  let window: BrowserWindow | null = null;
  let loadAgain: (why: string) => void = () => {};
  const open = (): void => {
    const opened = kiosk.createWindow();
    window = opened;
    opened.once('ready-to-show', () => opened.show());
    loadAgain = keepPageLoaded(opened, kiosk);
    const unwatch = endWhenHung(opened, timers);
    opened.on('closed', () => {
      unwatch();
      if (!released) open();
    });
  };
  const heal = (remedy: Remedy): void => {
    log.warn({ remedy }, 'the page paints nothing');
    if (remedy === 'reload') loadAgain('silent');
    // `closed` follows, which opens the next one.
    else if (remedy === 'window') window?.destroy();
    else kiosk.relaunch('the page paints nothing');
  };
  open();
  const stops = [
    watchPulse({ ask: async () => window?.webContents.executeJavaScript(PULSE_SCRIPT), onSilent: heal, timers }),
    reloadNightly({ hour: kiosk.reload, timers, now: () => new Date(), reload: () => loadAgain('nightly') }),
  ];
  return () => {
    released = true;
    for (const stop of stops) stop();
  };
}

/** Loads the page, and again each time it is lost, with a growing delay. Gives the function by which others have it loaded. */
function keepPageLoaded(window: BrowserWindow, { url, timers, log, whenUp }: KioskWindow): (why: string) => void {
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
  return loadAgain;
}

/**
 * Ends the process of a page that hangs, which would not answer a reload; `render-process-gone` follows. Electron's own
 * event `unresponsive` needs an input event first, and mostly nobody touches this screen: the page is also asked.
 */
function endWhenHung(window: BrowserWindow, timers: Timers): () => void {
  const page: WebContents = window.webContents;
  let cancel = (): void => {};
  const end = (): void => page.forcefullyCrashRenderer();
  window.on('unresponsive', () => {
    cancel();
    cancel = timers.after(MAX_UNRESPONSIVE_MS, end);
  });
  window.on('responsive', () => cancel());
  const unwatch = watchLife({
    // A script would wait for the end of the loading.
    ping: async () => page.isLoadingMainFrame() || page.isCrashed() || page.executeJavaScript('1'),
    onHung: end,
    timers,
  });
  return () => {
    cancel();
    unwatch();
  };
}
