import { availableParallelism } from 'node:os';
import type { Settings } from '../../settings/settings.ts';

/** What the service says to the shell that started it. */
export type ServiceMessage =
  | { readonly type: 'ready'; readonly url: string }
  /** It cannot serve: a French sentence, and the exit code it stands for. */
  | { readonly type: 'failed'; readonly message: string; readonly code: number };

/** What the shell says to the service. */
export interface CloseMessage {
  readonly type: 'close';
}

/** The service as a process. */
export interface ServiceProcess {
  /** Asks it to close. */
  close(): void;
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
 * The environment of the service. All reads of files wait for a thread of libuv, of which there are four: a share that hangs
 * keeps those that ask it (`askShare`, and each thread that decodes), and the wall's own pictures, which lie on the local
 * disk, would wait behind. Several threads that decode large pictures leave glibc with an arena each, half empty:
 * with two of them the service stays at 281 MB where it took 335 (200 photos of 12 megapixels); and what a picture needed is
 * given back once it is made, which takes it from 272 to 250 MB, and with three threads from 410 to 364. Other systems
 * ignore both.
 */
export function serviceEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    UV_THREADPOOL_SIZE: String(24 + availableParallelism()),
    MALLOC_ARENA_MAX: '2',
    MALLOC_TRIM_THRESHOLD_: '131072',
    ...env,
  };
}

/** Whether what came from the other process is one of its messages. */
export function isServiceMessage(message: unknown): message is ServiceMessage {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'ready' || message.type === 'failed';
}
