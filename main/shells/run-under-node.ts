import { networkInterfaces } from 'node:os';
import type { Settings } from '../settings/settings.ts';
import { addressLines } from './supervision/address.ts';
import { type Running, realTimers } from './supervision/keep-running.ts';
import { nodeHost } from './supervision/node-host.ts';
import type { NoteRestart } from './supervision/restart-notes.ts';
import { type Serving, serve } from './supervision/serve.ts';
import { aborted } from './supervision/stop-signal.ts';

export interface NodeShell {
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly noteRestart: NoteRestart;
  /** Says one French sentence to the person who started it. */
  tell(sentence: string): void;
  /** Opens the display of this machine, if any, while the service starts. It is stopped together with the service. */
  show(serving: Pick<Serving, 'whenUp'>): Running | null;
  /** The service answers for the first time. */
  onServing(): void;
}

/**
 * Keeps the service running as a child of this process of plain Node until `signal` is aborted; resolves to the exit code.
 * Its counterpart for Electron is `runUnderElectron`.
 */
export async function runUnderNode({
  settings,
  signal,
  noteRestart,
  tell,
  show,
  onServing,
}: NodeShell): Promise<number> {
  const serving = serve({
    settings,
    host: nodeHost(),
    timers: realTimers,
    onRestart: (why, delayMs) => noteRestart('the service', why, delayMs),
  });
  const display = show(serving);
  const stop = () => Promise.all([display?.stop(), serving.stop()]);
  const first = await Promise.race([serving.first, aborted(signal)]);
  if (first && 'message' in first) {
    await stop();
    tell(first.message);
    return first.code;
  }
  if (first && !signal.aborted) {
    process.stdout.write(addressLines(first.url, networkInterfaces()));
    onServing();
  }
  await aborted(signal);
  await stop();
  return 0;
}
