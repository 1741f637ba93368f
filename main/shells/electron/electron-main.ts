import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { app, BrowserWindow, Menu, powerSaveBlocker, session, utilityProcess } from 'electron';
import { openLog } from '../../lib/open-log.ts';
import { HELP } from '../../settings/help.ts';
import type { Settings } from '../../settings/settings.ts';
import { machineSurroundings } from '../../settings/surroundings.ts';
import { keepAwakeWhileLit } from '../keep-awake.ts';
import { isLit } from '../settle-display.ts';
import { addressLines, displayUrl } from '../supervision/address.ts';
import { ALREADY_OPEN } from '../supervision/display-lock.ts';
import { realTimers } from '../supervision/keep-running.ts';
import { type Serving, serve } from '../supervision/serve.ts';
import { aborted, stopSignal } from '../supervision/stop-signal.ts';
import { confinePages } from './confine.ts';
import { keepWindowOpen } from './kiosk-window.ts';
import { type Request, requestOf } from './request.ts';
import { electronHost } from './utility-host.ts';
import { SWITCHES, WINDOW_OPTIONS } from './window.ts';

/**
 * Electron's main process: it keeps the service running and one kiosk window open on it. The only file that imports Electron
 * at run time: decisions and rules stand in the files beside it.
 */

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Answers a command line that opens no window; resolves to the exit code. */
async function answer(request: Exclude<Request, { kind: 'show' }>): Promise<number> {
  if (request.kind === 'read') {
    const { runCommand } = await import('../../commands/run-command.ts');
    return runCommand(request.asked, (text) => process.stdout.write(text));
  }
  if (request.kind === 'help') process.stdout.write(HELP);
  else tell(request.message);
  return request.kind === 'help' ? 0 : 2;
}

/** Shows the service on the display of this machine until the process is asked to end. */
async function show(settings: Settings): Promise<void> {
  const log = openLog('preau-electron', settings.log);
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => {}); // Without a listener Electron would quit.
  const serving = serve({
    settings,
    timers: realTimers,
    host: electronHost((path, args, options) => utilityProcess.fork(path, args, options)),
    onRestart: (why, delayMs) => log.warn({ why, delayMs }, 'the service ended; it is started again'),
  });
  const stopping = quitInOrder(serving);
  const first = await serving.first;
  if ('message' in first) {
    tell(first.message);
    app.exit(first.code);
    return;
  }
  process.stdout.write(addressLines(first.url, networkInterfaces()));
  const url = displayUrl(first.url, settings.screen);
  confinePages(app, session.defaultSession, url);
  keepDisplayAwake(url);
  const release = keepWindowOpen({
    url,
    timers: realTimers,
    log,
    createWindow: () => new BrowserWindow(WINDOW_OPTIONS),
    whenUp: () => serving.whenUp(),
  });
  stopping.addEventListener('abort', release);
}

/** Stops the service and exits when the process is asked to end, by a signal or by the system; aborted when that begins. */
function quitInOrder(serving: Serving): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    void serving.stop().finally(() => app.exit(0));
  };
  void aborted(stopSignal()).then(stop);
  app.on('before-quit', (event) => {
    event.preventDefault();
    stop();
  });
  return stopping.signal;
}

/** Lets the display sleep outside the hours of its screen. */
function keepDisplayAwake(url: string): void {
  const blocker = {
    start: () => powerSaveBlocker.start('prevent-display-sleep'),
    stop: (id: number) => powerSaveBlocker.stop(id),
  };
  keepAwakeWhileLit(() => isLit(url), blocker, realTimers);
}

// Chromium reads its switches before `ready`: later they would change nothing.
for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
const request = requestOf({
  argv: process.argv,
  env: process.env,
  isPackaged: app.isPackaged,
  // A packaged Préau on Windows and macOS has no standard error that anybody reads.
  around: machineSurroundings({
    cwd: process.cwd(),
    content: null,
    logsToFile: app.isPackaged && process.platform !== 'linux',
  }),
  nowMs: Date.now(),
});
if (request.kind !== 'show') {
  app.exit(await answer(request));
} else {
  app.setPath('userData', join(request.settings.state, 'electron'));
  if (app.requestSingleInstanceLock()) {
    void app.whenReady().then(() => show(request.settings));
  } else {
    tell(ALREADY_OPEN);
    app.exit(2);
  }
}
