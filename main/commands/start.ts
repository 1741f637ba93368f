import { homedir } from 'node:os';
import { type Logger, pino } from 'pino';
import { contentTrouble } from '../settings/content-trouble.ts';
import type { Settings } from '../settings/settings.ts';
import { prepareStateFolder } from '../settings/state-folder.ts';
import { type Choice, chooseShell, type Means } from '../shells/choose-shell.ts';
import { openChromium } from '../shells/chromium/chromium.ts';
import { displaySize } from '../shells/chromium/display.ts';
import { runUnderElectron } from '../shells/electron/electron.ts';
import { provideForStart } from '../shells/provision.ts';
import { runUnderNode } from '../shells/run-under-node.ts';
import { ALREADY_OPEN, takeDisplay } from '../shells/supervision/display-lock.ts';
import { displayUrl } from '../shells/supervision/serve.ts';
import { type StartFailure, startFailure } from '../shells/supervision/start-failure.ts';
import { stopSignal } from '../shells/supervision/stop-signal.ts';

/** The delay before the fourth start of a browser that dies at once. */
const DEAD_DISPLAY_MS = 1_000;

const deadDisplay = (url: string): string =>
  `L’écran ne s’ouvre pas : vérifiez qu’une session graphique est ouverte (DISPLAY=${process.env.DISPLAY ?? ''}). Préau essaie encore ; en attendant, ouvrez ${url} dans un navigateur.`;

export interface StartOptions {
  /** Whether a browser that is missing may be fetched. */
  readonly provide: boolean;
  /** Aborted when it has to end; the signals of this process by default. */
  readonly signal?: AbortSignal;
}

/** `preau start`: serves, shows, and keeps both going until it is told to stop; resolves to the exit code. */
export async function start(asked: Settings, { provide, signal = stopSignal() }: StartOptions): Promise<number> {
  const log = pino({ name: 'preau-shell' }, pino.destination({ dest: 2, sync: true }));
  const settings = { ...asked, atSince: asked.at === null ? null : Date.now() };
  const { refused, waiting } = contentTrouble(settings.content);
  if (refused ?? waiting) tell(refused ?? waiting ?? '');
  if (refused) return 2;
  const say = (text: string): void => tell(`préau : ${text}`);
  const means = await provideForStart({ shell: settings.shell, fetch: provide, say, signal });
  if (signal.aborted) return 0;
  const choice = chooseShell(settings.shell, means);
  if (choice.shell === 'refused') {
    tell(choice.message);
    return 2;
  }
  if (choice.shell === 'none') return runOther(settings, choice, signal, log);
  const display = await openDisplay(settings);
  if ('message' in display) {
    tell(display.message);
    return display.code;
  }
  try {
    return await runShown(settings, choice, means, signal, log);
  } finally {
    display.close();
  }
}

/** The right to open a display from this state folder, or why it cannot be had. */
async function openDisplay(settings: Settings): Promise<{ close(): void } | StartFailure> {
  try {
    await prepareStateFolder(settings.state);
    const close = takeDisplay(settings.state);
    return close === null ? { message: ALREADY_OPEN, code: 2 } : { close };
  } catch (error) {
    return startFailure(error, settings);
  }
}

/** Electron or Chromium; the second where the first turns out not to run. */
async function runShown(
  settings: Settings,
  choice: Choice,
  means: Means,
  signal: AbortSignal,
  log: Logger,
): Promise<number> {
  if (choice.shell === 'electron') {
    const code = await runUnderElectron({ executable: choice.executable, settings, signal, log });
    if (code !== null) return code;
    tell('Electron ne démarre pas sur cette machine : le journal ci-dessus dit pourquoi.');
    if (settings.shell === 'electron') return 1;
    return runOther(settings, chooseShell('auto', { ...means, electron: null }), signal, log);
  }
  return runOther(settings, choice, signal, log);
}

/** Everything but Electron. */
function runOther(settings: Settings, choice: Choice, signal: AbortSignal, log: Logger): Promise<number> {
  let toldOfDisplay = false;
  return runUnderNode({
    settings,
    signal,
    log,
    tell,
    async show(url, whenUp) {
      if (choice.shell === 'chromium') {
        return openChromium({
          executable: choice.executable,
          url: displayUrl(url, settings.screen),
          state: settings.state,
          home: homedir(),
          size: await displaySize(),
          whenUp,
          onRestart(why, delayMs) {
            log.warn({ why, delayMs }, 'Chromium ended; it is started again');
            // The delay doubles at each death in a row: then it is the display, not the browser.
            if (delayMs >= DEAD_DISPLAY_MS && !toldOfDisplay) tell(deadDisplay(url));
            toldOfDisplay ||= delayMs >= DEAD_DISPLAY_MS;
          },
        });
      }
      if (choice.shell === 'none' && choice.why) tell(choice.why);
      return { stop: async () => {} };
    },
  });
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
