import type { Logger } from 'pino';
import { builtPlayer, createApp } from './app.ts';
import { openLog } from './lib/open-log.ts';
import { keepHeapSmall } from './lib/small-heap.ts';
import { watchLoop } from './lib/watch-loop.ts';
import { installedBuild } from './settings/built-at.ts';
import { clockOf } from './settings/clock-of.ts';
import { forgetOtherCode } from './settings/compiled-code.ts';
import { saveContentFolder } from './settings/machine-files.ts';
import type { ContentSettings, Settings } from './settings/settings.ts';
import { filesOfThisMachine, savedContentFolder } from './settings/surroundings.ts';
import { startSetup } from './setup/setup-server.ts';
import { realTimers } from './shells/supervision/keep-running.ts';
import { type ParentChannel, parentChannel } from './shells/supervision/parent-channel.ts';
import { startFailure } from './shells/supervision/start-failure.ts';
import { watchUpgrade } from './shells/supervision/watch-upgrade.ts';

/** How long a clean close may take; the shell kills the process after 2 s. */
const MAX_CLOSE_MS = 1800;
/** Exit code after an error that should not happen (EX_SOFTWARE of sysexits.h). */
const BROKEN = 70;

/**
 * What the service process runs: it sends back an address. It ends when the shell that started it asks for it or is gone. It also
 * ends after an exception that nothing caught, and the shell starts it again. `onRead` is called when what was there at the start
 * has been read.
 */
export async function runService(settings: Settings, onRead: () => Promise<void> = async () => {}): Promise<void> {
  const log = openLog('preau', settings.log);
  const parent = parentChannel();
  let running: Closable | null = null;
  const close = closeOnce(() => running, log);
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    process.exit(BROKEN);
  });
  process.on('SIGTERM', close);
  // Ctrl+C reaches the whole process group: the shell gets it too, and asks the service to close.
  process.on('SIGINT', () => {});
  parent.onClose(close);
  try {
    const known = await withContent(settings, { parent, log, onRunning: (next) => (running = next) });
    const app = await createApp(known, { clock: clockOf(known), log });
    running = app;
    parent.send({ type: 'ready', url: app.url });
    // To read thousands of texts for the first time takes a quarter more of the processor in a small heap.
    void app.read
      .then(onRead)
      .catch((error: unknown) => log.warn({ err: error }, 'the compiled code cannot be kept'))
      .then(keepHeapSmall);
    void forgetOtherCode(known.state);
    watchLoop((longestMs) => log.warn({ longestMs }, 'the event loop was held'));
    watchUpgrade({ installed: installedBuild, timers: realTimers, onUpgrade: close });
  } catch (error) {
    const failure = startFailure(error, settings);
    // One sentence is enough for a port in use, which the caller can change: the log gets no stack trace.
    if (failure.code !== 2) log.error({ err: error }, 'cannot serve');
    parent.send({ type: 'failed', ...failure });
    setTimeout(() => process.exit(1), 50);
  }
}

interface Closable {
  close(): Promise<void>;
}

/** Asks for the content folder where none is known, and waits until somebody has chosen one. */
async function withContent(
  settings: Settings,
  { parent, log, onRunning }: { parent: ParentChannel; log: Logger; onRunning(setup: Closable): void },
): Promise<ContentSettings> {
  // The service may have been started again after a choice that the shell does not know.
  const known = settings.content ?? savedContentFolder();
  if (known !== null) return { ...settings, content: known };
  const setup = await startSetup({
    port: settings.port,
    playerDir: builtPlayer(),
    savedFolder: savedContentFolder,
    save: (folder) => saveContentFolder(filesOfThisMachine(), folder),
    log,
  });
  onRunning(setup);
  parent.send({ type: 'ready', url: setup.url });
  const content = await setup.chosen;
  await setup.close();
  // The page that asked waits at the same address.
  return { ...settings, content, port: Number(new URL(setup.url).port) };
}

/** Closes what runs, if anything does yet, and ends the process. Further calls do nothing. */
function closeOnce(running: () => Closable | null, log: Logger): () => void {
  let isClosing = false;
  return () => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => process.exit(0), MAX_CLOSE_MS).unref();
    void Promise.resolve(running()?.close()).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'close failed');
        process.exit(BROKEN);
      },
    );
  };
}
