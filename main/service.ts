import { pino } from 'pino';
import { createApp } from './app.ts';
import { clockOf } from './settings/clock-of.ts';
import type { Settings } from './settings/settings.ts';
import { parentChannel } from './shells/supervision/parent-channel.ts';
import { startFailure } from './shells/supervision/start-failure.ts';

/**
 * The entry of the service process: settings in, an address out. It ends when it is asked to, and when the shell that
 * started it is gone; after an exception that nothing caught it ends too, and the shell starts it again.
 */

/** How long a clean close may take; the shell kills after 2 s. */
const CLOSE_MS = 1800;

async function serve(settings: Settings): Promise<void> {
  const log = pino({ name: 'preau' }, pino.destination({ dest: 2, sync: true }));
  const parent = parentChannel();
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    process.exit(70);
  });
  let app: { close(): Promise<void> } | null = null;
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(0), CLOSE_MS).unref();
    void Promise.resolve(app?.close()).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'close failed');
        process.exit(70);
      },
    );
  };
  process.on('SIGTERM', close);
  // Ctrl+C reaches the whole group: the shell decides, and asks.
  process.on('SIGINT', () => {});
  parent.onClose(close);
  try {
    const running = await createApp(settings, { clock: clockOf(settings), log });
    app = running;
    parent.send({ type: 'ready', url: running.url });
  } catch (error) {
    const failure = startFailure(error, settings);
    // A port in use is the caller's to change, and is told in one sentence: no stack trace for it.
    if (failure.code !== 2) log.error({ err: error }, 'cannot serve');
    parent.send({ type: 'failed', ...failure });
    setTimeout(() => process.exit(1), 50);
  }
}

await serve(JSON.parse(process.argv.at(-1) ?? '') as Settings);
