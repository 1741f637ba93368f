import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ContentTrouble, contentTrouble } from '../settings/content-trouble.ts';
import type { Settings } from '../settings/settings.ts';
import { prepareStateFolder } from '../settings/state-folder.ts';
import { type Choice, chooseShell, type Means } from '../shells/choose-shell.ts';
import { openChromium, profileFolder } from '../shells/chromium/open-chromium.ts';
import type { DisplayArea } from '../shells/display.ts';
import { displayFaultSentence } from '../shells/display-fault.ts';
import { runUnderElectron } from '../shells/electron/run-under-electron.ts';
import { provideForStart } from '../shells/provision.ts';
import { runUnderNode } from '../shells/run-under-node.ts';
import { keepDisplay, settleDisplay } from '../shells/settle-display.ts';
import { displayUrl, markedUrl } from '../shells/supervision/address.ts';
import { ALREADY_OPEN, takeDisplay } from '../shells/supervision/display-lock.ts';
import { type Running, realTimers } from '../shells/supervision/keep-running.ts';
import { type NoteRestart, restartNotes } from '../shells/supervision/restart-notes.ts';
import type { Serving } from '../shells/supervision/serve.ts';
import { type StartFailure, startFailure } from '../shells/supervision/start-failure.ts';
import { stopSignal } from '../shells/supervision/stop-signal.ts';
import { connectSystemd } from '../shells/supervision/systemd.ts';
import { firstCode } from './first-code.ts';

export interface StartOptions {
  /** Whether a missing browser may be downloaded and installed. */
  readonly provide: boolean;
  /** Aborted when it has to end; by the signals of this process by default. */
  readonly signal?: AbortSignal;
}

/** What the steps of a start need to know. */
interface Start {
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly noteRestart: NoteRestart;
  /** The service answers for the first time. */
  onServing(): void;
}

/** `preau start`: serves, shows, and keeps both running until `signal` is aborted; resolves to the exit code. */
export async function start(asked: Settings, { provide, signal = stopSignal() }: StartOptions): Promise<number> {
  const noteRestart = restartNotes(asked.log);
  const settings = { ...asked, atSince: asked.at === null ? null : Date.now() };
  const { refused, waiting } = settings.content === null ? ASKS : contentTrouble(settings.content);
  if (refused) return refusal(refused);
  if (waiting) tell(waiting);
  const failure = await tellFirstCode(settings);
  if (failure) return failure.code;
  const say = (text: string): void => tell(`préau : ${text}`);
  const means = await provideForStart({ shell: settings.shell, fetch: provide, say, signal });
  if (signal.aborted) return 0;
  const choice = chooseShell(settings.shell, means);
  if (choice.shell === 'refused') return refusal(choice.message);
  const systemd = connectSystemd({ env: process.env, timers: realTimers });
  if (choice.shell === 'none') {
    return runNodeShell({ settings, signal, noteRestart, onServing: systemd.ready }, choice).finally(systemd.stop);
  }
  const display = await openDisplay(settings);
  if ('message' in display) {
    tell(display.message);
    return display.code;
  }
  try {
    // Electron does it itself (`electron/show-kiosk.ts`).
    return await runShown({ settings, signal, noteRestart, onServing: systemd.ready }, choice, means);
  } finally {
    systemd.stop();
    display.close();
  }
}

/** Tells the code of the régie where it has just been made; why Préau does not start, where it cannot be kept. */
async function tellFirstCode(settings: Settings): Promise<StartFailure | null> {
  try {
    const sentence = await firstCode(settings);
    if (sentence !== null) tell(sentence);
    return null;
  } catch (error) {
    const failure = startFailure(error, settings);
    tell(failure.message);
    return failure;
  }
}

/** No folder is known yet: the wall itself asks for it. */
const ASKS: ContentTrouble = {
  refused: null,
  waiting: 'Aucun dossier de contenu n’est encore choisi : la page qui s’ouvre le demande, et « preau setup » aussi.',
};

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

/** Runs Electron or Chromium; with `auto`, Chromium where Electron turns out not to run. */
async function runShown(start: Start, choice: Choice, means: Means): Promise<number> {
  if (choice.shell !== 'electron') return runNodeShell(start, choice);
  const outcome = await runUnderElectron({ executable: choice.executable, ...start });
  if (typeof outcome === 'number') return outcome;
  const place = { display: process.env.DISPLAY ?? '', profile: join(start.settings.state, 'electron') };
  tell(`Electron ne démarre pas sur cette machine. ${displayFaultSentence(outcome, place)}`);
  if (start.settings.shell === 'electron') return 1;
  return runNodeShell(start, chooseShell('auto', { ...means, electron: null }));
}

/** Runs the service under plain Node, with Chromium where it was chosen. */
function runNodeShell({ settings, signal, noteRestart, onServing }: Start, choice: Choice): Promise<number> {
  // Before the service is started, which takes a processor of its own: the browser takes longest, and waits for this.
  const area = choice.shell === 'chromium' ? settleDisplay(settings) : null;
  return runUnderNode({
    settings,
    signal,
    noteRestart,
    tell,
    show: (serving) =>
      choice.shell === 'chromium' && area !== null
        ? showChromium({ executable: choice.executable, area, settings, noteRestart }, serving)
        : null,
    onServing() {
      onServing();
      if (choice.shell === 'none' && choice.why) tell(choice.why);
    },
  });
}

interface ShownChromium extends Pick<Start, 'settings' | 'noteRestart'> {
  readonly executable: string;
  /** Resolves once the display is set. */
  readonly area: Promise<DisplayArea>;
}

/** Opens Chromium on the display once that is set, while the service starts. */
function showChromium(
  { executable, area, settings, noteRestart }: ShownChromium,
  { whenUp }: Pick<Serving, 'whenUp'>,
): Running {
  const profile = profileFolder(executable, settings.state, homedir());
  const shown = async (): Promise<string> => displayUrl(await whenUp(), settings.screen);
  const chromium = startLater(area, (place) =>
    openChromium({
      executable,
      profile,
      area: place,
      address: async () => markedUrl(await shown()),
      reload: settings.reload,
      onRestart: (why, delayMs) => noteRestart('Chromium', why, delayMs),
      async onUnpainted(fault) {
        const sentence = displayFaultSentence(fault, { display: process.env.DISPLAY ?? '', profile });
        const url = await whenUp();
        tell(`${sentence} Préau essaie encore ; en attendant, ouvrez ${url} dans un navigateur.`);
      },
    }),
  );
  const display = startLater(shown(), (url) => keepDisplay(url, settings));
  return {
    async stop() {
      await Promise.all([display.stop(), chromium.stop()]);
    },
  };
}

/** What is started once something else is ready; not at all where it is stopped before. */
function startLater<T>(ready: Promise<T>, start: (value: T) => Running): Running {
  let running: Running | null = null;
  let stopped = false;
  void ready.then((value) => {
    if (!stopped) running = start(value);
  });
  return {
    async stop() {
      stopped = true;
      await running?.stop();
    },
  };
}

function refusal(sentence: string): number {
  tell(sentence);
  return 2;
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
