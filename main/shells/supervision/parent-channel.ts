import type { ServiceMessage } from './service-host.ts';

/** The way from the service to the shell that started it. */
export interface ParentChannel {
  send(message: ServiceMessage): void;
  /** Called when the shell asks to close, and when it is gone. */
  onClose(close: () => void): void;
}

/** The part of Electron's `process.parentPort` that is used here. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The same channel under `child_process.fork` and under Electron's `utilityProcess.fork`. */
export function parentChannel(): ParentChannel {
  const port = (process as { parentPort?: ParentPort }).parentPort;
  if (port) {
    return {
      send: (message) => port.postMessage(message),
      // Electron ends its utility processes when it ends: there is no event for that.
      onClose: (close) => port.on('message', (event) => isClose(event.data) && close()),
    };
  }
  return {
    send: (message) => process.send?.(message),
    onClose(close) {
      process.on('message', (message) => isClose(message) && close());
      process.on('disconnect', close);
    },
  };
}

function isClose(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'close';
}
