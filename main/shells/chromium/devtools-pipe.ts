import type { Readable, Writable } from 'node:stream';

/** An event of the Chrome DevTools Protocol, with the few parameters that are read here. */
interface DevtoolsEvent {
  readonly method: string;
  /** The session of the page that it is about; absent where it is about the browser. */
  readonly sessionId?: string;
  readonly params?: {
    readonly sessionId?: string;
    readonly targetInfo?: { readonly type?: string };
    readonly name?: string;
  };
}

/** The answer to a command. */
interface DevtoolsAnswer {
  readonly id: number;
  readonly result?: unknown;
}

/** The two pipes of `--remote-debugging-pipe`. */
export interface DevtoolsPipe {
  /** Sends a command; resolves to its result once it is answered, and never where Chromium ends first. */
  ask(method: string, params: object, sessionId?: string): Promise<unknown>;
  /** Sets the only listener of events. */
  onEvent(listener: (event: DevtoolsEvent) => void): void;
}

/**
 * Speaks the Chrome DevTools Protocol over pipes: messages are JSON, each followed by a NUL. Chromium ends by itself when
 * its end of the pipe closes, hence also when this process is killed.
 */
export function openDevtoolsPipe(toChromium: Writable, fromChromium: Readable): DevtoolsPipe {
  const answers = new Map<number, (result: unknown) => void>();
  let count = 0;
  let listener: (event: DevtoolsEvent) => void = () => undefined;
  readMessages(fromChromium, (message) => {
    if ('id' in message) {
      answers.get(message.id)?.(message.result);
      answers.delete(message.id);
    } else listener(message);
  });
  // Both pipes break when Chromium ends: its exit is handled elsewhere.
  fromChromium.on('error', () => {});
  toChromium.on('error', () => {});
  return {
    ask(method, params, sessionId) {
      const id = ++count;
      toChromium.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      return new Promise((resolve) => answers.set(id, resolve));
    },
    onEvent(next) {
      listener = next;
    },
  };
}

function readMessages(from: Readable, onMessage: (message: DevtoolsEvent | DevtoolsAnswer) => void): void {
  let rest = '';
  from.setEncoding('utf8');
  from.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) onMessage(JSON.parse(message) as DevtoolsEvent | DevtoolsAnswer);
  });
}
