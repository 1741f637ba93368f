import type { Logger } from 'pino';
import type { ElectronApi } from './electron-api.ts';

/** Exit code by which Electron tells the `preau start` around it that a person has left: it is not started again. */
export const LEFT = 86;
/** Exit code of an Electron that asks to be started again. */
const AGAIN = 75;

/** The ways in which Electron ends. The first one counts. */
export interface Ending {
  /** In order: by a signal, by the system, or by the last `quit`. */
  stop(why: string): void;
  /** A person has left the kiosk. */
  leave(): void;
  /** To be started again: by the `preau start` around it, or by itself where it is packaged. */
  relaunch(why: string): void;
  hasBegun(): boolean;
  /** What to do before the process exits; all of them together have the time that the shell gives. */
  onEnd(close: () => Promise<void>): void;
}

export interface EndingOptions {
  readonly electron: Pick<ElectronApi, 'app' | 'powerMonitor'>;
  /** Whether a `preau start` starts it again when it ends. */
  readonly supervised: boolean;
  /** Resolves when this process is asked to end. */
  readonly asked: Promise<void>;
  readonly log: Pick<Logger, 'info'>;
}

/** Ends Electron in order, whatever asks for it: signals, the system that shuts down, the session that ends, a person. */
export function endInOrder({ electron, supervised, asked, log }: EndingOptions): Ending {
  const { app, powerMonitor } = electron;
  const closes: (() => Promise<void>)[] = [];
  let hasBegun = false;
  const end = (why: string, code: number): void => {
    if (hasBegun) return;
    hasBegun = true;
    log.info({ why, code }, 'Electron ends');
    void Promise.allSettled(closes.map((close) => close())).then(() => app.exit(code));
  };
  const ending: Ending = {
    stop: (why) => end(why, 0),
    leave: () => end('somebody has left the kiosk', LEFT),
    relaunch(why) {
      if (!supervised && !hasBegun) app.relaunch();
      end(why, supervised ? AGAIN : 0);
    },
    hasBegun: () => hasBegun,
    onEnd: (close) => closes.push(close),
  };
  void asked.then(() => ending.stop('asked to end'));
  app.on('before-quit', (event) => {
    event.preventDefault();
    ending.stop('asked to quit');
  });
  app.whenReady().then(() => powerMonitor.on('shutdown', () => ending.stop('the system shuts down')));
  return ending;
}
