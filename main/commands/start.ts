import { homedir } from 'node:os';
import { type Logger, pino } from 'pino';
import type { Settings } from '../settings/settings.ts';
import { chooseShell } from '../shells/choose-shell.ts';
import { openChromium } from '../shells/chromium.ts';
import { displaySize } from '../shells/display.ts';
import { runUnderElectron } from '../shells/electron.ts';
import { runUnderNode } from '../shells/none.ts';
import { provideForStart } from '../shells/provision.ts';
import { displayUrl } from '../shells/serve.ts';
import { stopSignal } from '../shells/stop-signal.ts';

/** `preau start`: serves, shows, and keeps both going until it is told to stop; resolves to the exit code. */
export async function start(asked: Settings, provide: boolean): Promise<number> {
  const signal = stopSignal();
  const log = pino({ name: 'preau-shell' }, pino.destination({ dest: 2, sync: true }));
  const settings = { ...asked, atSince: asked.at === null ? null : Date.now() };
  const say = (text: string): void => tell(`préau : ${text}`);
  const means = await provideForStart({ shell: settings.shell, fetch: provide, say, signal });
  if (signal.aborted) return 0;
  const choice = chooseShell(settings.shell, means);
  if (choice.shell === 'refused') {
    tell(choice.message);
    return 2;
  }
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
function runOther(
  settings: Settings,
  choice: ReturnType<typeof chooseShell>,
  signal: AbortSignal,
  log: Logger,
): Promise<number> {
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
          onRestart: (why, delayMs) => log.warn({ why, delayMs }, 'Chromium ended; it is started again'),
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
