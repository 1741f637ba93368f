import { availableParallelism } from 'node:os';
import { compiledCode } from '../../settings/compiled-code.ts';
import type { Settings } from '../../settings/settings.ts';

/** What the service says to the shell that started it. */
export type ServiceMessage =
  | { readonly type: 'ready'; readonly url: string }
  /** It cannot serve: a French sentence, and the exit code that goes with it. */
  | { readonly type: 'failed'; readonly message: string; readonly code: number }
  /** The answer to a `ping`: its event loop runs. */
  | { readonly type: 'alive' };

/** What the shell says to the service. */
export interface ShellMessage {
  readonly type: 'close' | 'ping';
}

/** The service as a process. */
export interface ServiceProcess {
  /** Sends a message; does nothing where the process has ended. */
  send(message: ShellMessage): void;
  /** Ends it at once. */
  kill(): void;
}

export interface ServiceListener {
  onMessage(message: ServiceMessage): void;
  /** It has ended: called once. */
  onExit(why: string): void;
}

/** How a process for the service is made: one implementation for Node, one for Electron. */
export interface ServiceHost {
  start(settings: Settings, listener: ServiceListener): ServiceProcess;
}

/**
 * The environment of the service.
 *
 * - Each read of a file takes a thread of libuv, which by default has four. A share that hangs keeps the threads that wait
 *   for it (those of `askShare`, and one for each decoding thread), and reads of the local disk would queue behind them:
 *   hence more threads.
 * - Each thread that decodes large pictures leaves glibc with an arena of its own, half empty. With two arenas the service
 *   takes 281 MB in place of 335 (200 photos of 12 megapixels); with memory given back to the system after each picture,
 *   250 MB, and with three decoding threads 364 MB in place of 410. Systems without glibc ignore both variables.
 * - Node compiles the service at each start unless it may keep what it has compiled: with the Node of the packages (24), the
 *   main thread answers after 301 ms of processor time in place of 385. Node before 22.1 ignores the variable.
 */
export function serviceEnvironment(env: NodeJS.ProcessEnv, { state }: Pick<Settings, 'state'>): NodeJS.ProcessEnv {
  return {
    NODE_COMPILE_CACHE: compiledCode(state),
    UV_THREADPOOL_SIZE: String(24 + availableParallelism()),
    MALLOC_ARENA_MAX: '2',
    MALLOC_TRIM_THRESHOLD_: '131072',
    ...env,
  };
}

const TYPES: readonly unknown[] = ['ready', 'failed', 'alive'] satisfies ServiceMessage['type'][];

/** Whether a value that came from the other process is one of its messages. */
export function isServiceMessage(message: unknown): message is ServiceMessage {
  return typeof message === 'object' && message !== null && 'type' in message && TYPES.includes(message.type);
}
