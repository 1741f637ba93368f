import { join } from 'node:path';
import process from 'node:process';
import * as electron from 'electron';
import type { runCommand } from '../../commands/run-command.ts';
import { openLog } from '../../lib/open-log.ts';
import { machineSurroundings } from '../../settings/surroundings.ts';
import { ALREADY_OPEN } from '../supervision/display-lock.ts';
import { aborted, stopSignal } from '../supervision/stop-signal.ts';
import { answer } from './answer.ts';
import { endInOrder } from './endings.ts';
import { requestOf } from './request.ts';
import { showKiosk } from './show-kiosk.ts';
import { SWITCHES } from './window.ts';

/**
 * Electron's main process: it keeps the service running and one kiosk window open on it. The only file that imports Electron
 * at run time, and a table of contents: what is decided, and what is done, stands in the files beside it.
 *
 * | file | |
 * |---|---|
 * | `request.ts`, `answer.ts` | what the process was started for, and the commands that open no window |
 * | `show-kiosk.ts` | the service and the window, put together |
 * | `security.ts`, `window.ts`, `confine.ts` | Electron's security checklist; the options of the window; what pages may do |
 * | `kiosk-window.ts` | the page loaded, lost, hung, silent; the window closed |
 * | `display-choice.ts`, `place-window.ts` | which display, and the window kept on it |
 * | `../keep-awake.ts` | the display awake while the screen is lit |
 * | `keys.ts`, `manners.ts` | keys, zoom, menus; how a person leaves |
 * | `gone-processes.ts`, `endings.ts` | processes that are gone; the ways to end |
 * | `utility-host.ts` | the service as a process of Electron |
 */

const { app } = electron;
const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const print = (text: string): void => void process.stdout.write(text);

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
  const run = async (...command: Parameters<typeof runCommand>) =>
    (await import('../../commands/run-command.ts')).runCommand(...command);
  void answer(request, { run, print, tell }).then((code) => app.exit(code));
} else {
  const { settings } = request;
  app.setPath('userData', join(settings.state, 'electron'));
  if (app.requestSingleInstanceLock()) {
    const log = openLog('preau-electron', settings.log);
    const supervised = Boolean(process.env.PREAU_SETTINGS);
    const ending = endInOrder({ electron, supervised, asked: aborted(stopSignal()), log });
    void app.whenReady().then(() => showKiosk({ electron, settings, ending, log, tell, print }));
  } else {
    tell(ALREADY_OPEN);
    app.exit(2);
  }
}
