import type { ServiceMessage, ShellMessage } from './service-host.ts';

/** The way from the service to the shell that started it. It answers pings by itself. */
export interface ParentChannel {
  send(message: ServiceMessage): void;
  /** Called when the shell asks to close, and when the shell is gone. */
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
  return port ? channelOfElectron(port) : channelOfNode();
}

// Electron ends its utility processes when it ends: there is no event for that.
function channelOfElectron(port: ParentPort): ParentChannel {
  const send = (message: ServiceMessage): void => port.postMessage(message);
  port.on('message', ({ data }) => isMessage(data, 'ping') && send({ type: 'alive' }));
  return {
    send,
    onClose: (close) => port.on('message', ({ data }) => isMessage(data, 'close') && close()),
  };
}

function channelOfNode(): ParentChannel {
  const send = (message: ServiceMessage): void => {
    process.send?.(message);
  };
  process.on('message', (message) => isMessage(message, 'ping') && send({ type: 'alive' }));
  return {
    send,
    onClose(close) {
      process.on('message', (message) => isMessage(message, 'close') && close());
      process.on('disconnect', close);
    },
  };
}

function isMessage(message: unknown, type: ShellMessage['type']): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === type;
}
