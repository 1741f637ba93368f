import { type Logger, pino } from 'pino';
import { type App, createApp } from './app.ts';
import { clockOf } from './settings/clock-of.ts';
import type { Settings } from './settings/settings.ts';
import { parentChannel } from './shells/supervision/parent-channel.ts';
import { startFailure } from './shells/supervision/start-failure.ts';

/**
 * The entry of the service process: it is given settings (JSON, as its last argument) and sends back an address. It ends when
 * the shell that started it asks for it or is gone. It also ends after an exception that nothing caught, and the shell starts
 * it again.
 */

/** How long a clean close may take; the shell kills the process after 2 s. */
const MAX_CLOSE_MS = 1800;
/** Exit code after an error that should not happen (EX_SOFTWARE of sysexits.h). */
const BROKEN = 70;

async function main(settings: Settings): Promise<void> {
  const log = pino({ name: 'preau' }, pino.destination({ dest: 2, sync: true }));
  const parent = parentChannel();
  let app: App | null = null;
  const close = closeOnce(() => app, log);
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    process.exit(BROKEN);
  });
  process.on('SIGTERM', close);
  // Ctrl+C reaches the whole process group: the shell gets it too, and asks the service to close.
  process.on('SIGINT', () => {});
  parent.onClose(close);
  try {
    const running = await createApp(settings, { clock: clockOf(settings), log });
    app = running;
    parent.send({ type: 'ready', url: running.url });
  } catch (error) {
    const failure = startFailure(error, settings);
    // One sentence is enough for a port in use, which the caller can change: the log gets no stack trace.
    if (failure.code !== 2) log.error({ err: error }, 'cannot serve');
    parent.send({ type: 'failed', ...failure });
    setTimeout(() => process.exit(1), 50);
  }
}

/** Closes the service, if there is one yet, and ends the process. Further calls do nothing. */
function closeOnce(app: () => App | null, log: Logger): () => void {
  let isClosing = false;
  return () => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => process.exit(0), MAX_CLOSE_MS).unref();
    void Promise.resolve(app()?.close()).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'close failed');
        process.exit(BROKEN);
      },
    );
  };
}

await main(JSON.parse(process.argv.at(-1) ?? '') as Settings);
