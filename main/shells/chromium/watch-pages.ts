import type { Readable, Writable } from 'node:stream';
import { realTimers, type Timers } from '../supervision/keep-running.ts';
import { type Pace, watchLife } from '../supervision/life-watch.ts';

export interface PagesWatch {
  readonly timers?: Timers;
  readonly pace?: Pace;
}

/** What is read of the messages of the Chrome DevTools Protocol. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string; readonly targetInfo?: { readonly type?: string } };
}

/**
 * Listens on Chromium's debugging pipe, and calls `onLost` when a page has crashed or hangs: Chromium itself lives on,
 * showing an error, or the same slide, for ever. Chromium ends by itself when this pipe closes, hence also when we are
 * killed. What it returns ends the watch.
 *
 * Messages are JSON, each followed by a NUL (Chrome DevTools Protocol, domain Target).
 */
export function watchPages(
  toChromium: Writable,
  fromChromium: Readable,
  onLost: (why: 'crashed' | 'hung') => void,
  { timers = realTimers, pace }: PagesWatch = {},
): () => void {
  const answers = new Map<number, () => void>();
  let page: string | null = null;
  let count = 0;
  const ask = (method: string, params: object, sessionId: string | null = null): Promise<void> => {
    const id = ++count;
    toChromium.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    return new Promise((resolve) => answers.set(id, resolve));
  };
  const hear = ({ id, method, params }: Message): void => {
    if (id !== undefined) {
      answers.get(id)?.();
      answers.delete(id);
    } else if (method === 'Target.targetCrashed') onLost('crashed');
    else if (method === 'Target.attachedToTarget' && params?.targetInfo?.type === 'page') {
      page = params.sessionId ?? null;
    } else if (method === 'Target.detachedFromTarget' && params?.sessionId === page) page = null;
  };
  readMessages(fromChromium, hear);
  // Both ends break when Chromium ends; its exit is heard elsewhere.
  fromChromium.on('error', () => {});
  toChromium.on('error', () => {});
  void ask('Target.setDiscoverTargets', { discover: true });
  void ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  return watchLife({
    // Only the page's own thread answers this; where there is no page yet, the browser does.
    ping: () => (page ? ask('Runtime.evaluate', { expression: '1' }, page) : ask('Browser.getVersion', {})),
    onHung: () => onLost('hung'),
    timers,
    ...(pace && { pace }),
  });
}

function readMessages(from: Readable, hear: (message: Message) => void): void {
  let rest = '';
  from.setEncoding('utf8');
  from.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) hear(JSON.parse(message) as Message);
  });
}
