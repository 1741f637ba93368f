import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { app, BrowserWindow, Menu, powerSaveBlocker, session, utilityProcess, type WebContents } from 'electron';
import envPaths from 'env-paths';
import { pino } from 'pino';
import type { Programme } from '../../contract.ts';
import { parseFlags } from '../../settings/flags.ts';
import { HELP } from '../../settings/help.ts';
import type { Settings } from '../../settings/settings.ts';
import { ALREADY_OPEN } from '../supervision/display-lock.ts';
import { growingDelay } from '../supervision/growing-delay.ts';
import { realTimers } from '../supervision/keep-running.ts';
import { watchLife } from '../supervision/life-watch.ts';
import { addressLines, displayUrl, serve } from '../supervision/serve.ts';
import { aborted, stopSignal } from '../supervision/stop-signal.ts';
import { keepAwakeWhileLit } from './power.ts';
import { electronHost } from './utility-host.ts';
import { isAllowed, isGranted, isPageLost, isRequestAllowed, SWITCHES, WINDOW_OPTIONS } from './window.ts';

/**
 * Electron's main process, kept thin: it keeps the service running and one kiosk window open on it. `npm start` gives
 * it settings; a packaged Préau reads its own command line.
 */

const log = pino({ name: 'preau-electron' }, pino.destination({ dest: 2, sync: true }));

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** What to show, or the exit code of a command line that asks for something else. */
async function settingsOfProcess(): Promise<Settings | number> {
  if (process.env.PREAU_SETTINGS) return JSON.parse(process.env.PREAU_SETTINGS) as Settings;
  // What Chromium itself is told stands on the same command line.
  const argv = process.argv.slice(app.isPackaged ? 1 : 2).filter((word) => word !== '--no-sandbox');
  const platformStateDir = envPaths('preau', { suffix: '' }).data;
  const parsed = parseFlags(argv, { cwd: process.cwd(), contentDir: resolve('content'), platformStateDir });
  if (!parsed.ok) {
    tell(parsed.message);
    return 2;
  }
  if (parsed.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (parsed.command !== 'start') {
    const { runReading } = await import('../../commands/read-commands.ts');
    return runReading(parsed, (text) => process.stdout.write(text));
  }
  return { ...parsed.settings, atSince: parsed.settings.at === null ? null : Date.now() };
}

/** Denies whatever a page could ask for, everywhere, before the first page is there. */
function lockDown(home: string): void {
  session.defaultSession.setPermissionRequestHandler((_page, permission, answer) => answer(isGranted(permission)));
  session.defaultSession.setPermissionCheckHandler((_page, permission) => isGranted(permission));
  session.defaultSession.setDevicePermissionHandler(() => false);
  session.defaultSession.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !isRequestAllowed(request.url, home) }),
  );
  app.on('web-contents-created', (_event, page) => confine(page, home));
}

function confine(page: WebContents, home: string): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.on('will-frame-navigate', (event) => {
    if (!isAllowed(event.url, home)) event.preventDefault();
  });
  page.on('will-redirect', (event) => {
    if (!isAllowed(event.url, home)) event.preventDefault();
  });
}

/** Opens the window, and again if somebody closes it; loads the page again whenever it is lost. */
function openWindow(url: string, whenUp: () => Promise<void>): void {
  const window = new BrowserWindow(WINDOW_OPTIONS);
  const delay = growingDelay();
  let loadedAt = Date.now();
  let waiting = false;
  const load = (): void => {
    waiting = false;
    loadedAt = Date.now();
    if (!window.isDestroyed())
      window.loadURL(url).catch((error: unknown) => log.warn({ err: error }, 'page not loaded'));
  };
  const loadAgain = (why: string): void => {
    if (waiting) return;
    waiting = true;
    log.warn({ why }, 'the page is loaded again');
    realTimers.after(delay.next(Date.now() - loadedAt), () => void whenUp().then(load));
  };
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => loadAgain(reason));
  window.webContents.on('did-fail-load', (_event, code, reason, _url, isMainFrame) => {
    if (isPageLost(code, isMainFrame)) loadAgain(reason);
  });
  // A hung page does not answer a reload; its process ends, and the event above loads it again. Electron's own
  // `unresponsive` comes after an input event alone, and nobody touches this screen.
  const page = window.webContents;
  const unwatch = watchLife({
    // While it loads, a script would wait for the end of that.
    ping: async () => page.isLoadingMainFrame() || page.isCrashed() || page.executeJavaScript('1'),
    onHung: () => page.forcefullyCrashRenderer(),
    timers: realTimers,
  });
  window.on('closed', () => {
    unwatch();
    if (!stopping) openWindow(url, whenUp);
  });
  load();
}

let stopping = false;

async function main(settings: Settings): Promise<void> {
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => {}); // Electron would quit.
  const serving = serve({
    settings,
    timers: realTimers,
    host: electronHost((path, args, options) => utilityProcess.fork(path, args, options)),
    onRestart: (why, delayMs) => log.warn({ why, delayMs }, 'the service ended; it is started again'),
  });
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void serving.stop().finally(() => app.exit(0));
  };
  void aborted(stopSignal()).then(stop);
  app.on('before-quit', (event) => {
    event.preventDefault();
    stop();
  });
  const first = await serving.first;
  if ('message' in first) {
    tell(first.message);
    app.exit(first.code);
    return;
  }
  process.stdout.write(addressLines(first.url, networkInterfaces()));
  const url = displayUrl(first.url, settings.screen);
  lockDown(url);
  const programme = new URL(`api/programme${new URL(url).search}`, url);
  const blocker = {
    start: () => powerSaveBlocker.start('prevent-display-sleep'),
    stop: (id: number) => powerSaveBlocker.stop(id),
  };
  keepAwakeWhileLit(async () => ((await (await fetch(programme)).json()) as Programme).lit, blocker, realTimers);
  openWindow(url, () => serving.whenUp());
}

// Chromium reads them before `ready`: later they would change nothing.
for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
const settings = await settingsOfProcess();
if (typeof settings === 'number') {
  app.exit(settings);
} else {
  app.setPath('userData', join(settings.state, 'electron'));
  if (app.requestSingleInstanceLock()) {
    void app.whenReady().then(() => main(settings));
  } else {
    tell(ALREADY_OPEN);
    app.exit(2);
  }
}
