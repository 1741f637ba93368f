import { networkInterfaces } from 'node:os';
import type { Logger } from 'pino';
import type { Settings } from '../../settings/settings.ts';
import { type Awake, keepAwakeWhileLit } from '../keep-awake.ts';
import { displayWish, keepDisplay, settleDisplay } from '../settle-display.ts';
import { addressLines, displayUrl, markedUrl } from '../supervision/address.ts';
import { realTimers } from '../supervision/keep-running.ts';
import { type Serving, serve } from '../supervision/serve.ts';
import { confinePages } from './confine.ts';
import type { ElectronApi } from './electron-api.ts';
import type { Ending } from './endings.ts';
import { answerToGone } from './gone-processes.ts';
import { leaveSequence } from './keys.ts';
import { keepWindowOpen } from './kiosk-window.ts';
import { mindManners } from './manners.ts';
import { placeWindows } from './place-window.ts';
import { electronHost } from './utility-host.ts';
import { WINDOW_OPTIONS } from './window.ts';

export interface Kiosk {
  readonly electron: ElectronApi;
  readonly settings: Settings;
  readonly ending: Ending;
  readonly log: Logger;
  /** Says one French sentence to the person who started it. */
  tell(sentence: string): void;
  /** Prints on standard output. */
  print(text: string): void;
}

/** Starts the service; null where it cannot serve: that is told, and the process ends. */
async function startService(kiosk: Kiosk): Promise<{ readonly serving: Serving; readonly url: string } | null> {
  const { electron, settings, ending, log } = kiosk;
  const serving = serve({
    settings,
    timers: realTimers,
    host: electronHost((path, args, options) => electron.utilityProcess.fork(path, args, options)),
    onRestart: (why, delayMs) => log.warn({ why, delayMs }, 'the service ended; it is started again'),
  });
  ending.onEnd(() => serving.stop());
  const first = await serving.first;
  if ('message' in first) {
    kiosk.tell(first.message);
    electron.app.exit(first.code);
    return null;
  }
  kiosk.print(addressLines(first.url, networkInterfaces()));
  return { serving, url: displayUrl(first.url, settings.screen) };
}

/** Shows the service on the display of this machine until the process is asked to end. */
export async function showKiosk(kiosk: Kiosk): Promise<void> {
  const { electron, settings, ending, log } = kiosk;
  electron.Menu.setApplicationMenu(null);
  electron.app.on('window-all-closed', () => {}); // Without a listener Electron would quit.
  const settled = settleDisplay(settings);
  const service = await startService(kiosk);
  await settled;
  if (service === null || ending.hasBegun()) return;
  const { serving, url } = service;
  confinePages(electron.app, electron.session.defaultSession, url);
  const display = keepDisplay(url, settings);
  ending.onEnd(() => display.stop());
  const awake = keepDisplayAwake(kiosk, url);
  const placer = placeWindows({
    screen: electron.screen,
    wanted: settings.output,
    timers: realTimers,
    log,
    onPlaced: () => awake.rearm(),
  });
  const onKey = leaveSequence(realTimers, () => ending.leave());
  electron.app.on('web-contents-created', (_event, page) => mindManners(page, onKey));
  relaunchWhenBroken(kiosk);
  const release = keepWindowOpen({
    url: markedUrl(url),
    timers: realTimers,
    log,
    reload: settings.reload,
    createWindow() {
      const bounds = placer.choice()?.display.bounds;
      const window = new electron.BrowserWindow({ ...WINDOW_OPTIONS, ...bounds });
      placer.follow(window);
      window.on('session-end', () => ending.stop('the session ends'));
      return window;
    },
    whenUp: () => serving.whenUp(),
    relaunch: (why) => ending.relaunch(why),
  });
  ending.onEnd(async () => release());
}

/** Lets the display sleep outside the hours of its screen, and asks anew when the machine has slept. */
function keepDisplayAwake({ electron, ending }: Kiosk, url: string): Awake {
  const { powerSaveBlocker, powerMonitor } = electron;
  const blocker = {
    start: () => powerSaveBlocker.start('prevent-display-sleep'),
    stop: (id: number) => powerSaveBlocker.stop(id),
  };
  const awake = keepAwakeWhileLit(() => displayWish(url), blocker, realTimers);
  powerMonitor.on('resume', () => awake.rearm());
  powerMonitor.on('unlock-screen', () => awake.rearm());
  ending.onEnd(() => awake.stop());
  return awake;
}

/** Starts Electron anew where Chromium will not bring its own processes back. */
function relaunchWhenBroken({ electron, ending, log }: Kiosk): void {
  const answer = answerToGone();
  electron.app.on('child-process-gone', (_event, details) => {
    log.warn({ type: details.type, reason: details.reason, name: details.name }, 'a process of Electron is gone');
    if (answer(details, performance.now()) === 'relaunch') ending.relaunch(`${details.type} ${details.reason}`);
  });
}
